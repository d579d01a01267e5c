// --previous: which workbooks it means, and what staff typed into them.
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { readHandEntries } from '../exports/hand-entries.js';
import { entryIndexOf } from '../ledger/carry/entry-index.js';
import type { Day } from '../model/day.js';
import { type ForeignPlace, type HandEntries, ledgerStem, noHandEntries } from '../model/hand-entries.js';
import type { LedgerBook } from './ledger-books.js';
import { usage } from './option-values.js';

/** Names of our workbooks. */
export const ledgerFileName = /^(?:台账|工作日志)_.*\.xlsx$/;

/** Of every ledger in the folder the latest workbook; the date stands at the end of the name. */
function latestIn(folder: string): readonly string[] {
  const latest = new Map<string, string>();
  for (const name of readdirSync(folder).sort()) {
    const dated = name.replace(/_勾稽不平(?=\.xlsx$)/, '');
    const known = latest.get(ledgerStem(name));
    if (!ledgerFileName.test(name)) continue;
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

export interface PreviousLedgers {
  readonly entries: HandEntries;
  /** By absolute path, what each file holds that no ledger has a place for. */
  readonly foreign: ReadonlyMap<string, readonly ForeignPlace[]>;
}

/** Throws UserError (2, 3) where a file is no ledger or cannot be understood. */
export async function readPrevious(
  files: readonly string[],
  books: readonly LedgerBook[],
  asOf: Day,
): Promise<PreviousLedgers> {
  const current = entryIndexOf(
    books.flatMap(({ sheets }) => sheets),
    asOf,
  );
  let all: HandEntries = noHandEntries;
  const foreign = new Map<string, readonly ForeignPlace[]>();
  for (const path of files) {
    const found = await readHandEntries(path, basename(path), current);
    foreign.set(path, found.foreign);
    all = {
      ...all,
      rows: [...all.rows, ...found.rows],
      removed: [...all.removed, ...found.removed],
      warnings: [...all.warnings, ...found.warnings],
    };
  }
  return { entries: all, foreign };
}
