import { type ExitCode, exitCodes } from '../model/errors.js';
import type { FileIntake } from '../model/intake.js';
import type { Problem, ProblemCode } from '../model/problem.js';

/** Warnings that a cron job should hear of: the numbers stand, but on less than they should. */
const failedChecks: ReadonlySet<ProblemCode> = new Set(['short-coverage', 'empty-export']);

/** 0, or 4 when rows were rejected, a control total was overridden or a check failed. */
export function verdictOf(intake: readonly FileIntake[], problems: readonly Problem[]): ExitCode {
  const isClean =
    intake.every(({ rows, controlTotals }) => rows.rejected === 0 && controlTotals.every(({ agrees }) => agrees)) &&
    problems.every(({ severity, code }) => severity === 'warning' && !failedChecks.has(code));
  return isClean ? exitCodes.done : exitCodes.rejectedRows;
}
