// Files that hold customers' data for the length of a run: in a folder that only the user can open, gone with the run.
import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isAlive } from './lock.js';

const namePattern = /^taizhang-(\d{1,10})-[A-Za-z0-9]{6}$/;

let folder: string | undefined;
let files = 0;

/** Path of a new file, not made yet, in this run's private folder (mode 0700). */
export async function privateFile(): Promise<string> {
  // At once, so that a signal finds either no folder or one that it can remove.
  folder ??= mkdtempSync(join(tmpdir(), `taizhang-${process.pid}-`));
  files += 1;
  return join(folder, String(files));
}

/** Removes this run's folder at once, also from signal handlers. */
export function removePrivateFolder(): void {
  // DuckDB may still be writing into it.
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  folder = undefined;
}

/** Removes what runs left behind that were killed; folders of others and of living processes stay. */
export function sweepPrivateFolders(): void {
  for (const name of temporaryNames()) {
    const pid = namePattern.exec(name)?.[1];
    if (pid === undefined || Number(pid) === process.pid || isAlive(Number(pid))) continue;
    const path = join(tmpdir(), name);
    try {
      const found = lstatSync(path);
      if (found.isDirectory() && found.uid === process.getuid?.()) rmSync(path, { recursive: true, force: true });
    } catch {}
  }
}

/** A folder that cannot be listed has nothing that we could sweep. */
function temporaryNames(): readonly string[] {
  try {
    return readdirSync(tmpdir());
  } catch {
    return [];
  }
}
