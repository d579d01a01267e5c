import type { Problem } from './problem.js';

/** Exit codes of the command line; every command ends with one of these. */
export const exitCodes = {
  done: 0,
  failed: 1,
  usage: 2,
  refused: 3,
  rejectedRows: 4,
  locked: 5,
  nothingToDo: 6,
  interrupted: 130,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** It cannot be done as asked, and the message (Chinese, free of customer values) says why. Anything else thrown is a bug. */
export class UserError extends Error {
  readonly exitCode: ExitCode;
  readonly problems: readonly Problem[];

  constructor(message: string, exitCode: ExitCode, problems: readonly Problem[] = []) {
    super(message);
    this.exitCode = exitCode;
    this.problems = problems;
  }
}
