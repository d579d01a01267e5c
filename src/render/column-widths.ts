// Widths of a sheet's columns, in Excel's units of one digit: wide enough that nothing shows #### and Chinese is not cut.
import type { CellValue, Sheet, SheetColumn, Table } from '../ledger/sheet.js';
import { cellText } from './cell-text.js';
import { displayWidth } from './width.js';

/** A text wider than this is wrapped inside its cell; where tables share their columns, sooner. */
const widestText = 60;
const widestSharedText = 30;
const margin = 2;
const filterButton = 3;
const dayWidth = 10;
/** A 16 pt bold title against the 11 pt digit that widths are counted in. */
const titleScale = 1.6;

/** The widest text of a column so far; walks numbers by size, so that few of them are formatted. */
function contentWidth(column: SheetColumn, value: CellValue | undefined, widest: number, limit: number): number {
  if (value === null || value === undefined) return widest;
  if (column.format === 'day') return Math.max(widest, dayWidth);
  if (typeof value === 'string' && (value.length * 2 <= widest || widest >= limit)) return widest;
  const text = cellText(column.format, value);
  const width = text.split('\n').reduce((most, line) => Math.max(most, displayWidth(line)), 0);
  return Math.max(widest, typeof value === 'string' ? Math.min(width, limit) : width);
}

/** A header may be wrapped into two lines, but not below eight columns. */
function headerWidth(column: SheetColumn, isFiltered: boolean): number {
  const width = displayWidth(column.header);
  const half = Math.ceil(width / 4) * 2;
  return Math.max(Math.min(width, 8), half) + (isFiltered ? filterButton : 0);
}

function tableWidths(table: Table, isFiltered: boolean, limit: number): readonly number[] {
  const widths = table.columns.map((column) => Math.max(column.width, headerWidth(column, isFiltered)));
  const sized = new Map<number, number>();
  const measure = (row: readonly CellValue[]) => {
    for (const [index, column] of table.columns.entries()) {
      const value = row[index];
      if (typeof value === 'number') {
        const size = Math.abs(value) * (value < 0 ? 10 : 1);
        if (size <= (sized.get(index) ?? -1)) continue;
        sized.set(index, size);
      }
      widths[index] = contentWidth(column, value, widths[index] ?? 0, limit);
    }
  };
  for (const row of table.rows) measure(row);
  if (table.total !== undefined) measure(table.total);
  return widths.map((width) => width + margin);
}

/** One width per column of the sheet; where tables stand below each other the widest counts, and the title fits in any case. */
export function columnWidths(sheet: Sheet, isFiltered: boolean): readonly number[] {
  const limit = sheet.tables.length > 1 ? widestSharedText : widestText;
  const all = sheet.tables.map((table) => tableWidths(table, isFiltered && table.isList === true, limit));
  const count = Math.max(1, ...sheet.tables.map((table) => table.columns.length));
  const widths = Array.from({ length: count }, (_, index) => Math.max(8, ...all.map((some) => some[index] ?? 0)));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const wanted = Math.max(displayWidth(sheet.title) * titleScale + margin, sheet.tables.length === 0 ? 100 : 0);
  const more = Math.ceil(Math.max(0, Math.min(wanted, 150) - total) / count);
  return widths.map((width) => Math.min(width + more, 255));
}
