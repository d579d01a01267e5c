// Several files as one result: all of them are there, or none. Written beside their targets, checked, then renamed together.
import { mkdirSync, rmdirSync } from 'node:fs';
import { lstat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { exitCodes, UserError } from '../model/errors.js';
import { codeOf, explainFileError, unusableTarget } from './file-errors.js';
import { releaseLock, takeLock } from './lock.js';
import {
  madeFolders,
  makeTemporary,
  removeOwn,
  sweepLeftovers,
  sync,
  syncFolder,
  temporaryPath,
  type Undo,
  undoing,
  type WriteSteps,
  writing,
} from './output.js';
import { probeTarget, refuse } from './probe-target.js';
import { replaceTogether, undoInterrupted } from './replace-together.js';

export interface PendingFile {
  readonly target: string;
  /** Writes the file at a temporary path and throws where it must not appear. */
  write(temporaryPath: string): Promise<void>;
}

/** The lock of a folder is that of this name in it. */
const lockName = '台账';

/** Whether the folder must be made; throws UserError (exit 2) for what cannot be a folder of results. */
async function probeFolder(folder: string): Promise<boolean> {
  const found = await lstat(folder).catch((error: unknown) => codeOf(error));
  if (found === 'ENOENT') {
    await probeTarget(folder);
    return true;
  }
  if (typeof found === 'string') throw refuse(unusableTarget.notWritable, join(folder, lockName));
  if (found.isSymbolicLink()) throw refuse(unusableTarget.link, folder);
  if (!found.isDirectory())
    throw new UserError(`-o ${basename(folder)}：是文件，台账要写进文件夹；请另给文件夹名`, exitCodes.usage);
  await probeTarget(join(folder, lockName));
  return false;
}

/** Says before the work whether the folder can be written. */
export async function probeResultFolder(folder: string): Promise<void> {
  await probeFolder(folder);
}

async function writeEach(files: readonly PendingFile[]): Promise<void> {
  for (const { target, write } of files) {
    await probeTarget(target);
    await sweepLeftovers(target);
    const temporary = temporaryPath(target);
    try {
      makeTemporary(temporary);
      await write(temporary);
      await sync(temporary);
    } catch (error) {
      if (codeOf(error) === 'ENAMETOOLONG') throw refuse(unusableTarget.tooLong, target);
      throw explainFileError(error, target);
    }
  }
}

export interface FileSet {
  /** Made (mode 0700) where it is missing; all files lie in it. */
  readonly folder: string;
  readonly files: readonly PendingFile[];
  /** Files that the new ones replace under another name; they go with the others, or stay with them. */
  readonly outdated: readonly string[];
}

async function announced(files: readonly PendingFile[], { announce }: WriteSteps): Promise<Undo> {
  const ready = files.map(({ target }) => ({ name: basename(target), path: temporaryPath(target) }));
  return (await announce?.(ready)) ?? (() => {});
}

/** The lock is held. */
async function writeSet({ folder, files, outdated }: FileSet, steps: WriteSteps): Promise<void> {
  const targets = files.map(({ target }) => target);
  undoInterrupted(folder);
  for (const target of targets) writing.add(target);
  let undo: Undo = () => {};
  try {
    await writeEach(files);
    undo = await announced(files, steps);
    undoing.add(undo);
    await replaceTogether(targets, outdated);
  } catch (error) {
    undo();
    throw error;
  } finally {
    undoing.delete(undo);
    for (const target of [...targets, ...outdated]) {
      removeOwn(target);
      writing.delete(target);
    }
  }
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    throw explainFileError(error, folder);
  }
  madeFolders.add(folder);
}

/** A folder in which something lies stays. */
function removeEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {}
}

/**
 * Writes all files of the set, or none. Old files stay until every new one is on disk and checked; whatever goes wrong then, or stops
 * the process, they come back. Throws UserError: exit 2 unusable target, 5 another run writes the folder, 1 disk full or file held open.
 */
export async function writeTogether(set: FileSet, steps: WriteSteps = {}): Promise<void> {
  const { folder } = set;
  const { warn = () => {} } = steps;
  const isNew = await probeFolder(folder);
  if (isNew) makeFolder(folder);
  const lock = join(folder, lockName);
  let isWritten = false;
  try {
    await takeLock(lock);
    try {
      await writeSet(set, steps);
      isWritten = true;
      await syncFolder(folder, warn);
    } finally {
      releaseLock(lock);
    }
  } catch (error) {
    throw explainFileError(error, undefined);
  } finally {
    if (isNew && !isWritten) removeEmpty(folder);
    madeFolders.delete(folder);
    if (isNew && isWritten) await syncFolder(dirname(folder), warn);
  }
}
