// The one way of reading recognised exports: customer-sized kinds into memory, transactions as sources for the engine.
import { basename, dirname, resolve } from 'node:path';
import type { SourceCounts, TransactionSource } from '../engine/activity.js';
import type { CustomerMerge } from '../model/customer-merge.js';
import type { UserError } from '../model/errors.js';
import { type ExportKind, exportTitles, type FileIntake } from '../model/intake.js';
import type { Problem } from '../model/problem.js';
import type { RecordOf, Records } from '../model/records.js';
import type { Transaction } from '../model/transaction.js';
import { type SettledAsOf, settleAsOf } from './as-of.js';
import { beginTransactions, type Head } from './head-start.js';
import { type Renumbering, renumbering } from './merges.js';
import type { Opened } from './open.js';
import type { Progress } from './progress.js';
import {
  batchesOf,
  countFuture,
  intakeOf,
  newReading,
  type Reading,
  readAll,
  readOnly,
  restart,
  snapshotDays,
} from './readings.js';
import type { Settings } from './settings.js';
import type { Shell } from './shell.js';

/** Kinds that are read into memory; transactions stream, and merges are applied to everything. */
export type RecordKind = Exclude<ExportKind, 'transactions' | 'customerMerges'>;

/** What was read, with the refusals beside it: who reads decides whether they stop the run. */
export interface RecordsRead<Kind extends RecordKind> {
  /** Under the 客户号 of today; undefined = no such export was given (§1.13: missing is not 0). */
  readonly records: Records<Kind>;
  /** Transactions, read while they are walked. */
  readonly sources: readonly TransactionSource[];
  /** Reads the transactions for their problems only. */
  readThrough(): Promise<void>;
  /** Settles the day and counts the rows after it. Throws UserError (exit 2) where nothing tells it. */
  settleAsOf(): SettledAsOf;
  readonly readings: readonly Reading[];
  readonly refusals: readonly UserError[];
  /** Row accounting and problems so far; complete once the sources were read. */
  intake(counts: readonly SourceCounts[]): readonly FileIntake[];
  problems(): readonly Problem[];
}

/** `see` gets every booking as it stands in its file, `endFile` comes last. */
export interface TransactionWatcher {
  see(row: Transaction): void;
  endFile(): void;
}

/** Reads the exports of `kinds` in that order, and of other kinds that were opened only their rows. The fast engine begins beside it. */
export async function readRecords<Kind extends RecordKind>(
  opened: Opened & { readonly refusals?: readonly UserError[] },
  kinds: readonly Kind[],
  settings: Settings,
  shell: Shell,
  watcher?: TransactionWatcher,
): Promise<RecordsRead<Kind>> {
  const { progress, stages } = settings;
  const readings = opened.exports.map(newReading);
  const refusals: UserError[] = [...(opened.refusals ?? [])];
  const readKind = <T extends object>(kind: ExportKind): Promise<readonly T[] | undefined> | undefined =>
    readings.some(({ of }) => of.kind === kind)
      ? stages.time(`读${exportTitles[kind]}`, () => readAll<T>(kind, readings, refusals, progress))
      : undefined;
  const merges = await readKind<CustomerMerge>('customerMerges');
  const renumbered = renumbering(merges, fileNames(readings, 'customerMerges'));
  if (renumbered.refusal !== undefined) refusals.push(renumbered.refusal);
  const ofTransactions = readings.filter(({ of }) => of.kind === 'transactions');
  const isPlain = watcher === undefined && renumbered.isEmpty;
  if (!isPlain && ofTransactions.length > 0) stages.note('引擎 stream：要逐笔检查，或有合并的客户号');
  const head = isPlain
    ? await beginTransactions(
        ofTransactions.map(({ of }) => of),
        settings,
        shell,
      )
    : undefined;
  const raw = new Map<ExportKind, readonly unknown[] | undefined>();
  for (const kind of kinds) raw.set(kind, await readKind<object>(kind));
  const known: ReadonlySet<ExportKind> = new Set([...kinds, 'transactions', 'customerMerges']);
  for (const reading of readings.filter(({ of }) => !known.has(of.kind)))
    await stages.time(`读${exportTitles[reading.of.kind]}`, () => readOnly(reading, refusals, progress));
  const records = underCurrentNumbers(raw, kinds, renumbered);
  return {
    records,
    readings,
    refusals,
    sources: ofTransactions.map((reading) => ({
      ...sourceOf(reading, renumbered, refusals, progress, watcher),
      bulk: head && bulkSourceOf(reading, head, refusals, progress),
    })),
    async readThrough() {
      for (const reading of ofTransactions)
        await stages.time(`读${exportTitles.transactions}`, () => readOnly(reading, refusals, progress));
    },
    settleAsOf() {
      const settled = settleAsOf({
        option: settings.asOf,
        snapshots: snapshotDays(raw),
        statedEnds: opened.exports.flatMap((of) => of.facts.to ?? []),
        names: namesOf(opened.files.map((file) => file.path)),
      });
      for (const [kind, rows] of raw) countFuture(kind, readings, rows ?? [], settled.asOf);
      return settled;
    },
    intake(counts) {
      return readings.map((reading) => intakeOf(reading, counts[ofTransactions.indexOf(reading)]));
    },
    problems: () => [
      ...opened.problems,
      ...renumbered.problems(),
      ...readings.flatMap(({ of, tally }) => [...of.problems, ...tally.problems]),
    ],
  };
}

