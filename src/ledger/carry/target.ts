// A table of the new workbooks, ready to take hand entries.
import { type HandValue, handValueText } from '../../model/hand-entries.js';
import type { CellValue, Sheet, SheetColumn, Table } from '../sheet.js';
import { sheetValue, shownValue } from './cell-units.js';
import { columnKey, isInput, rowKeyReader, tableKey, takesEntries } from './entry-index.js';

export interface Target {
  readonly book: number;
  readonly sheet: Sheet;
  readonly table: Table;
  /** The first row of each key, from 0. */
  readonly places: ReadonlyMap<string, number>;
  readonly rows: readonly (readonly CellValue[])[];
  /** Carried cells by row, then column. */
  readonly patches: Map<number, Map<number, CellValue>>;
  readonly staffRows: (readonly CellValue[])[];
}

function targetOf(book: number, sheet: Sheet, table: Table): Target {
  const rows = [...table.rows];
  const keyOf = rowKeyReader(table);
  const places = new Map<string, number>();
  for (const [at, row] of rows.entries()) {
    const key = keyOf(row);
    if (key !== null && !places.has(key)) places.set(key, at);
  }
  return { book, sheet, table, places, rows, patches: new Map(), staffRows: [...(table.staffRows ?? [])] };
}

/** The tables that staff type into, by sheet and table; a book split by employee has its share of each. */
export function targetsOf(books: readonly (readonly Sheet[])[]): ReadonlyMap<string, readonly Target[]> {
  const targets = new Map<string, Target[]>();
  for (const [book, sheets] of books.entries())
    for (const sheet of sheets)
      for (const table of sheet.tables.filter(takesEntries)) {
        const name = targetName(sheet.name, tableKey(sheet, table));
        targets.set(name, [...(targets.get(name) ?? []), targetOf(book, sheet, table)]);
      }
  return targets;
}

export function targetName(sheet: string, table: string): string {
  return JSON.stringify([sheet, table]);
}

export interface PlacedColumn {
  readonly at: number;
  readonly column: SheetColumn;
}

export function columnOf({ table }: Target, name: string): PlacedColumn | undefined {
  const at = table.columns.findIndex((column) => columnKey(column) === name);
  const column = table.columns[at];
  return column === undefined ? undefined : { at, column };
}

/** Whether the cell takes what was typed: an input cell that holds no other hand entry. */
export function fits(target: Target, place: number, { at, column }: PlacedColumn, value: HandValue): boolean {
  const carried = target.patches.get(place)?.get(at);
  return isInput(column) && (carried === undefined || carried === sheetValue(column.format, value));
}

/** Whether a cell of the export says the same already. */
export function says(target: Target, place: number, { at, column }: PlacedColumn, value: HandValue): boolean {
  const shown = shownValue(column.format, target.rows[place]?.[at] ?? null);
  return shown !== null && handValueText(shown) === handValueText(value);
}

export function isFilled(target: Target, place: number, { at }: PlacedColumn): boolean {
  const value = target.rows[place]?.[at] ?? null;
  return value !== null && value !== '';
}

export function putCell(target: Target, place: number, { at, column }: PlacedColumn, value: HandValue): void {
  const row = target.patches.get(place) ?? new Map<number, CellValue>();
  target.patches.set(place, row.set(at, sheetValue(column.format, value)));
}

/** What a typed row and an exported one have in common: the columns of `takeoverKey`, moments by their day. */
function takeoverText(table: Table, cellOf: (at: number) => HandValue | null): string | null {
  const names = table.takeoverKey ?? [];
  const texts = names.map((name) => {
    const at = table.columns.findIndex(({ key }) => key === name);
    const value = at < 0 ? null : cellOf(at);
    const text = value === null ? '' : handValueText(value);
    return table.columns[at]?.format === 'moment' ? text.slice(0, 10) : text;
  });
  return texts[0] === undefined || texts[0] === '' || texts.filter((text) => text !== '').length < 2
    ? null
    : JSON.stringify(texts);
}

/** The only exported row that a row typed without key can be; undefined where there is none, or more than one. */
export function takenOverBy(target: Target, cells: Readonly<Record<string, HandValue>>): number | undefined {
  const { table, rows } = target;
  const wanted = takeoverText(table, (at) => cells[columnKey(table.columns[at] as SheetColumn)] ?? null);
  if (wanted === null) return undefined;
  const found = [...rows.keys()].filter((place) => {
    const row = rows[place] ?? [];
    return takeoverText(table, (at) => shownValue(table.columns[at]?.format ?? 'text', row[at] ?? null)) === wanted;
  });
  return found.length === 1 ? found[0] : undefined;
}
