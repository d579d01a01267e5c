// A result must not take the place of what the run reads.
import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { usage } from './option-values.js';

/** Whether both are there and are one file, whatever the paths say. */
export function isSameFile(path: string, other: string): boolean {
  if (!existsSync(path) || !existsSync(other)) return false;
  const [one, two] = [statSync(path, { bigint: true }), statSync(other, { bigint: true })];
  return one.dev === two.dev && one.ino === two.ino;
}

/** Throws UserError (exit 2) where -o names this input. Paths are absolute. */
export function refuseOverInput(output: string | undefined, input: string): void {
  if (output !== undefined && isSameFile(input, output))
    throw usage(`-o ${basename(output)}：这是要读取的文件，不能覆盖；请另取文件名`);
}
