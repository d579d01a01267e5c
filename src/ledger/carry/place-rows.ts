// Where each hand entry goes: into the row of its key, into the rows of staff, or to 已移出.
import type { Day } from '../../model/day.js';
import {
  type HandRow,
  type HandValue,
  handValueText,
  ledgerStem,
  type RemovedEntry,
} from '../../model/hand-entries.js';
import type { CellValue, Sheet } from '../sheet.js';
import type { Conflict } from './carried-sheet.js';
import { sheetValue, shownValue } from './cell-units.js';
import { columnKey } from './entry-index.js';
import { columnOf, fits, isFilled, putCell, says, type Target, takenOverBy, targetName } from './target.js';

/** A workbook before and after: `name` is that of its file. */
export interface LedgerBook {
  readonly name: string;
  readonly sheets: readonly Sheet[];
}

const reasons = {
  gone: '本期名单里没有这一行',
  noSheet: '本次没有生成这张表',
  noKey: '这一行没有编号，或编号被改动',
  noInput: '这一栏现在不由人工填写',
  taken: '同一格已有别的手填内容',
  exported: '已由导出的同一笔取代',
} as const;

export interface Work {
  readonly asOf: Day;
  readonly targets: ReadonlyMap<string, readonly Target[]>;
  readonly carried: number[];
  readonly conflicts: (Conflict & { readonly book: number })[];
  readonly removed: (RemovedEntry & { readonly book: number })[];
  readonly books: readonly LedgerBook[];
}

/** A row of a workbook, or what 已移出 holds of one. */
export interface Incoming extends HandRow {
  readonly before: readonly RemovedEntry[];
}

interface Place {
  readonly target: Target;
  readonly place: number;
}

/** The book that continues the file; else the first. */
function bookOf({ books }: Work, file: string): number {
  const stem = ledgerStem(file);
  return Math.max(
    0,
    books.findIndex(({ name }) => ledgerStem(name) === stem),
  );
}

function rowName({ key, line }: HandRow): string {
  return key === null ? `第 ${line} 行` : (JSON.parse(key) as string[]).join(' ');
}

function remove(work: Work, row: Incoming, book: number, column: string, header: string, reason: string): void {
  const value = row.cells[column];
  const before = row.before.find((entry) => entry.column === column);
  if (before !== undefined) work.removed.push({ ...before, file: '', book });
  else if (value !== undefined) {
    const place = { sheet: row.sheet, table: row.table, key: row.key ?? '', row: rowName(row), column, header };
    work.removed.push({ ...place, value, since: work.asOf, reason, file: '', book });
  }
}

function removeRow(work: Work, row: Incoming, reason: string, target: Target | undefined): void {
  const header = (name: string) => (target === undefined ? undefined : columnOf(target, name)?.column.header);
  const book = bookOf(work, row.file);
  for (const name of Object.keys(row.cells)) remove(work, row, book, name, header(name) ?? name, reason);
}

function putRow(work: Work, row: Incoming, target: Target, place: number): void {
  const { book } = target;
  for (const [name, value] of Object.entries(row.cells)) {
    const found = columnOf(target, name);
    const isInputCell = found !== undefined && fits(target, place, found, value);
    if (found !== undefined && (isInputCell || row.isOwn) && says(target, place, found, value)) {
      work.carried[book] = (work.carried[book] ?? 0) + 1;
    } else if (found === undefined || !isInputCell) {
      const isTaken = found !== undefined && target.patches.get(place)?.has(found.at) === true;
      const reason = isTaken ? reasons.taken : row.isOwn ? reasons.exported : reasons.noInput;
      remove(work, row, book, name, found?.column.header ?? name, reason);
    } else {
      if (isFilled(target, place, found)) addConflict(work, row, target, place, name, value);
      putCell(target, place, found, value);
      work.carried[book] = (work.carried[book] ?? 0) + 1;
    }
  }
}

function addConflict(work: Work, row: HandRow, target: Target, place: number, name: string, value: HandValue): void {
  const found = columnOf(target, name);
  if (found === undefined) return;
  const exported = shownValue(found.column.format, target.rows[place]?.[found.at] ?? null);
  const texts = { typed: handValueText(value), exported: exported === null ? '' : handValueText(exported) };
  const { header } = found.column;
  work.conflicts.push({ sheet: row.sheet, row: rowName(row), header, ...texts, book: target.book });
}

/** A row that only staff know of stays at the end of its list. */
function keepOwn(work: Work, row: Incoming, target: Target): void {
  const known = new Set(target.table.columns.map(columnKey));
  target.staffRows.push(
    target.table.columns.map((column): CellValue => {
      const value = row.cells[columnKey(column)];
      return value === undefined ? null : sheetValue(column.format, value);
    }),
  );
  for (const name of Object.keys(row.cells)) {
    if (known.has(name)) work.carried[target.book] = (work.carried[target.book] ?? 0) + 1;
    else remove(work, row, target.book, name, name, reasons.noInput);
  }
}

function rowWith(targets: readonly Target[], placeIn: (target: Target) => number | undefined): Place | undefined {
  for (const target of targets) {
    const place = placeIn(target);
    if (place !== undefined) return { target, place };
  }
  return undefined;
}

/** Puts the entries of one row where they belong, or among the removed ones. */
export function placeRow(work: Work, row: Incoming): void {
  const targets = work.targets.get(targetName(row.sheet, row.table)) ?? [];
  const { key } = row;
  const found =
    (key === null ? undefined : rowWith(targets, ({ places }) => places.get(key))) ??
    (row.isOwn ? rowWith(targets, (target) => takenOverBy(target, row.cells)) : undefined);
  const home = targets.find(({ book }) => book === bookOf(work, row.file)) ?? targets[0];
  if (found !== undefined) putRow(work, row, found.target, found.place);
  else if (row.isOwn && home !== undefined && (home.table.spareRows ?? 0) > 0) keepOwn(work, row, home);
  else removeRow(work, row, home === undefined ? reasons.noSheet : row.isOwn ? reasons.noKey : reasons.gone, home);
}
