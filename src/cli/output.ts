// Output files are whole or absent: written beside the target, synced, renamed. The only writer of results.
import { closeSync, openSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { open, readdir, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { busyError, codeOf, explainFileError, isBusy, unusableTarget } from './file-errors.js';
import { isAlive, releaseLock, releaseLocks, takeLock } from './lock.js';
import { removePrivateFolder } from './private-folder.js';
import { probeTarget, refuse } from './probe-target.js';

const retryDelaysMs = [50, 100, 200, 400, 800, 1600];
/** Targets that are being written by this process: their temporary files go when it is stopped. */
export const writing = new Set<string>();
/** What must be undone at once when the process is stopped in the middle of it; called before the temporary files go. */
export const undoing = new Set<() => void>();
/** Folders that were made for results that are not there yet: they go, where they are empty, when the process is stopped. */
export const madeFolders = new Set<string>();

/** Undoes a step at once, also from signal handlers. */
export type Undo = () => void;

/** A result that is on disk under another name. */
export interface ReadyFile {
  readonly name: string;
  readonly path: string;
}

export interface WriteSteps {
  readonly warn?: (sentence: string) => void;
  /** Called once everything is on disk, before it takes its place; what it did is undone where that fails. */
  readonly announce?: ((files: readonly ReadyFile[]) => Promise<Undo>) | undefined;
}

/** Process number in the name of a temporary file of this target: `.name.<pid>.tmp`, `.name.<pid>.tmp.spool`. */
function temporaryOwner(name: string, target: string): number | undefined {
  const start = `.${basename(target)}.`;
  if (!name.startsWith(start)) return undefined;
  const pid = /^(\d+)\.tmp(?:\.|$)/.exec(name.slice(start.length))?.[1];
  return pid === undefined ? undefined : Number(pid);
}

/** What dead runs left behind holds customers' data: it goes. */
export async function sweepLeftovers(target: string): Promise<void> {
  for (const name of await readdir(dirname(target))) {
    const pid = temporaryOwner(name, target);
    if (pid !== undefined && (pid === process.pid || !isAlive(pid)))
      await rm(join(dirname(target), name), { force: true });
  }
}

/** A folder that cannot be read any more must not hide the error that brought us here. */
export function removeOwn(target: string): void {
  try {
    for (const name of readdirSync(dirname(target)))
      if (temporaryOwner(name, target) === process.pid) rmSync(join(dirname(target), name), { force: true });
  } catch {}
}

/** At once, so that a signal finds either no file or one that it can remove. Mode 0600. */
export function makeTemporary(path: string): void {
  closeSync(openSync(path, 'wx', 0o600));
}

export async function sync(path: string): Promise<void> {
  const file = await open(path, 'r+');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Some file systems cannot sync a folder; the file itself is safe by then. */
export async function syncFolder(folder: string, warn: (sentence: string) => void): Promise<void> {
  try {
    const handle = await open(folder, 'r');
    await handle.sync().finally(() => handle.close());
  } catch {
    warn('结果已写好，但系统没有确认文件夹已存盘');
  }
}

export async function renameOver(temporary: string, target: string): Promise<void> {
  for (const delay of [...retryDelaysMs, undefined]) {
    try {
      // At once, so that a signal finds either the old file or the new one, and what is undone stays undone.
      return renameSync(temporary, target);
    } catch (error) {
      if (codeOf(error) === 'EISDIR' || codeOf(error) === 'ENOTEMPTY') throw refuse(unusableTarget.folder, target);
      if (!isBusy(error)) throw error;
      if (delay === undefined) throw busyError(target);
      await setTimeout(delay);
    }
  }
}

/** Beside the target; what dead runs leave under such names is swept. */
export function temporaryPath(target: string, pid = process.pid): string {
  return join(dirname(target), `.${basename(target)}.${pid}.tmp`);
}

async function writeAndRename(
  target: string,
  write: (path: string) => Promise<void>,
  { warn = () => {}, announce }: WriteSteps,
) {
  const temporary = temporaryPath(target);
  let undo: Undo | undefined;
  try {
    await sweepLeftovers(target);
    makeTemporary(temporary);
    await write(temporary);
    await sync(temporary);
    undo = await announce?.([{ name: basename(target), path: temporary }]);
    if (undo !== undefined) undoing.add(undo);
    await renameOver(temporary, target);
    if (undo !== undefined) undoing.delete(undo);
    await syncFolder(dirname(target), warn);
  } catch (error) {
    if (undo !== undefined && undoing.delete(undo)) undo();
    removeOwn(target);
    throw error;
  }
}

/**
 * Calls `write` with a temporary path beside the target (made already, mode 0600) and renames it over the target once it is on disk.
 * The old file stays until then. Throws UserError: exit 2 unusable target, 5 another run writes it, 1 disk full or file held open.
 */
export async function writeWhole(
  path: string,
  write: (temporaryPath: string) => Promise<void>,
  steps: WriteSteps = {},
): Promise<void> {
  const target = resolve(path);
  try {
    await probeTarget(target);
    await takeLock(target);
    writing.add(target);
    try {
      await writeAndRename(target, write, steps);
    } finally {
      writing.delete(target);
      releaseLock(target);
    }
  } catch (error) {
    if (codeOf(error) === 'ENAMETOOLONG') throw refuse(unusableTarget.tooLong, target);
    throw explainFileError(error, target);
  }
}

/** Undoes what is half done and removes the temporary files and locks of this process at once: for signal handlers. */
export function removeTemporaries(): void {
  const steps = [...undoing, ...[...writing].map((target) => () => removeOwn(target)), releaseLocks];
  undoing.clear();
  for (const folder of madeFolders) steps.push(() => rmdirSync(folder));
  for (const step of [...steps, removePrivateFolder]) {
    // What one of them meets must not keep the others from their work.
    try {
      step();
    } catch {}
  }
}
export { probeTarget } from './probe-target.js';
export { writeChunks, writeChunksTo } from './write-chunks.js';
