// Heights in points, written into the workbook: Excel and LibreOffice do not agree on what a wrapped text needs.
import type { CellValue, Table } from '../ledger/sheet.js';
import { hasGroups } from './header-spans.js';
import { hasTotals } from './table-totals.js';
import { cellPadding, lineCount } from './text-lines.js';

interface SizedTable extends Table {
  readonly widths: readonly number[];
}

/** Of a row with one line; each further line takes `lineHeight`. */
export const dataHeight = 18;
export const lineHeight = 15;
export const headingHeight = 22;
export const gapHeight = 15;
/** Excel's own limit. */
export const tallest = 409;

/** Height of a data row: taller where a text is wrapped. */
export function dataRowHeight({ columns, widths }: SizedTable, row: readonly CellValue[]): number {
  let lines = 1;
  for (const [index, { format, hidden }] of columns.entries()) {
    const value = row[index];
    if (format !== 'text' || hidden === true || typeof value !== 'string') continue;
    const width = widths[index] ?? 8;
    if (value.length * 2 < width - cellPadding && !value.includes('\n')) continue;
    lines = Math.max(lines, lineCount(value, width - cellPadding));
  }
  return Math.min(lines * lineHeight + dataHeight - lineHeight, tallest);
}

/**
 * What must stay together with the heading of a table: all of it where it fits into `room`, else its first rows.
 * Rows are only walked where they are few enough to fit.
 */
export function heightToKeep(table: SizedTable, room: number): number {
  const head =
    (table.heading === undefined ? 0 : headingHeight) + (hasGroups(table.columns) ? 2 : 1) * (lineHeight + 5);
  const few = head + 3 * dataHeight;
  if (head + table.rowCount * dataHeight > room) return few;
  let height = head + (hasTotals(table) ? dataHeight : 0);
  for (const row of table.rows) height += dataRowHeight(table, row);
  return height <= room ? height : few;
}
