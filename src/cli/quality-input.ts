// Everything that `check` looks at: all exports of all kinds, read to their end; a refused file does not hide the others.
import type { QualityInput } from '../analysis/quality/quality.js';
import { surveyTransactions } from '../analysis/quality/transaction-survey.js';
import type { EngineReport } from '../engine/activity.js';
import { ownershipOf } from '../engine/ownership.js';
import type { Export, OpenExport } from '../exports/export.js';
import { exportKind, exportKinds } from '../exports/kinds.js';
import { exitCodes, UserError } from '../model/errors.js';
import type { Problem } from '../model/problem.js';
import type { SettledAsOf } from './as-of.js';
import { openAll } from './open.js';
import { readRecords } from './read-records.js';
import type { Reading } from './readings.js';
import type { Settings } from './settings.js';
import type { Shell } from './shell.js';
import { summariseTransactions } from './summarise-transactions.js';

export interface PreparedCheck {
  readonly input: QualityInput;
  readonly asOf: SettledAsOf;
  /** The readings, for a list of what is to be mended. */
  readonly readings: readonly Reading[];
}

/** Kinds whose records take part in checks; the others are only read through. */
const checkedKinds = ['customers', 'accounts', 'balances', 'employees', 'assignments'] as const;

/** Throws UserError: 2 for options and inputs that do not exist, 6 when there is nothing to check. */
export async function prepareCheck(paths: readonly string[], settings: Settings, shell: Shell): Promise<PreparedCheck> {
  const opened = await openAll(paths, settings, shell);
  if (opened.exports.length === 0 && opened.refusals.length === 0)
    throw new UserError('没有认出任何导出文件：请检查路径', exitCodes.nothingToDo, opened.problems);
  const surveyor = surveyTransactions();
  const read = await readRecords(opened, checkedKinds, settings, shell, surveyor);
  const { customers, accounts, employees, assignments } = read.records;
  const asOf = read.settleAsOf();
  const { sources } = read;
  const ownership = ownershipOf(customers, accounts);
  const engine: EngineReport | undefined =
    sources.length === 0 ? undefined : await summariseTransactions(sources, ownership, [], settings, asOf.asOf);
  const kinds = exportKinds(settings.intake);
  const input: QualityInput = {
    intake: read.intake(engine?.sources ?? []),
    problems: distinct([
      ...read.problems(),
      ...(engine?.problems ?? []),
      ...read.refusals.flatMap(({ problems }) => problems),
    ]),
    files: opened.files.length,
    refusedFiles: new Set(read.refusals.flatMap(({ problems }) => problems.map(({ file }) => file))).size,
    columns: opened.exports.flatMap((of) => columnsOf(of, exportKind(kinds, of.kind))),
    customers,
    accounts,
    employees,
    assignments,
    engine,
    survey: surveyor.result(),
  };
  return { input, asOf, readings: read.readings };
}

function columnsOf({ raw, columns }: OpenExport, { fields }: Export<unknown>): QualityInput['columns'] {
  return columns.map(({ header, field }) => ({
    file: raw.file,
    column: header,
    isUnderstood: field !== undefined,
    isCode: field !== undefined && fields[field]?.kind === 'code',
  }));
}

/** A refusal repeats what its reading has already told. */
function distinct(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}
