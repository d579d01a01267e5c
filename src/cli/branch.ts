// The branch's exports, read: customer-sized kinds into memory, transactions as sources for the engine.
import { basename, dirname, resolve } from 'node:path';
import type { SourceCounts, TransactionSource } from '../engine/activity.js';
import type { Account } from '../model/account.js';
import type { Balance } from '../model/balance.js';
import type { Customer } from '../model/customer.js';
import type { CustomerMerge } from '../model/customer-merge.js';
import { exitCodes, UserError } from '../model/errors.js';
import type { ExportKind, FileIntake } from '../model/intake.js';
import type { Problem } from '../model/problem.js';
import type { Transaction } from '../model/transaction.js';
import { type SettledAsOf, settleAsOf } from './as-of.js';
import { probeFixes, refuseAbsentSources, writeFixList } from './corrections.js';
import { type Renumbering, renumbering } from './merges.js';
import { openInputs, throwAll } from './open.js';
import { type Progress, progressOn } from './progress.js';
import { batchesOf, countBalances, intakeOf, newReading, type Reading, readAll } from './readings.js';
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

/** What is read; other exports are told and left alone. */
const branchKinds: ReadonlySet<ExportKind> = new Set([
  'customers',
  'accounts',
  'transactions',
  'balances',
  'customerMerges',
]);

/** Finds, recognises and reads all exports under the inputs. Throws UserError: 2 usage, 3 refused, 6 nothing recognised. */
export async function readBranch(inputs: readonly string[], settings: Settings, shell: Shell): Promise<Branch> {
  const opened = await openInputs(inputs, settings, shell, branchKinds);
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
  const readings = opened.exports.map(newReading);
  const refusals: UserError[] = [];
  const merges = await readAll<CustomerMerge>('customerMerges', readings, refusals, progress);
  const renumbered = renumbering(merges, fileNames(readings, 'customerMerges'));
  if (renumbered.refusal !== undefined) refusals.push(renumbered.refusal);
  const ownCustomers = await readAll<Customer>('customers', readings, refusals, progress);
  const customers = ownCustomers && renumbered.customers(ownCustomers);
  const ownAccounts = await readAll<Account>('accounts', readings, refusals, progress);
  const accounts = ownAccounts && renumbered.records(ownAccounts);
  const ownBalances = await readAll<Balance>('balances', readings, refusals, progress);
  const balances = ownBalances && renumbered.records(ownBalances);
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
    transactions: ofTransactions.map((reading) => sourceOf(reading, renumbered, refusals, progress)),
    intake: (counts) => {
      progress.done();
      return readings.map((reading) => intakeOf(reading, counts[ofTransactions.indexOf(reading)]));
    },
    problems: () => [
      ...opened.problems,
      ...renumbered.problems(),
      ...readings.flatMap(({ of, tally }) => [...of.problems, ...tally.problems]),
    ],
    writeFixes,
    settleRefusals: () => throwRefusals(refusals),
  };
}

/** Corrections that fit no row come first: what else is refused may only be so because they were not applied. */
function throwRefusals(refusals: readonly UserError[]): void {
  const stale = refusals.filter(({ problems }) => problems.length === 0);
  throwAll(stale.length > 0 ? stale : refusals);
}

function sourceOf(
  reading: Reading,
  renumbered: Renumbering,
  refusals: UserError[],
  progress: Progress,
): TransactionSource {
  return {
    file: reading.of.raw.file,
    statedFrom: reading.of.facts.from,
    async *rows() {
      for await (const batch of batchesOf<Transaction>(reading, refusals, progress)) yield renumbered.records(batch);
    },
  };
}

/** The files of one kind, for messages about all of them. */
export function fileNames(readings: readonly Reading[], kind: ExportKind): string {
  return readings
    .filter(({ of }) => of.kind === kind)
    .map(({ of }) => of.raw.file)
    .join('、');
}

/** Names that may carry the as-of day: files, then their folders. */
export function namesOf(paths: readonly string[]): readonly string[] {
  return [...paths.map((path) => basename(path)), ...paths.map((path) => basename(dirname(resolve(path))))];
}
