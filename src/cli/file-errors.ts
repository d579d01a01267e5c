// What the system says when a file cannot be written, as a sentence for staff.
import { basename, dirname } from 'node:path';
import { exitCodes, UserError } from '../model/errors.js';

const sentences: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘已满：请清理磁盘后重试',
  EDQUOT: '磁盘配额已用完：请清理文件后重试',
  EFBIG: '文件超过系统允许的大小：请换一个位置，或减少内容后重试',
  EIO: '磁盘读写出错：请检查磁盘或网络盘后重试',
  EROFS: '磁盘是只读的：请换一个位置',
};

const busyCodes = new Set(['EBUSY', 'EPERM', 'EACCES']);

export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** Excel or another program may hold the file. */
export function isBusy(error: unknown): boolean {
  return busyCodes.has(codeOf(error));
}

export function busyError(target: string): UserError {
  return new UserError(`“${basename(target)}”被占用：请关闭 Excel 中的 “${basename(target)}”后重试`, exitCodes.failed);
}

/** A UserError (exit 1) for what the disk refuses; any other error as it is. */
export function explainFileError(error: unknown, target: string | undefined): unknown {
  const sentence = sentences[codeOf(error)];
  if (sentence === undefined) return error;
  return new UserError(
    target === undefined ? `写出时${sentence}` : `写 “${basename(target)}”时${sentence}`,
    exitCodes.failed,
  );
}

export const unusableTarget = {
  folder: (target: string) => `“${basename(target)}”是文件夹：请用 -o 给出文件名`,
  link: (target: string) => `“${basename(target)}”是符号链接：请直接给出真实的文件`,
  special: (target: string) => `“${basename(target)}”不是普通文件：请换一个文件名`,
  noFolder: (target: string) => `文件夹 “${dirname(target)}”不存在：请先建立它`,
  notAFolder: (target: string) => `“${dirname(target)}”不是文件夹：请换一个位置`,
  notWritable: (target: string) => `文件夹 “${dirname(target)}”不可写：请换一个位置或申请权限`,
  readOnly: (target: string) => `“${basename(target)}”是只读的：请换一个文件名或申请权限`,
  tooLong: (target: string) => `文件名 “${basename(target).slice(0, 20)}…”过长：请缩短`,
} as const;
