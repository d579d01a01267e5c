// Published files that are read in place and never copied into the project.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';

const folder = process.env.TAIZHANG_DATA ?? resolve(import.meta.dirname, '../../../shared/data');

/** The path of a file of the outside data. */
export function outside(path: string): string {
  return join(folder, path);
}

/** Tests that need it skip themselves where it is absent. */
export function isAbsent(path: string): boolean {
  return !existsSync(outside(path));
}
