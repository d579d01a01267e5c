// A workbook that staff wrote into is replaced only by one that holds what they wrote.
import { existsSync, realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { hasHandEntries } from '../exports/hand-entries.js';
import type { EntryIndex } from '../model/entry-index.js';
import { exitCodes, UserError } from '../model/errors.js';
import type { PreviousLedgers } from './ledger-previous.js';
import { probeTarget } from './probe-target.js';

function isSameFile(one: string, other: string): boolean {
  return existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other);
}

/** Throws UserError (exit 2) where the file at `path` would be lost with something in it; `current` describes the new workbook. */
export async function refuseToLose(path: string, { foreign }: PreviousLedgers, current: EntryIndex): Promise<void> {
  if (!existsSync(path)) return;
  await probeTarget(path);
  const name = basename(path);
  const [, lost] = [...foreign].find(([file]) => isSameFile(file, path)) ?? [];
  if (lost === undefined) {
    if (!(await hasHandEntries(path, name, current))) return;
    throw new UserError(
      `“${name}”里有手工填写的内容：请加 --previous 带上它（可写这个文件或它所在的文件夹），或换一个文件夹`,
      exitCodes.usage,
    );
  }
  const [first] = lost;
  if (first === undefined) return;
  const place = first.place === '' ? '' : `（${first.place}）`;
  throw new UserError(
    `“${name}”的工作表“${first.sheet}”${place}里有带不进新台账的内容，覆盖后会丢失：请用 -o 把新台账写到另一个文件夹`,
    exitCodes.usage,
  );
}
