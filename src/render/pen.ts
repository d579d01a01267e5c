// Where the writing of a worksheet stands.
import type { Table } from '../ledger/sheet.js';
import type { Paper } from './paper.js';
import { tallest } from './row-height.js';
import type { SheetPlan } from './sheet-plan.js';
import type { RowRange, TablePlace } from './table-place.js';
import type { WorkbookTally } from './workbook-value.js';

export interface Pen {
  readonly paper: Paper;
  readonly plan: SheetPlan;
  readonly tally: WorkbookTally;
  /** Of all worksheets, where the workbook has formulas; the blank round makes them. */
  readonly places: readonly TablePlace[];
  row: number;
  /** Points that the page has, the repeated titles among them. */
  used: number;
  readonly titles: number;
  /** Points below the last row of the table, the signature's, that are not to stand on a page without it. */
  tail: number;
}

/** A table with, per column, the sheet column (from 0) where it begins, one more for the end, and the width. */
export interface PlacedTable extends Table {
  readonly starts: readonly number[];
  readonly widths: readonly number[];
  /** Where the table stands; undefined in the blank round and where no formula asks. */
  readonly place: TablePlace | undefined;
  /** It is the list that has the sheet's filter. */
  readonly isFiltered: boolean;
  /** Where the page is full, the table goes on under its header on the next one. */
  readonly isDivided: boolean;
}

/** Where the rows of a table came to stand. */
export interface WrittenTable {
  readonly headerRow: number;
  readonly areas: readonly RowRange[];
  readonly totalRow: number | null;
}

export function finishRow(pen: Pen, height: number, hidden = false): void {
  pen.paper.finishRow(pen.row, Math.min(height, tallest), hidden);
  pen.row += 1;
  if (hidden) return;
  pen.used = pen.used + height > pen.plan.pageHeight ? pen.titles + height : pen.used + height;
}

/** The row that comes next begins a page. */
export function breakPage(pen: Pen): void {
  pen.paper.breakBelow(pen.row - 1);
  pen.used = pen.titles;
}
