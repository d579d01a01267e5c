// --previous: what staff typed into the workbooks that it means.
import { basename } from 'node:path';
import { readHandEntries } from '../exports/hand-entries.js';
import { entryIndexOf } from '../ledger/carry/entry-index.js';
import type { Day } from '../model/day.js';
import { type ForeignPlace, type HandEntries, noHandEntries } from '../model/hand-entries.js';
import { ledgerStem } from '../model/ledger-file.js';
import type { LedgerBook } from './ledger-books.js';
import { withoutCopied } from './previous-copies.js';

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
  const same = new Map<string, HandEntries>();
  for (const path of files) {
    const read = await readHandEntries(path, basename(path), current);
    const stem = ledgerStem(path);
    const before = same.get(stem);
    const found = before === undefined ? read : withoutCopied(read, before);
    same.set(stem, before ?? read);
    foreign.set(path, read.foreign);
    all = {
      ...all,
      rows: [...all.rows, ...found.rows],
      removed: [...all.removed, ...found.removed],
      warnings: [...all.warnings, ...found.warnings],
    };
  }
  return { entries: all, foreign };
}
