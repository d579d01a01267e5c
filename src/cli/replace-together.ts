// Temporary files take the places of their targets: all of them, or none. What is needed to go back lies beside each target.
import { copyFileSync, existsSync, linkSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { exitCodes, UserError } from '../model/errors.js';
import { isAlive } from './lock.js';
import { renameOver, temporaryPath, type Undo, undoing, writing } from './output.js';

/** Ends of names, after that of the temporary file: the old file, and the mark of a target that was not there. */
const oldEnd = '.old';
const absentEnd = '.none';

/** A second name for the old file. A copy is whole before it has that name. */
function keepOld(target: string): void {
  const temporary = temporaryPath(target);
  if (!existsSync(target)) {
    writeFileSync(`${temporary}${absentEnd}`, '', { mode: 0o600 });
    return;
  }
  try {
    linkSync(target, `${temporary}${oldEnd}`);
  } catch {
    // Not every file system has second names.
    copyFileSync(target, `${temporary}.copy`);
    renameSync(`${temporary}.copy`, `${temporary}${oldEnd}`);
  }
}

/** Where a program holds the new file open, the old one comes back under another name: it must not be lost. */
function putBack(target: string, pid: number): string | undefined {
  const temporary = temporaryPath(target, pid);
  const [old, absent] = [`${temporary}${oldEnd}`, `${temporary}${absentEnd}`];
  try {
    if (existsSync(old)) renameSync(old, target);
    else if (existsSync(absent)) rmSync(target, { force: true });
    return undefined;
  } catch {
    const other = join(dirname(target), `原_${basename(target)}`);
    if (existsSync(old)) renameSync(old, other);
    return basename(other);
  } finally {
    rmSync(absent, { force: true });
  }
}

function putAllBack(targets: readonly string[]): readonly string[] {
  return targets.flatMap((target) => putBack(target, process.pid) ?? []);
}

function explained(error: unknown, kept: readonly string[]): unknown {
  if (kept.length === 0 || !(error instanceof UserError)) return error;
  return new UserError(`${error.message}；原来的文件保留为 ${kept.join('、')}`, exitCodes.failed, error.problems);
}

/**
 * Puts the temporary file of each target in its place and removes the `outdated` files, or leaves everything as it was: also when the
 * process is stopped in between. All lie in one folder, whose lock is held.
 */
export async function replaceTogether(targets: readonly string[], outdated: readonly string[]): Promise<void> {
  const all = [...outdated, ...targets];
  const undo: Undo = () => void putAllBack(all);
  for (const target of outdated) writing.add(target);
  undoing.add(undo);
  try {
    for (const target of all) keepOld(target);
    for (const target of outdated) rmSync(target, { force: true });
    for (const target of targets) await renameOver(temporaryPath(target), target);
  } catch (error) {
    throw explained(error, putAllBack(all));
  } finally {
    undoing.delete(undo);
  }
}

const leftover = /^\.(.+)\.(\d{1,10})\.tmp(\.old|\.none)?$/;

/** What a killed run left half done in the folder is undone; where it had come to its end, only its marks go. The lock is held. */
export function undoInterrupted(folder: string): void {
  const found = readdirSync(folder).flatMap((name) => {
    const [, target, pid, end] = leftover.exec(name) ?? [];
    const isDead = pid !== undefined && (Number(pid) === process.pid || !isAlive(Number(pid)));
    return isDead && target !== undefined ? [{ name, target, pid: Number(pid), end }] : [];
  });
  for (const pid of new Set(found.map((file) => file.pid))) {
    const own = found.filter((file) => file.pid === pid);
    const marked = own.filter(({ end }) => end !== undefined);
    // A temporary file that never came to its place tells that others did not either.
    if (own.length > marked.length) for (const { target } of marked) putBack(join(folder, target), pid);
    for (const { name } of marked) rmSync(join(folder, name), { force: true });
  }
}