function underCurrentNumbers<Kind extends RecordKind>(
  raw: ReadonlyMap<ExportKind, readonly unknown[] | undefined>,
  kinds: readonly Kind[],
  renumbered: Renumbering,
): Records<Kind> {
  const employees = (raw.get('employees') ?? []) as readonly RecordOf['employees'][];
  const staff = new Set(employees.map(({ empNo }) => empNo));
  const entries = kinds.map((kind): [Kind, readonly unknown[] | undefined] => {
    const own = raw.get(kind);
    if (own === undefined) return [kind, undefined];
    if (kind === 'customers') return [kind, renumbered.customers(own as readonly RecordOf['customers'][])];
    return [kind, renumbered.kind(kind, own as readonly RecordOf[Kind][], staff)];
  });
  return Object.fromEntries(entries) as Records<Kind>;
}

function sourceOf(
  reading: Reading,
  renumbered: Renumbering,
  refusals: UserError[],
  progress: Progress,
  watcher: TransactionWatcher | undefined,
): TransactionSource {
  return {
    file: reading.of.raw.file,
    statedFrom: reading.of.facts.from,
    statedTo: reading.of.facts.to,
    statesChannel: reading.of.columns.some(({ field }) => field === 'channel'),
    async *rows() {
      restart(reading, refusals);
      for await (const batch of batchesOf<Transaction>(reading, refusals, progress)) {
        if (watcher !== undefined) for (const row of batch) watcher.see(row);
        yield renumbered.records(batch);
      }
      watcher?.endFile();
    },
  };
}

function bulkSourceOf(
  { of, tally }: Reading,
  head: Head,
  refusals: UserError[],
  progress: Progress,
): TransactionSource['bulk'] {
  if (of.bulk === undefined) return undefined;
  return {
    ...head,
    reading: of.bulk,
    onRead(rows, bytes, total) {
      progress.bytes(of.raw.file, bytes, total);
      progress.rows(of.raw.file, rows);
    },
    finish(found, refusal) {
      Object.assign(tally, found);
      if (refusal !== undefined) refusals.push(refusal);
    },
  };
}

/** The files of one kind, for messages about all of them. */
function fileNames(readings: readonly Reading[], kind: ExportKind): string {
  return readings
    .filter(({ of }) => of.kind === kind)
    .map(({ of }) => of.raw.file)
    .join('、');
}

/** Names that may carry the as-of day: files, then their folders. */
function namesOf(paths: readonly string[]): readonly string[] {
  return [...paths.map((path) => basename(path)), ...paths.map((path) => basename(dirname(resolve(path))))];
}
