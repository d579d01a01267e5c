// Where the tables of a workbook stand, so that formulas can name their cells.
import type { SheetColumn, Table } from '../ledger/sheet.js';

/** Rows from 1, both inclusive. */
export interface RowRange {
  readonly from: number;
  readonly to: number;
}

export interface TablePlace {
  /** Name of the sheet as its layout has it, and as the workbook has it. */
  readonly sheet: string;
  readonly worksheet: string;
  /** Place among the tables of the worksheet. */
  readonly index: number;
  readonly table: Table;
  /** Per column the sheet column (from 0) where it begins. */
  readonly starts: readonly number[];
  /** The last header row. */
  readonly headerRow: number;
  /** Data rows, spare rows among them, without subtotals and repeated headers. */
  readonly areas: readonly RowRange[];
  /** Null where nothing is added up: the table has no total, or no rows. */
  readonly totalRow: number | null;
}

/** From the first data row to the last, subtotals among them; null for a table without any row. */
export function spanOf({ areas }: TablePlace): RowRange | null {
  const [first, last] = [areas[0], areas.at(-1)];
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to };
}

function isLiveColumn({ formula, total, list, check }: SheetColumn): boolean {
  return [formula, total, list, check].some((feature) => feature !== undefined);
}

/** Whether the table holds anything that must know where rows stand: formulas, totals, dropdowns, checks, colours, spare rows. */
export function isLive({ columns, highlights = [], rowFormulas = [], subtotalBy, spareRows = 0 }: Table): boolean {
  const hasFeature = highlights.length > 0 || rowFormulas.length > 0 || subtotalBy !== undefined || spareRows > 0;
  return hasFeature || columns.some(isLiveColumn);
}
