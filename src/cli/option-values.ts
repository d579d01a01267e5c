import { exitCodes, UserError } from '../model/errors.js';
import type { OptionValues } from './command.js';

/** The text of an option; undefined when it is not given. */
export function text(value: OptionValues[string]): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** The values of an option that may be given several times. */
export function list(value: OptionValues[string]): readonly string[] {
  return Array.isArray(value) ? value : [];
}

/** The command line is wrong (exit 2). */
export function usage(message: string): UserError {
  return new UserError(message, exitCodes.usage);
}
