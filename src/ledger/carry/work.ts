// What one run of carrying knows and collects.
import type { Day } from '../../model/day.js';
import {
  type HandRow,
  type HandValue,
  handValueText,
  type RemovedEntry,
  type RowIdentity,
} from '../../model/hand-entries.js';
import { ledgerStem } from '../../model/ledger-file.js';
import { maskName } from '../../model/mask.js';
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
  passedOn: '这个编号现在是另一笔',
} as const;

export interface Work {
  readonly asOf: Day;
  readonly targets: ReadonlyMap<string, readonly Target[]>;
  readonly forms: ReadonlyMap<string, readonly FormTarget[]>;
  readonly carried: number[];
  readonly conflicts: (Conflict & { readonly book: number })[];
  readonly removed: (RemovedEntry & { readonly book: number })[];
  readonly books: readonly LedgerBook[];
  /** Hand entries that stay in their file, which no book continues, by its name. */
  readonly left: Map<string, number>;
}

/** A row of a workbook, or what 已移出 holds of one. */
export interface Incoming extends HandRow {
  readonly before: readonly RemovedEntry[];
}

/**
 * The book that continues the file, else the only one that is no form; undefined where there are several: then what belongs to nobody
 * in them stays in the file, such as that of an employee who left.
 */
export function bookOf({ books }: Work, file: string): number | undefined {
  const stem = ledgerStem(file);
  const same = books.findIndex(({ name }) => ledgerStem(name) === stem);
  if (same >= 0 || books.length === 1) return Math.max(0, same);
  const lists = [...books.keys()].filter((at) => books[at]?.sheets.some(({ form }) => form === undefined) === true);
  return lists.length === 1 ? lists[0] : undefined;
}

function rowName({ key, line }: HandRow): string {
  return key === null ? `第 ${line} 行` : (JSON.parse(key) as string[]).join(' ');
}

/** 已移出 may come into a workbook that shows no names. */
function withoutName(identity: RowIdentity): RowIdentity {
  const { customerName } = identity;
  return typeof customerName === 'string' ? { ...identity, customerName: maskName(customerName) } : identity;
}

export function remove(work: Work, row: Incoming, book: number, column: string, header: string, reason: string): void {
  const value = row.cells[column];
  const before = row.before.find((entry) => entry.column === column);
  if (before !== undefined) work.removed.push({ ...before, file: '', book });
  else if (value !== undefined) {
    const place = { sheet: row.sheet, table: row.table, key: row.key ?? '', row: rowName(row), column, header };
    const identity = row.identity === undefined ? {} : { identity: withoutName(row.identity) };
    work.removed.push({ ...place, value, since: work.asOf, reason, file: '', ...identity, book });
  }
}

export function removeRow(work: Work, row: Incoming, reason: string, headerOf: (column: string) => string): void {
  const book = bookOf(work, row.file);
  const names = Object.keys(row.cells);
  if (book === undefined) work.left.set(row.file, (work.left.get(row.file) ?? 0) + names.length);
  else for (const name of names) remove(work, row, book, name, headerOf(name), reason);
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
