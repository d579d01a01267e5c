// One run at a time per target: a lock file beside it, with the process and machine that hold it.
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
import { readFile, rename, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { exitCodes, UserError } from '../model/errors.js';

interface Holder {
  readonly pid: number;
  readonly host: string;
}

const held = new Set<string>();
const attempts = 5;
/** A lock without readable content is being written at this moment, or its writer died in between. */
const writingMs = 50;

function lockPath(target: string): string {
  return join(dirname(target), `.${basename(target)}.lock`);
}

/** Whether a process of this machine is alive; one that belongs to somebody else counts as alive. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

function parseHolder(text: string): Holder | undefined {
  const found = /^(\d{1,10}) (\S+)\n$/.exec(text);
  return found ? { pid: Number(found[1]), host: String(found[2]) } : undefined;
}

async function readHolder(path: string): Promise<Holder | undefined> {
  for (let attempt = 1; attempt < attempts; attempt += 1) {
    const holder = parseHolder(await readFile(path, 'latin1').catch(() => ''));
    if (holder !== undefined) return holder;
    await setTimeout(writingMs);
  }
  return undefined;
}

function machine(): string {
  return hostname().replace(/[^\w.-]/g, '_') || 'localhost';
}

/** Stale only when its process is dead on this very machine; a process number of our own that we do not hold was reused. */
function isStale(holder: Holder | undefined, path: string): boolean {
  if (holder === undefined) return true;
  if (holder.host !== machine()) return false;
  return holder.pid === process.pid ? !held.has(path) : !isAlive(holder.pid);
}

/** Moves a stale lock away; two runs that both found it stale cannot both remove a lock made since. */
async function removeStale(path: string): Promise<void> {
  const aside = `${path}.${process.pid}`;
  await rename(path, aside).catch(() => {});
  const moved = parseHolder(await readFile(aside, 'latin1').catch(() => ''));
  if (moved !== undefined && !isStale(moved, path)) await rename(aside, path).catch(() => {});
  else await rm(aside, { force: true });
}

/** Whether it is ours now. At once, so that a signal finds either no lock or one that is known as held. */
function create(path: string): boolean {
  let file: number;
  try {
    file = openSync(path, 'wx', 0o600);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
  held.add(path);
  try {
    writeSync(file, `${process.pid} ${machine()}\n`);
    return true;
  } catch (error) {
    giveBack(path);
    throw error;
  } finally {
    closeSync(file);
  }
}

function lockedError(target: string, holder: Holder | undefined): UserError {
  const who = holder === undefined ? '' : `（进程 ${holder.pid}，主机 ${holder.host}）`;
  return new UserError(
    `“${basename(target)}”正由另一次运行写入${who}：请等它结束再试；若确认没有别的运行，请删除 ${lockPath(target)}`,
    exitCodes.locked,
  );
}

/** Takes the lock of a target; throws UserError (exit 5) while another run holds it. */
export async function takeLock(target: string): Promise<void> {
  const path = lockPath(target);
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    if (create(path)) return;
    const holder = await readHolder(path);
    if (!isStale(holder, path)) throw lockedError(target, holder);
    await removeStale(path);
  }
  throw lockedError(target, undefined);
}

function giveBack(path: string): void {
  rmSync(path, { force: true });
  held.delete(path);
}

export function releaseLock(target: string): void {
  const path = lockPath(target);
  if (held.has(path)) giveBack(path);
}

/** Gives back all locks at once, for the last moment before the process ends. */
export function releaseLocks(): void {
  for (const path of held) giveBack(path);
}
