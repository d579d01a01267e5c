// The rows of one ledger table, with what staff typed into them; totals, repeated headers, signature and notes are not among them.
import type { EntryColumn, WrittenRow } from '../model/entry-index.js';
import { type HandRow, type HandValue, handValueText, identityOf, rowKeyText } from '../model/hand-entries.js';
import { cellText } from './cell-text.js';
import { type EntryHeader, isHeaderRow } from './entry-header.js';
import { handValue, unreadable, unreadableMessage } from './hand-value.js';
import type { RawRow } from './table.js';

/** Where a table stands on its sheet, and what the tool wrote there. */
export interface EntryTable {
  readonly file: string;
  readonly sheet: string;
  readonly rows: readonly RawRow[];
  readonly header: EntryHeader;
  /** The place of the first row behind the table. */
  readonly end: number;
  /** By key; null = not known what the tool wrote. */
  readonly written: ReadonlyMap<string, WrittenRow> | null;
  /** 口径说明 of the workbook. */
  readonly notes: ReadonlySet<string>;
}

/** A table and its rows: those between header and signature that are neither total, note nor header. */
export interface EntryArea extends EntryTable {
  readonly records: readonly RawRow[];
}

const emptyNotice = '本期无数据';

function isTotal({ cells }: RawRow, { header: { layout, places } }: EntryTable): boolean {
  return layout.columns.some(({ key, isInput }) => {
    const cell = cells[places.get(key) ?? -1];
    return !isInput && typeof cell === 'string' && /^(?:合计|(?:.* )?小计)$/.test(cell);
  });
}

/** A text over several columns: a note wherever it begins, or one of the user's over the whole width. */
function isBanner({ cells }: RawRow, { header: { layout, places }, notes }: EntryTable): boolean {
  const [first, ...others] = [...cells.keys()].filter((index) => handValue(cells[index]) !== null);
  if (first === undefined || others.length > 0) return false;
  const text = cellText(cells[first] ?? null);
  if (notes.has(text) || /^(?:第 \d+ 至 \d+ 行为空行|“[^”]*”：)/.test(text)) return true;
  if (first > 0) return false;
  const isInput = layout.columns.some((column) => column.isInput && places.get(column.key) === 0);
  return !isInput && (/[，；：。“、]/.test(text) || text.length > 24);
}

export function isSignature({ cells }: RawRow): boolean {
  return cells.some((cell) => typeof cell === 'string' && /^制表：.*审批：/.test(cell));
}

function valuesOf(row: RawRow, area: EntryArea, refuse: Refuse): ReadonlyMap<string, HandValue> {
  const values = new Map<string, HandValue>();
  for (const column of area.header.layout.columns) {
    const index = area.header.places.get(column.key);
    const value = index === undefined ? null : handValue(row.cells[index]);
    if (value === null || value === emptyNotice) continue;
    if (value !== unreadable) values.set(column.key, value);
    else if (column.isInput) refuse(row.line, column, unreadableMessage);
  }
  return values;
}

type Refuse = (line: number, column: EntryColumn, message: string) => never;

function keyOf(columns: readonly EntryColumn[], values: ReadonlyMap<string, HandValue>): string | null {
  const parts = columns.filter(({ isKey }) => isKey).map(({ key }) => values.get(key));
  return parts.every((part) => part === undefined) ? null : rowKeyText(parts.map((part) => part ?? null));
}

/** A row that staff typed as a whole: without a key, or with one that the tool did not write. */
export function isOwnRow({ cells }: RawRow, { header: { layout, places }, written }: EntryArea): boolean {
  const values = new Map<string, HandValue>();
  for (const { key } of layout.columns.filter(({ isKey }) => isKey)) {
    const value = handValue(cells[places.get(key) ?? -1]);
    if (value !== null && value !== unreadable && value !== emptyNotice) values.set(key, value);
  }
  const key = keyOf(layout.columns, values);
  return key === null || (written !== null && !written.has(key));
}

/** A value differs from what the tool wrote, or the tool wrote nothing. */
function isTyped(value: HandValue, original: HandValue | undefined): boolean {
  return original === undefined || handValueText(value) !== handValueText(original);
}

function entriesOf(row: RawRow, area: EntryArea, refuse: Refuse): HandRow | undefined {
  const { columns, sheet, table } = area.header.layout;
  const values = valuesOf(row, area, refuse);
  const key = keyOf(columns, values);
  const before = key === null ? undefined : area.written?.get(key);
  const isOwn = isOwnRow(row, area);
  const counts = ({ key: name, isInput, isFormula }: EntryColumn, value: HandValue) =>
    isOwn ? !isFormula : isInput && isTyped(value, before?.originals[name]);
  const cells: [string, HandValue][] = [];
  for (const column of columns) {
    const value = values.get(column.key);
    if (value !== undefined && counts(column, value)) cells.push([column.key, value]);
  }
  if (cells.length === 0) return undefined;
  const identity = identityOf(before?.originals ?? Object.fromEntries(values));
  const place = { sheet, table, key, file: area.file, line: row.line };
  return { ...place, isOwn, cells: Object.fromEntries(cells), ...(identity && { identity }) };
}

export function entryArea(table: EntryTable): EntryArea {
  const { rows, header, end } = table;
  const records: RawRow[] = [];
  for (let at = header.leaf + 1; at < end; at += 1) {
    const row = rows[at];
    if (row === undefined || isSignature(row)) break;
    const isOther = row.cells.length === 0 || isTotal(row, table) || isBanner(row, table);
    if (!isOther && !isHeaderRow(rows, at, header.layout)) records.push(row);
  }
  return { ...table, records };
}

/** Rows with hand entries, in the order of the sheet. `refuse` ends the reading. */
export function handRowsOf(area: EntryArea, refuse: Refuse): readonly HandRow[] {
  return area.records.flatMap((row) => entriesOf(row, area, refuse) ?? []);
}

/** Sheet columns (from 0) beyond those of the table that staff filled, with their headers. */
export function filledExtras({
  header: { places, missing, extra },
  records,
}: EntryArea): readonly { readonly index: number; readonly header: string }[] {
  const known = new Set([...places.values(), ...missing.map(({ found }) => found?.index ?? -1)]);
  const filled = new Set<number>();
  for (const { cells } of records)
    for (const [index, cell] of cells.entries()) if (!known.has(index) && handValue(cell) !== null) filled.add(index);
  return [...filled].sort((a, b) => a - b).map((index) => ({ index, header: extra.get(index) ?? '' }));
}
