// Whether a target can be written, looked at before the work is done.
import { access, constants, lstat, open, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { exitCodes, UserError } from '../model/errors.js';
import { busyError, codeOf, explainFileError, isBusy, unusableTarget } from './file-errors.js';

/** A target that cannot be used, exit 2. */
export function refuse(sentence: (target: string) => string, target: string): UserError {
  return new UserError(sentence(target), exitCodes.usage);
}

async function probeFolder(target: string): Promise<void> {
  const folder = await stat(dirname(target)).catch((error: unknown) => codeOf(error));
  if (folder === 'EACCES') throw refuse(unusableTarget.notWritable, target);
  if (typeof folder === 'string')
    throw refuse(folder === 'ENOTDIR' ? unusableTarget.notAFolder : unusableTarget.noFolder, target);
  if (!folder.isDirectory()) throw refuse(unusableTarget.notAFolder, target);
  await access(dirname(target), constants.W_OK | constants.X_OK).catch((error: unknown) => {
    throw codeOf(error) === 'EROFS' ? explainFileError(error, target) : refuse(unusableTarget.notWritable, target);
  });
}

/** Excel keeps a file `~$name` beside an open workbook. */
async function isOpenInExcel(target: string): Promise<boolean> {
  const owner = await lstat(join(dirname(target), `~$${basename(target)}`)).catch(() => undefined);
  return owner !== undefined;
}

async function probeExisting(target: string): Promise<void> {
  try {
    await (await open(target, 'r+')).close();
  } catch (error) {
    if (codeOf(error) === 'EBUSY' || (isBusy(error) && (await isOpenInExcel(target)))) throw busyError(target);
    throw isBusy(error) ? refuse(unusableTarget.readOnly, target) : explainFileError(error, target);
  }
}

/**
 * Says before the work whether the target can be written: throws UserError (exit 2) for a folder, a symbolic link, a missing or
 * closed folder, and (exit 1) for a workbook that Excel holds open. Creates nothing.
 */
export async function probeTarget(path: string): Promise<void> {
  const target = resolve(path);
  await probeFolder(target);
  const found = await lstat(target).catch((error: unknown) => codeOf(error));
  if (found === 'ENOENT') return;
  if (found === 'ENAMETOOLONG') throw refuse(unusableTarget.tooLong, target);
  if (typeof found === 'string') throw refuse(unusableTarget.notWritable, target);
  if (found.isSymbolicLink()) throw refuse(unusableTarget.link, target);
  if (found.isDirectory()) throw refuse(unusableTarget.folder, target);
  if (!found.isFile()) throw refuse(unusableTarget.special, target);
  await probeExisting(target);
}
