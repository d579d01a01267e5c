// What one run of carrying knows and collects.
import type { Day } from '../../model/day.js';
import {
  type HandRow,
  type HandValue,
  handValueText,
  ledgerStem,
  type RemovedEntry,
} from '../../model/hand-entries.js';
import type { Sheet } from '../sheet.js';
import type { Conflict } from './carried-sheet.js';
import type { FormTarget } from './form-target.js';
import type { Target } from './target.js';

/** A workbook before and after: `name` is that of its file. */
export interface LedgerBook {
  readonly name: string;
  readonly sheets: readonly Sheet[];
}

/** Why an entry stands on 已移出. */
export const reasons = {
  gone: '本期名单里没有这一行',
  noSheet: '本次没有生成这张表',
  noKey: '这一行没有编号，或编号被改动',
  noInput: '这一栏现在不由人工填写',
  noLine: '表单里没有空行可放',
  taken: '同一格已有别的手填内容',
  exported: '已由导出的同一笔取代',
} as const;

export interface Work {
  readonly asOf: Day;
  readonly targets: ReadonlyMap<string, readonly Target[]>;
  readonly forms: ReadonlyMap<string, readonly FormTarget[]>;
  readonly carried: number[];
  readonly conflicts: (Conflict & { readonly book: number })[];
  readonly removed: (RemovedEntry & { readonly book: number })[];
  readonly books: readonly LedgerBook[];
}

/** A row of a workbook, or what 已移出 holds of one. */
export interface Incoming extends HandRow {
  readonly before: readonly RemovedEntry[];
}

/** The book that continues the file; else the first. */
export function bookOf({ books }: Work, file: string): number {
  const stem = ledgerStem(file);
  return Math.max(
    0,
    books.findIndex(({ name }) => ledgerStem(name) === stem),
  );
}

function rowName({ key, line }: HandRow): string {
  return key === null ? `第 ${line} 行` : (JSON.parse(key) as string[]).join(' ');
}

export function remove(work: Work, row: Incoming, book: number, column: string, header: string, reason: string): void {
  const value = row.cells[column];
  const before = row.before.find((entry) => entry.column === column);
  if (before !== undefined) work.removed.push({ ...before, file: '', book });
  else if (value !== undefined) {
    const place = { sheet: row.sheet, table: row.table, key: row.key ?? '', row: rowName(row), column, header };
    work.removed.push({ ...place, value, since: work.asOf, reason, file: '', book });
  }
}

export function removeRow(work: Work, row: Incoming, reason: string, headerOf: (column: string) => string): void {
  const book = bookOf(work, row.file);
  for (const name of Object.keys(row.cells)) remove(work, row, book, name, headerOf(name), reason);
}

/** Says what an export has where staff typed something else. */
export function tellConflict(
  work: Work,
  book: number,
  row: Incoming,
  header: string,
  typed: HandValue,
  exported: HandValue | null,
): void {
  const texts = { typed: handValueText(typed), exported: exported === null ? '' : handValueText(exported) };
  work.conflicts.push({ sheet: row.sheet, row: rowName(row), header, ...texts, book });
}

export function countCarried(work: Work, book: number): void {
  work.carried[book] = (work.carried[book] ?? 0) + 1;
}
