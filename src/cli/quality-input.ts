// Everything that `check` looks at: all exports of all kinds, read to their end; a refused file does not hide the others.
import type { QualityInput } from '../analysis/quality/quality.js';
import { surveyTransactions, type TransactionSurveyor } from '../analysis/quality/transaction-survey.js';
import type { EngineReport, TransactionSource } from '../engine/activity.js';
import { ownershipOf } from '../engine/ownership.js';
import { summarise } from '../engine/stream.js';
import type { Export, OpenExport } from '../exports/export.js';
import { exportKind, exportKinds } from '../exports/kinds.js';
import type { Account } from '../model/account.js';
import type { Balance } from '../model/balance.js';
import type { Customer } from '../model/customer.js';
import type { CustomerMerge } from '../model/customer-merge.js';
import type { Employee } from '../model/employee.js';
import { exitCodes, UserError } from '../model/errors.js';
import type { ExportKind } from '../model/intake.js';
import type { Problem } from '../model/problem.js';
import type { Transaction } from '../model/transaction.js';
import { type SettledAsOf, settleAsOf } from './as-of.js';
import { fileNames, namesOf } from './branch.js';
import { type Renumbering, renumbering } from './merges.js';
import { openAll } from './open.js';
import { type Progress, progressOn } from './progress.js';
import { batchesOf, countBalances, intakeOf, newReading, type Reading, readAll } from './readings.js';

import type { Settings } from './settings.js';
import type { Shell } from './shell.js';

export interface PreparedCheck {
  readonly input: QualityInput;
  readonly asOf: SettledAsOf;
  /** The readings, for a list of what is to be mended. */
  readonly readings: readonly Reading[];
}

/** Kinds whose records take part in checks; the others are only read through. */
const checkedKinds: ReadonlySet<ExportKind> = new Set([
  'customers',
  'accounts',
  'balances',
  'employees',
  'transactions',
  'customerMerges',
]);

/** Throws UserError: 2 for options and inputs that do not exist, 6 when there is nothing to check. */
export async function prepareCheck(paths: readonly string[], settings: Settings, shell: Shell): Promise<PreparedCheck> {
  const opened = await openAll(paths, settings, shell);
  if (opened.exports.length === 0 && opened.refusals.length === 0)
    throw new UserError('没有认出任何导出文件：请检查路径', exitCodes.nothingToDo, opened.problems);
  const progress = progressOn(shell, settings.quiet);
  const readings = opened.exports.map(newReading);
  const refusals: UserError[] = [...opened.refusals];
  const merges = await readAll<CustomerMerge>('customerMerges', readings, refusals, progress);
  const renumbered = renumbering(merges, fileNames(readings, 'customerMerges'));
  if (renumbered.refusal !== undefined) refusals.push(renumbered.refusal);
  const ownCustomers = await readAll<Customer>('customers', readings, refusals, progress);
  const customers = ownCustomers && renumbered.customers(ownCustomers);
  const ownAccounts = await readAll<Account>('accounts', readings, refusals, progress);
  const accounts = ownAccounts && renumbered.records(ownAccounts);
  const balances = await readAll<Balance>('balances', readings, refusals, progress);
  const employees = await readAll<Employee>('employees', readings, refusals, progress);
  for (const reading of readings.filter(({ of }) => !checkedKinds.has(of.kind)))
    for await (const _ of batchesOf(reading, refusals, progress));
  const asOf = settleAsOf({
    option: settings.asOf,
    snapshots: [...(balances ?? []), ...(customers ?? [])].flatMap((row) => row.dataDate ?? []),
    statedEnds: opened.exports.flatMap((of) => of.facts.to ?? []),
    names: namesOf(opened.files.map((file) => file.path)),
  });
  countBalances(readings, balances, asOf.asOf);
  const kinds = exportKinds(settings.intake);
  const surveyor = surveyTransactions();
  const ofTransactions = readings.filter(({ of }) => of.kind === 'transactions');
  const sources = ofTransactions.map((reading) => surveyed(reading, renumbered, surveyor, refusals, progress));
  const engine: EngineReport | undefined =
    sources.length === 0
      ? undefined
      : await summarise(sources, ownershipOf(customers, accounts), [], settings.rules, asOf.asOf);
  progress.done();
  const input: QualityInput = {
    intake: readings.map((reading) => intakeOf(reading, engine?.sources[ofTransactions.indexOf(reading)])),
    problems: problemsOf([...opened.problems, ...renumbered.problems()], readings, engine, refusals),
    files: opened.files.length,
    refusedFiles: new Set(refusals.flatMap(({ problems }) => problems.map(({ file }) => file))).size,
    columns: opened.exports.flatMap((of) => columnsOf(of, exportKind(kinds, of.kind))),
    customers,
    accounts,
    employees,
    engine,
    survey: surveyor.result(),
  };
  return { input, asOf, readings };
}

function columnsOf({ raw, columns }: OpenExport, { fields }: Export<unknown>): QualityInput['columns'] {
  return columns.map(({ header, field }) => ({
    file: raw.file,
    column: header,
    isUnderstood: field !== undefined,
    isCode: field !== undefined && fields[field]?.kind === 'code',
  }));
}

function surveyed(
  reading: Reading,
  renumbered: Renumbering,
  surveyor: TransactionSurveyor,
  refusals: UserError[],
  progress: Progress,
): TransactionSource {
  return {
    file: reading.of.raw.file,
    statedFrom: reading.of.facts.from,
    async *rows() {
      for await (const batch of batchesOf<Transaction>(reading, refusals, progress)) {
        for (const row of batch) surveyor.see(row);
        yield renumbered.records(batch);
      }
      surveyor.endFile();
    },
  };
}

function problemsOf(
  opened: readonly Problem[],
  readings: readonly Reading[],
  engine: EngineReport | undefined,
  refusals: readonly UserError[],
): readonly Problem[] {
  const all = [
    ...opened,
    ...readings.flatMap(({ of, tally }) => [...of.problems, ...tally.problems]),
    ...(engine?.problems ?? []),
    ...refusals.flatMap(({ problems }) => problems),
  ];
  return [...new Map(all.map((problem) => [JSON.stringify(problem), problem])).values()];
}
