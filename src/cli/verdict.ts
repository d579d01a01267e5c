import { type ExitCode, exitCodes } from '../model/errors.js';
import type { CountedRows, FileIntake } from '../model/intake.js';
import type { Problem } from '../model/problem.js';

/** What of a report decides about the exit code. */
export interface Judged {
  readonly intake: readonly (Pick<FileIntake, 'controlTotals'> & { readonly rows: Pick<CountedRows, 'rejected'> })[];
  readonly problems: readonly Problem[];
  /** Of the transactions, where the result hangs on how far they reach back. */
  readonly coverage?: { readonly provesDormancy: boolean };
}

/** 0, or 4: rows were rejected, a control total was overridden, a file was empty, or the files are too short to tell who sleeps. */
export function verdictOf({ intake, problems, coverage }: Judged): ExitCode {
  const isClean =
    coverage?.provesDormancy !== false &&
    intake.every(({ rows, controlTotals }) => rows.rejected === 0 && controlTotals.every(({ agrees }) => agrees)) &&
    problems.every(({ severity, code }) => severity === 'warning' && code !== 'empty-export');
  return isClean ? exitCodes.done : exitCodes.rejectedRows;
}
