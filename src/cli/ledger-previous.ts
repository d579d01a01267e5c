// --previous: what staff typed into earlier workbooks, carried into those of this run.
import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { hasHandEntries, readHandEntries } from '../exports/hand-entries.js';
import { type Carried, carryAcross } from '../ledger/carry/carry.js';
import { entryIndexOf } from '../ledger/carry/entry-index.js';
import type { Day } from '../model/day.js';
import { exitCodes, UserError } from '../model/errors.js';
import { type HandEntries, ledgerStem, noHandEntries } from '../model/hand-entries.js';
import type { LedgerBook } from './ledger-books.js';
import { usage } from './option-values.js';
import { probeTarget } from './probe-target.js';

const pattern = /^(?:台账|工作日志)_.*\.xlsx$/;

/** Of every ledger in the folder the latest workbook; the date stands at the end of the name. */
function latestIn(folder: string): readonly string[] {
  const latest = new Map<string, string>();
  for (const name of readdirSync(folder).sort()) {
    const dated = name.replace(/_勾稽不平(?=\.xlsx$)/, '');
    const known = latest.get(ledgerStem(name));
    if (!pattern.test(name)) continue;
    if (known === undefined || dated >= known.replace(/_勾稽不平(?=\.xlsx$)/, '')) latest.set(ledgerStem(name), name);
  }
  return [...latest.values()].map((name) => join(folder, name));
}

/** The workbooks that --previous means, absolute. Throws UserError (exit 2). */
export function previousFiles(given: string | undefined, cwd: string): readonly string[] {
  if (given === undefined) return [];
  const path = resolve(cwd, given);
  if (!existsSync(path)) throw usage(`--previous ${given}：找不到这个文件或文件夹`);
  if (!statSync(path).isDirectory()) return [path];
  const files = latestIn(path);
  if (files.length === 0) throw usage(`--previous ${given}：文件夹里没有台账（台账_….xlsx 或 工作日志_….xlsx）`);
  return files;
}

function isSameFile(one: string, other: string): boolean {
  return existsSync(one) && existsSync(other) && realpathSync(one) === realpathSync(other);
}

function refuseToLoseSheet(path: string, foreign: readonly string[], targets: readonly string[]): void {
  const [sheet] = foreign;
  if (sheet === undefined || !targets.some((target) => isSameFile(target, path))) return;
  throw new UserError(
    `“${basename(path)}”的工作表“${sheet}”里有带不进新台账的内容（自己加的工作表或列），覆盖后会丢失：请用 -o 把新台账写到另一个文件夹`,
    exitCodes.usage,
  );
}

async function readAll(
  files: readonly string[],
  targets: readonly string[],
  books: readonly LedgerBook[],
  asOf: Day,
): Promise<HandEntries> {
  const current = entryIndexOf(
    books.flatMap(({ sheets }) => sheets),
    asOf,
  );
  let all: HandEntries = noHandEntries;
  for (const path of files) {
    const { rows, removed, warnings, foreign } = await readHandEntries(path, basename(path), current);
    refuseToLoseSheet(path, foreign, targets);
    all = {
      ...all,
      rows: [...all.rows, ...rows],
      removed: [...all.removed, ...removed],
      warnings: [...all.warnings, ...warnings],
    };
  }
  return all;
}

export interface CarriedBooks {
  /** One per workbook, in their order. */
  readonly books: readonly Carried[];
  /** What could not be carried, one sentence each. */
  readonly warnings: readonly string[];
}

/**
 * The workbooks with the hand entries of the files. Throws UserError (2, 3) where a file cannot be understood, or is one of `targets` and
 * holds what cannot be carried.
 */
export async function carryFrom(
  files: readonly string[],
  targets: readonly string[],
  books: readonly LedgerBook[],
  asOf: Day,
): Promise<CarriedBooks> {
  const entries = await readAll(files, targets, books, asOf);
  const named = books.map(({ stem, sheets }) => ({ name: `${stem}.xlsx`, sheets }));
  return { books: carryAcross(named, entries, asOf), warnings: entries.warnings };
}

/** A workbook that staff wrote into is replaced only by one that holds what they wrote. Throws UserError (exit 2). */
export async function refuseToLoseEntries(
  target: string,
  book: LedgerBook,
  carriedFrom: readonly string[],
  asOf: Day,
): Promise<void> {
  if (!existsSync(target)) return;
  await probeTarget(target);
  if (carriedFrom.some((path) => isSameFile(path, target))) return;
  const name = basename(target);
  if (await hasHandEntries(target, name, entryIndexOf(book.sheets, asOf)))
    throw new UserError(
      `“${name}”里有手工填写的内容：请加 --previous 带上它（可写这个文件或它所在的文件夹），或换一个文件夹`,
      exitCodes.usage,
    );
}
