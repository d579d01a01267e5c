// Widths of a table's columns, in Excel's units of one digit: wide enough that nothing shows #### and Chinese is not cut.
import type { CellValue, SheetColumn, Table } from '../ledger/sheet.js';
import { cellText } from './cell-text.js';
import { wrappedHeader } from './header-text.js';
import { cellPadding, textWidth } from './text-lines.js';

/** A text wider than this is wrapped inside its cell. */
const widestText = 60;
const shortText = 26;
const margin = 2;
const filterButton = 3;
const dayWidth = 12;
const momentWidth = 18;
const narrowest = 6;

/** Bold digits and the signs between them, in a wide font. */
function numberWidth(text: string): number {
  const digits = text.replace(/\D/g, '').length;
  return Math.ceil(digits * 1.15 + (text.length - digits) * 0.7 + 1.5);
}

/** The widest content of a column so far. */
function contentWidth(column: SheetColumn, value: CellValue | undefined, widest: number): number {
  if (value === null || value === undefined) return widest;
  if (typeof value === 'number') return Math.max(widest, numberWidth(cellText(column.format, value)));
  if (column.format === 'day') return Math.max(widest, dayWidth);
  if (column.format === 'moment') return Math.max(widest, value.length > 10 ? momentWidth : dayWidth);
  if (value.length * 2 + cellPadding <= widest || widest >= widestText) return widest;
  return Math.max(widest, Math.min(Math.ceil(textWidth(value) + cellPadding), widestText));
}

/** A header may be wrapped into two lines, but not below eight columns. */
function headerWidth(column: SheetColumn, isFiltered: boolean): number {
  const width = textWidth(wrappedHeader(column)) + 1;
  return Math.max(Math.min(width, 9), Math.ceil(width / 2)) + (isFiltered ? filterButton : 0);
}

/** Content walks numbers by size, so that few of them are formatted. */
function wantedWidths(table: Table, least: readonly number[]): readonly number[] {
  const widths = [...least];
  const sized = new Map<number, number>();
  const measure = (row: readonly CellValue[]) => {
    for (const [index, column] of table.columns.entries()) {
      const value = row[index];
      if (typeof value === 'number') {
        const size = Math.abs(value) * (value < 0 ? 10 : 1);
        if (size <= (sized.get(index) ?? -1)) continue;
        sized.set(index, size);
      }
      widths[index] = contentWidth(column, value, widths[index] ?? 0);
    }
  };
  for (const row of table.rows) measure(row);
  if (table.total !== undefined) measure(table.total);
  return widths;
}

/** Takes from the widest text column, unit by unit, until the table fits; identities and other short texts are never wrapped. */
function squeezed(table: Table, wanted: readonly number[], least: readonly number[], room: number): readonly number[] {
  const widths = [...wanted];
  const spare = (index: number) => (table.columns[index]?.format === 'text' ? (widths[index] ?? 0) : 0);
  for (let excess = widths.reduce((sum, width) => sum + width, 0) - room; excess > 0; excess -= 1) {
    const widest = [...widths.keys()]
      .filter((index) => spare(index) > Math.max(least[index] ?? 0, shortText))
      .reduce((best, index) => (best < 0 || spare(index) > spare(best) ? index : best), -1);
    if (widest < 0) break;
    widths[widest] = (widths[widest] ?? 0) - 1;
  }
  return widths;
}

/** One width per column, not below the column's own; long texts give way, and are wrapped, so that the table keeps within `room`. */
export function columnWidths(table: Table, isFiltered: boolean, room: number): readonly number[] {
  const least = table.columns.map((column) =>
    Math.max(narrowest, column.width + margin, headerWidth(column, isFiltered)),
  );
  return squeezed(table, wantedWidths(table, least), least, room).map((width) => Math.min(width, 255));
}
