import type { ExitCode } from '../model/errors.js';
import type { Shell } from './shell.js';

export interface OptionSpec {
  /** As commander writes them: '-f, --format <格式>'. */
  readonly flags: string;
  readonly description: string;
  /** The option may be given several times. */
  readonly repeatable?: boolean;
}

/** Option values by camel-cased name: text, a list of texts (repeatable) or true. */
export type OptionValues = Readonly<Record<string, string | readonly string[] | boolean | undefined>>;

/** One command. What it needs is imported when it runs, so that --help stays fast. */
export interface CommandSpec {
  readonly name: string;
  /** '[路径...]'; empty for none. */
  readonly arguments: string;
  readonly summary: string;
  /** Shown first in the help, after `taizhang `. */
  readonly examples: readonly (readonly [command: string, meaning: string])[];
  readonly options: readonly OptionSpec[];
  /** Shown last in the help: memory, exit codes … */
  readonly notes: readonly string[];
  /** Commands under this one, which itself still runs where its first argument names none of them. */
  readonly subcommands?: readonly CommandSpec[];
  run(args: readonly string[], options: OptionValues, shell: Shell): Promise<ExitCode>;
}
