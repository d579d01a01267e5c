// Hand entries of earlier workbooks into new ones: by key, never over another entry, and nothing is lost on the way.
import type { Day } from '../../model/day.js';
import type { EntryIndex } from '../../model/entry-index.js';
import { formTableId, type HandEntries, type RemovedEntry } from '../../model/hand-entries.js';
import { removedSheet } from '../removed-rows.js';
import type { Sheet } from '../sheet.js';
import { type CarriedSheet, type Conflict, carriedSheet } from './carried-sheet.js';
import { entryIndexOf } from './entry-index.js';
import { entryIndexSheet } from './entry-index-sheet.js';
import { readsFar } from './far-formulas.js';
import { withFormResults } from './form-results.js';
import { carriedForm, formTargetsOf } from './form-target.js';
import { placeLine } from './place-lines.js';
import { placeRow } from './place-rows.js';
import { targetsOf } from './target.js';
import type { Incoming, LedgerBook, Work } from './work.js';

export interface Carried {
  /** The sheets with the hand entries, in their order. */
  readonly sheets: readonly Sheet[];
  /** 已移出; null where nothing was removed. */
  readonly removedSheet: Sheet | null;
  /** Hidden; belongs into every ledger workbook, behind all other sheets. */
  readonly indexSheet: Sheet;
  readonly removed: readonly RemovedEntry[];
  /** Hand entries that stand in the sheets. */
  readonly carried: number;
  readonly conflicts: readonly Conflict[];
}

export interface CarriedAcross {
  /** One per book, in their order. */
  readonly books: readonly Carried[];
  /** Hand entries that stay where they are, by the name of their file: no book continues it, and none has their row. */
  readonly left: ReadonlyMap<string, number>;
}

/** What 已移出 holds, row by row; entries without a key stay single. */
function returning(removed: readonly RemovedEntry[]): readonly Incoming[] {
  const rows = new Map<string, RemovedEntry[]>();
  for (const [at, entry] of removed.entries()) {
    const { sheet, table, key, file, identity } = entry;
    const name = JSON.stringify([sheet, table, key, key === '' ? at : file, identity]);
    const same = rows.get(name);
    if (same === undefined || same.some(({ column }) => column === entry.column))
      rows.set(same === undefined ? name : `${name}${at}`, [entry]);
    else same.push(entry);
  }
  return [...rows.values()].flatMap((before): readonly Incoming[] => {
    const [first] = before;
    if (first === undefined) return [];
    const { sheet, table, key, file, identity } = first;
    const cells = Object.fromEntries(before.map(({ column, value }) => [column, value]));
    const place = { sheet, table, key: key === '' ? null : key, file, line: 0 };
    return [{ ...place, isOwn: false, cells, before, ...(identity && { identity }) }];
  });
}

/** The sheets of one workbook; those whose formulas read what only a spreadsheet can add up are stale. */
function sheetsAfter(work: Work, at: number, conflicts: readonly Conflict[]): readonly Sheet[] {
  const { sheets = [] } = work.books[at] ?? {};
  const targets = [...work.targets.values()].flat().filter(({ book }) => book === at);
  const forms = [...work.forms.values()].flat().filter(({ book }) => book === at);
  const after = sheets.map((sheet): CarriedSheet => {
    const form = forms.find((target) => target.sheet === sheet);
    if (form !== undefined) return { sheet: carriedForm(form), touched: new Set() };
    const own = conflicts.filter((conflict) => conflict.sheet === sheet.name);
    return carriedSheet(
      sheet,
      targets.filter((target) => target.sheet === sheet),
      own,
    );
  });
  const touched = new Map(after.map((one) => [one.sheet.name, one.touched]));
  const told = after.map(({ sheet }) => (readsFar(sheet, touched) ? { ...sheet, isStale: true as const } : sheet));
  return forms.some(({ patches }) => patches.size > 0) ? withFormResults(told) : told;
}

function bookAfter(work: Work, index: EntryIndex, at: number): Carried {
  const own = <Item extends { readonly book: number }>(items: readonly Item[]) =>
    items.filter(({ book }) => book === at).map(({ book: _, ...item }) => item);
  const [removed, conflicts] = [own(work.removed), own(work.conflicts)];
  const subtitle = `数据日期：${work.asOf}　共 ${removed.length} 处`;
  return {
    sheets: sheetsAfter(work, at, conflicts),
    removedSheet: removed.length === 0 ? null : removedSheet(removed, subtitle),
    indexSheet: entryIndexSheet(index),
    removed,
    carried: work.carried[at] ?? 0,
    conflicts,
  };
}

function place(work: Work, row: Incoming): void {
  if (row.table === formTableId) placeLine(work, row);
  else placeRow(work, row);
}

/**
 * Puts hand entries into the new workbooks of one run, each by its key wherever the row now stands. An
 * entry that differs from a value of the export wins, and a note says so. Entries without a row go to 已移出 of the book that continues
 * their file, and come back from there with their row.
 */
export function carryAcross(books: readonly LedgerBook[], entries: HandEntries, asOf: Day): CarriedAcross {
  const targets = targetsOf(books.map(({ sheets }) => sheets));
  const forms = formTargetsOf(books.map(({ sheets }) => sheets));
  const left = new Map<string, number>();
  const work: Work = { asOf, targets, forms, carried: books.map(() => 0), conflicts: [], removed: [], books, left };
  for (const row of entries.rows) place(work, { ...row, before: [] });
  for (const row of returning(entries.removed)) place(work, row);
  const carried = books.map(({ sheets }, at) => {
    const hasRemoved = work.removed.some(({ book }) => book === at);
    const all = hasRemoved ? [...sheets, removedSheet([], '')] : sheets;
    return bookAfter(work, entryIndexOf(all, asOf), at);
  });
  return { books: carried, left };
}

/** As `carryAcross`, for one workbook. */
export function carry(sheets: readonly Sheet[], entries: HandEntries, asOf: Day): Carried {
  const [carried] = carryAcross([{ name: '', sheets }], entries, asOf).books;
  return carried as Carried;
}
