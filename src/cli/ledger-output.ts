// Several files as one result: all of them are there, or none. Written beside their targets, checked, then renamed together.
import { copyFile, link, lstat, mkdir, open, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { exitCodes, UserError } from '../model/errors.js';
import { codeOf, explainFileError, unusableTarget } from './file-errors.js';
import { releaseLock, takeLock } from './lock.js';
import { removeOwn, renameOver, sweepLeftovers, sync, syncFolder, temporaryPath, writing } from './output.js';
import { probeTarget, refuse } from './probe-target.js';

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

/** A second name for the old file, so that it can be put back; the name is one that a sweep removes. */
async function keepOld(target: string): Promise<string | undefined> {
  const kept = `${temporaryPath(target)}.old`;
  try {
    await link(target, kept);
    return kept;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    await copyFile(target, kept);
    return kept;
  }
}

/** Puts back what stood there before. */
async function undo(done: readonly { readonly target: string; readonly kept: string | undefined }[]): Promise<void> {
  for (const { target, kept } of done) {
    if (kept === undefined) await rm(target, { force: true });
    else await rename(kept, target);
  }
}

async function renameAll(files: readonly PendingFile[]): Promise<void> {
  const done: { readonly target: string; readonly kept: string | undefined }[] = [];
  try {
    for (const { target } of files) {
      const kept = await keepOld(target);
      await renameOver(temporaryPath(target), target);
      done.push({ target, kept });
    }
  } catch (error) {
    await undo(done);
    throw error;
  }
}

async function writeEach(files: readonly PendingFile[]): Promise<void> {
  for (const { target, write } of files) {
    await probeTarget(target);
    await sweepLeftovers(target);
    const temporary = temporaryPath(target);
    try {
      await (await open(temporary, 'wx', 0o600)).close();
      await write(temporary);
      await sync(temporary);
    } catch (error) {
      if (codeOf(error) === 'ENAMETOOLONG') throw refuse(unusableTarget.tooLong, target);
      throw explainFileError(error, target);
    }
  }
}

/**
 * Writes all files of one folder, which is made (mode 0700) where it is missing; all targets lie in it. Old files stay until every
 * new one is on disk and checked. Throws UserError: exit 2 unusable target, 5 another run writes the folder, 1 disk full or file held open.
 */
export async function writeTogether(
  folder: string,
  files: readonly PendingFile[],
  warn: (sentence: string) => void,
): Promise<void> {
  const isNew = await probeFolder(folder);
  if (isNew) await mkdir(folder, { mode: 0o700 });
  const lock = join(folder, lockName);
  const targets = files.map(({ target }) => target);
  let isWritten = false;
  try {
    await takeLock(lock);
    for (const target of targets) writing.add(target);
    try {
      await writeEach(files);
      await renameAll(files).catch((error: unknown) => {
        throw explainFileError(error, undefined);
      });
      isWritten = true;
      await syncFolder(folder, warn);
    } finally {
      for (const target of targets) {
        removeOwn(target);
        writing.delete(target);
      }
      await releaseLock(lock);
    }
  } finally {
    if (isNew && !isWritten) await rmdir(folder).catch(() => {});
    if (isNew && isWritten) await syncFolder(dirname(folder), warn);
  }
}
