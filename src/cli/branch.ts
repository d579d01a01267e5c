// The branch's exports, read: customer-sized kinds into memory, transactions as sources for the engine.
import { basename, dirname, resolve } from 'node:path';
import type { SourceCounts, TransactionSource } from '../engine/activity.js';
import type { OpenExport, ReadTally } from '../exports/export.js';
import { newTally } from '../exports/export.js';
import type { Account } from '../model/account.js';
import type { Balance } from '../model/balance.js';
import type { Customer } from '../model/customer.js';
import type { Day } from '../model/day.js';
import { exitCodes, UserError } from '../model/errors.js';
import type { ExportKind, FileIntake } from '../model/intake.js';
import type { Problem } from '../model/problem.js';
import type { Transaction } from '../model/transaction.js';
import { type SettledAsOf, settleAsOf } from './as-of.js';
import { probeFixes, refuseAbsentSources, writeFixList } from './corrections.js';
import { openInputs, throwAll } from './open.js';
import { type Progress, progressOn } from './progress.js';
import type { Settings } from './settings.js';
import type { Shell } from './shell.js';

export interface Branch {
  readonly asOf: SettledAsOf;
  /** undefined = no such export was given (§1.13: missing is not 0). */
  readonly customers: readonly Customer[] | undefined;
  readonly accounts: readonly Account[] | undefined;
  readonly balances: readonly Balance[] | undefined;
  readonly transactions: readonly TransactionSource[];
  /** Row accounting and problems so far; complete once the sources were read. */
  intake(counts: readonly SourceCounts[]): readonly FileIntake[];
  problems(): readonly Problem[];
  /** Writes the list of --fixes, if one is asked for; to be called once everything was read, before refusals are thrown. */
  writeFixes(): Promise<void>;
  /** Throws the refusals met while the sources were read, all at once. */
  settleRefusals(): void;
}

interface Reading {
  readonly of: OpenExport;
  readonly tally: ReadTally;
  future: number;
  coverage: FileIntake['coverage'];
}

/** Finds, recognises and reads all exports under the inputs. Throws UserError: 2 usage, 3 refused, 6 nothing recognised. */
export async function readBranch(inputs: readonly string[], settings: Settings, shell: Shell): Promise<Branch> {
  const opened = await openInputs(inputs, settings, shell);
  if (opened.exports.length === 0)
    throw new UserError(
      '没有认出任何导出文件：请检查路径，或用 taizhang inspect 查看文件',
      exitCodes.nothingToDo,
      opened.problems,
    );
  const sources = opened.exports.map((of) => of.raw);
  refuseAbsentSources(opened.corrections, sources);
  await probeFixes(
    settings,
    opened.files.map((file) => file.path),
    shell.cwd,
  );
  const progress = progressOn(shell, settings.quiet);
  const readings = opened.exports.map((of): Reading => ({ of, tally: newTally(), future: 0, coverage: null }));
  const refusals: UserError[] = [];
  const customers = await readAll<Customer>('customers', readings, refusals, progress);
  const accounts = await readAll<Account>('accounts', readings, refusals, progress);
  const balances = await readAll<Balance>('balances', readings, refusals, progress);
  const writeFixes = () =>
    writeFixList(
      settings,
      readings.map(({ tally }) => tally),
      shell,
    );
  if (refusals.length > 0 && settings.fixes !== undefined) {
    await readAll<unknown>('transactions', readings, refusals, progress);
    await writeFixes();
  }
  throwRefusals(refusals);
  const asOf = settleAsOf({
    option: settings.asOf,
    snapshots: [...(balances ?? []), ...(customers ?? [])].flatMap((row) => row.dataDate ?? []),
    statedEnds: opened.exports.flatMap((of) => of.facts.to ?? []),
    names: namesOf(opened.files.map((file) => file.path)),
  });
  const ofTransactions = readings.filter((reading) => reading.of.kind === 'transactions');
  countBalances(readings, balances, asOf.asOf);
  return {
    asOf,
    customers,
    accounts,
    balances,
    transactions: ofTransactions.map((reading) => sourceOf(reading, refusals, progress)),
    intake: (counts) => {
      progress.done();
      return readings.map((reading) => intakeOf(reading, counts[ofTransactions.indexOf(reading)]));
    },
    problems: () => [...opened.problems, ...readings.flatMap(({ of, tally }) => [...of.problems, ...tally.problems])],
    writeFixes,
    settleRefusals: () => throwRefusals(refusals),
  };
}

