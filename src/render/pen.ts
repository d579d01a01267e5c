// Where the writing of a worksheet stands, and how a cell gets there.
import type { RowBreak, Worksheet } from 'exceljs';
import type { Table } from '../ledger/sheet.js';
import type { SheetPlan } from './sheet-plan.js';
import type { CellStyle } from './workbook-styles.js';
import type { WorkbookTally } from './workbook-value.js';

/** Both worksheets of exceljs have page breaks; its published type does not. */
export type BreakableWorksheet = Worksheet & { readonly rowBreaks: RowBreak[] };

export interface Pen {
  readonly worksheet: BreakableWorksheet;
  readonly plan: SheetPlan;
  readonly tally: WorkbookTally;
  row: number;
  /** Points that the page has, the repeated titles among them. */
  used: number;
  readonly titles: number;
}

/** A table with, per column, the sheet column (from 0) where it begins, one more for the end, and the width. */
export interface PlacedTable extends Table {
  readonly starts: readonly number[];
  readonly widths: readonly number[];
}

/** Rows from 1, sheet columns from 0; `end` and `bottom` are not part of the block. */
interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly start: number;
  readonly end: number;
}

/** One value; merged where the block is more than one cell, and every cell of it gets the style. */
export function putBlock(
  { worksheet }: Pen,
  { top, bottom, start, end }: Block,
  value: string | number | null,
  style: CellStyle,
): void {
  const cell = worksheet.getCell(top, start + 1);
  cell.value = value;
  cell.style = style;
  if (bottom - top > 1 || end - start > 1) worksheet.mergeCells(top, start + 1, bottom - 1, end);
}
