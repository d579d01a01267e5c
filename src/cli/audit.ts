// The audit log beside results that show everything: who, when, why, which command, which files in and out; never a customer.
import { createHash } from 'node:crypto';
import {
  closeSync,
  constants,
  createReadStream,
  fstatSync,
  fsyncSync,
  openSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { findFiles, standardInput } from '../exports/source.js';
import { exitCodes, UserError } from '../model/errors.js';
import type { Destination } from './emit.js';
import { say } from './messages.js';
import { usage } from './option-values.js';
import type { ReadyFile, Undo } from './output.js';
import type { Settings } from './settings.js';
import { momentOf, type Shell, userOf } from './shell.js';

const auditName = '脱敏审计.log';

/** What a line says beside time, user and files. */
export interface Audit {
  readonly command: string;
  readonly reason: string;
  /** As on the command line; their files are told with their hashes. */
  readonly paths: readonly string[];
}

/** undefined unless everything is to be shown. Throws UserError (exit 2) where no line could stand for the run. */
export function auditOf(
  command: string,
  paths: readonly string[],
  { fullReason }: Settings,
  target: Destination['target'],
): Audit | undefined {
  if (fullReason === undefined) return undefined;
  if (target === undefined) throw usage('--mask full：不能输出到屏幕；请用 -o 写入文件');
  if (paths.includes(standardInput)) throw usage('--mask full：不能从管道读入；请给出文件或文件夹');
  return { command, reason: fullReason, paths };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const bytes of createReadStream(path)) hash.update(bytes);
  return hash.digest('hex');
}

async function hashed(files: readonly ReadyFile[]): Promise<readonly object[]> {
  const told: object[] = [];
  for (const { name, path } of files) told.push({ 文件: name, SHA256: await hashOf(path) });
  return told;
}

async function lineOf(
  audit: Audit,
  files: readonly ReadyFile[],
  columns: readonly string[],
  shell: Shell,
): Promise<string> {
  const inputs = await findFiles(audit.paths, shell.cwd);
  return `${JSON.stringify({
    时间: momentOf(shell),
    用户: userOf(shell),
    命令: audit.command,
    原因: audit.reason,
    完整显示的列: columns,
    写出: await hashed(files),
    读入: await hashed(inputs.map(({ path, file }) => ({ name: file, path }))),
  })}\n`;
}

function refusal(): UserError {
  return new UserError(`写不了“${auditName}”，没有写出任何结果：请检查这个文件和文件夹的权限`, exitCodes.failed);
}

/** Appends one line, on disk when this returns. Undoing takes it away, unless another run has written behind it. */
function append(log: string, line: string): Undo {
  const { O_APPEND, O_CREAT, O_NOFOLLOW = 0, O_WRONLY } = constants;
  let file: number;
  try {
    file = openSync(log, O_WRONLY | O_CREAT | O_APPEND | O_NOFOLLOW, 0o600);
  } catch {
    throw refusal();
  }
  try {
    const before = fstatSync(file).size;
    const undo = () => {
      if (before === 0) rmSync(log, { force: true });
      else truncateSync(log, before);
    };
    try {
      writeSync(file, line);
      fsyncSync(file);
    } catch {
      undo();
      throw refusal();
    }
    const after = fstatSync(file).size;
    return () => {
      if (statSync(log, { throwIfNoEntry: false })?.size === after) undo();
    };
  } finally {
    closeSync(file);
  }
}

/**
 * For `announce`: writes the line before the results take their places, so that there are no results without one; it is taken away again
 * where the run fails then.
 */
export function announcing(
  audit: Audit,
  folder: string,
  columns: () => readonly string[],
  shell: Shell,
): (files: readonly ReadyFile[]) => Promise<Undo> {
  return async (files) => append(join(folder, auditName), await lineOf(audit, files, columns(), shell));
}

/** Said once the results are there. */
export function sayAudit(shell: Shell, audit: Audit | undefined): void {
  if (audit !== undefined) say(shell, [`提示 结果没有脱敏，请妥善保管；原因、操作人和文件摘要已记入“${auditName}”`]);
}
