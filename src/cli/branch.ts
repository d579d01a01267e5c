// The branch's exports, read for an analysis: what must be refused stops it.
import type { SourceCounts, TransactionSource } from '../engine/activity.js';
import { exitCodes, UserError } from '../model/errors.js';
import type { FileIntake } from '../model/intake.js';
import type { Problem } from '../model/problem.js';
import type { Records } from '../model/records.js';
import type { SettledAsOf } from './as-of.js';
import { probeFixes, refuseAbsentSources, writeFixList } from './corrections.js';
import { openInputs, throwAll } from './open.js';
import { type RecordKind, readRecords } from './read-records.js';
import type { Settings } from './settings.js';
import type { Shell } from './shell.js';
import { withoutPersons } from './without-persons.js';

export interface Branch<Kind extends RecordKind> {
  readonly asOf: SettledAsOf;
  /** With their free texts masked; undefined = no such export was given (§1.13: missing is not 0). */
  readonly records: Records<Kind>;
  readonly transactions: readonly TransactionSource[];
  /** Row accounting and problems so far; complete once the sources were read. */
  intake(counts: readonly SourceCounts[]): readonly FileIntake[];
  problems(): readonly Problem[];
  /** Writes the list of --fixes, if one is asked for; to be called once everything was read, before refusals are thrown. */
  writeFixes(): Promise<void>;
  /** Throws the refusals met while the sources were read, all at once. */
  settleRefusals(): void;
}

/**
 * Finds, recognises and reads the exports of `kinds` and the transactions under the inputs; files of other kinds are told and left
 * alone. Throws UserError: 2 usage, 3 refused, 6 nothing recognised.
 */
export async function readBranch<Kind extends RecordKind>(
  inputs: readonly string[],
  settings: Settings,
  shell: Shell,
  kinds: readonly Kind[],
): Promise<Branch<Kind>> {
  const opened = await openInputs(inputs, settings, shell, new Set([...kinds, 'transactions', 'customerMerges']));
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
  const read = await readRecords(opened, kinds, settings, shell);
  const writeFixes = () =>
    writeFixList(
      settings,
      read.readings.map(({ tally }) => tally),
      shell,
    );
  if (read.refusals.length > 0 && settings.fixes !== undefined) {
    await read.readThrough();
    await writeFixes();
  }
  throwRefusals(read.refusals);
  return {
    asOf: read.settleAsOf(),
    records: withoutPersons(read.records, kinds, settings.rules.privacy.profile),
    transactions: read.sources,
    intake: read.intake,
    problems: read.problems,
    writeFixes,
    settleRefusals: () => throwRefusals(read.refusals),
  };
}

/** Corrections that fit no row come first: what else is refused may only be so because they were not applied. */
function throwRefusals(refusals: readonly UserError[]): void {
  const stale = refusals.filter(({ problems }) => problems.length === 0);
  throwAll(stale.length > 0 ? stale : refusals);
}
