import type { SheetColumn } from '../ledger/sheet.js';
import { headerText } from './header-text.js';
import { displayWidth } from './width.js';

/** Blanks between two columns. */
export const gap = 2;
const narrowestText = 8;

/** A column that is shown, `index` being its place in the table. */
export interface FittedColumn {
  readonly column: SheetColumn;
  readonly index: number;
  readonly width: number;
}

function totalWidth(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width + gap, -gap);
}

function headerWidth(column: SheetColumn): number {
  return displayWidth(`${column.group ?? ''}${headerText(column)}`);
}

/** Where room is short a header takes two lines: half of its width, or eight columns at least. */
function headerNeed(column: SheetColumn): number {
  const width = headerWidth(column);
  return Math.max(Math.min(width, 8), Math.ceil(width / 2) + (width % 4 === 0 ? 0 : 1));
}

/** Takes columns away from the widest text until all fit; numbers and days keep their width. */
function shrunk(columns: readonly SheetColumn[], widths: readonly number[], limit: number): readonly number[] {
  const result = [...widths];
  while (totalWidth(result) > limit) {
    let widest = -1;
    for (const [index, column] of columns.entries()) {
      const width = result[index] ?? 0;
      if (column.format !== 'text' || width <= narrowestText) continue;
      if (widest < 0 || width > (result[widest] ?? 0)) widest = index;
    }
    if (widest < 0) return result;
    result[widest] = (result[widest] ?? 0) - 1;
  }
  return result;
}

/** Widths that keep a table within `limit`: long texts are narrowed first, then the last columns are dropped and named. */
export function fitColumns(
  columns: readonly SheetColumn[],
  cells: readonly (readonly string[])[],
  limit: number,
): { readonly fitted: readonly FittedColumn[]; readonly dropped: readonly string[] } {
  const contents = columns.map((_, index) =>
    cells.reduce((width, line) => Math.max(width, displayWidth(line[index] ?? '')), 1),
  );
  const roomy = columns.map((column, index) => Math.max(headerWidth(column), contents[index] ?? 0));
  const tight = columns.map((column, index) => Math.max(headerNeed(column), contents[index] ?? 0));
  const natural = totalWidth(roomy) <= limit ? roomy : tight;
  let count = columns.length;
  let widths = shrunk(columns, natural, limit);
  while (count > 1 && totalWidth(widths) > limit) {
    count -= 1;
    widths = shrunk(columns.slice(0, count), natural.slice(0, count), limit);
  }
  return {
    fitted: columns.slice(0, count).map((column, index) => ({
      column,
      index,
      width: Math.min(widths[index] ?? 0, limit),
    })),
    dropped: columns.slice(count).map((column) => `${column.group ?? ''}${column.header}`),
  };
}