/** Corrections that fit no row come first: what else is refused may only be so because they were not applied. */
function throwRefusals(refusals: readonly UserError[]): void {
  const stale = refusals.filter(({ problems }) => problems.length === 0);
  throwAll(stale.length > 0 ? stale : refusals);
}

async function readAll<T>(
  kind: ExportKind,
  readings: readonly Reading[],
  refusals: UserError[],
  progress: Progress,
): Promise<readonly T[] | undefined> {
  const ofKind = readings.filter((reading) => reading.of.kind === kind);
  if (ofKind.length === 0) return undefined;
  const records: T[] = [];
  for (const reading of ofKind) {
    for await (const batch of batchesOf<T>(reading, refusals, progress))
      for (const record of batch) records.push(record);
  }
  return records;
}

/** The records of one file; a refusal is put aside, so that every file gets its say. */
async function* batchesOf<T>(
  { of, tally }: Reading,
  refusals: UserError[],
  progress: Progress,
): AsyncGenerator<readonly T[]> {
  try {
    for await (const batch of (of as OpenExport<T>).read(tally)) {
      progress.rows(of.raw.file, tally.read);
      yield batch;
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    refusals.push(error);
  }
}

function sourceOf(reading: Reading, refusals: UserError[], progress: Progress): TransactionSource {
  return {
    file: reading.of.raw.file,
    statedFrom: reading.of.facts.from,
    rows: () => batchesOf<Transaction>(reading, refusals, progress),
  };
}

function namesOf(paths: readonly string[]): readonly string[] {
  return [...paths.map((path) => basename(path)), ...paths.map((path) => basename(dirname(resolve(path))))];
}

function countBalances(readings: readonly Reading[], balances: readonly Balance[] | undefined, asOf: Day): void {
  const own = readings.filter((reading) => reading.of.kind === 'balances');
  let start = 0;
  for (const reading of own) {
    const rows = (balances ?? []).slice(start, start + reading.tally.records);
    start += reading.tally.records;
    reading.future = rows.filter((row) => row.dataDate > asOf).length;
    reading.coverage = coverageOf(rows.map((row) => row.dataDate).filter((day) => day <= asOf));
  }
}

function coverageOf(days: readonly Day[]): FileIntake['coverage'] {
  const sorted = [...days].sort();
  const [from, to] = [sorted[0], sorted.at(-1)];
  return from === undefined || to === undefined ? null : { from, to };
}

function intakeOf(reading: Reading, account: SourceCounts | undefined): FileIntake {
  const { of, tally } = reading;
  const duplicate = account?.duplicate ?? 0;
  const future = account?.future ?? reading.future;
  return {
    file: of.raw.file,
    ...(of.table.sheet === undefined ? {} : { sheet: of.table.sheet }),
    kind: of.kind,
    encoding: of.raw.encoding,
    container: of.raw.container,
    sha256: of.raw.sha256,
    rows: {
      read: tally.read,
      used: tally.records - duplicate - future,
      rejected: tally.rejected,
      duplicate,
      future,
      header: tally.header,
      preamble: tally.preamble,
      blank: tally.blank,
      total: tally.total,
      ...(tally.corrected > 0 ? { corrected: tally.corrected } : {}),
    },
    ...(tally.corrections.length > 0 ? { corrections: tally.corrections } : {}),
    coverage: account?.coverage ?? reading.coverage,
    ...(account === undefined ? {} : { sums: { creditFen: account.creditFen, debitFen: account.debitFen } }),
    controlTotals: tally.controlTotals,
  };
}
