// What must be known of a worksheet before its first row is written: the streaming writer cannot go back.
import type { Sheet, Table } from '../ledger/sheet.js';
import { columnWidths } from './column-widths.js';
import { hasGroups } from './header-spans.js';

export interface SheetPlan {
  readonly widths: readonly number[];
  /** Rows and columns that stay in view; 0 = none. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** The only list of the sheet: it gets the filter. */
  readonly filtered: Table | undefined;
  /** Rows repeated on every printed page. */
  readonly repeatedRows: number;
  /** Columns repeated where the print is more than one page wide; 0 = none. */
  readonly repeatedColumns: number;
  readonly pagesWide: number;
}

/** A4 landscape keeps a print scale of about 70 % up to this many width units. */
const pageUnits = 215;
const widestFreeze = 60;
const titleRows = 2;

/** The text columns at the left of a list, as far as they leave room for the rest. */
function leadingTexts(table: Table, widths: readonly number[]): number {
  let count = 0;
  let used = 0;
  for (const column of table.columns) {
    used += widths[count] ?? 0;
    if (column.format !== 'text' || used > widestFreeze || count >= 3) break;
    count += 1;
  }
  return Math.min(count, table.columns.length - 1);
}

export function planSheet(sheet: Sheet): SheetPlan {
  const lists = sheet.tables.filter((table) => table.isList === true);
  const filtered = lists.length === 1 ? lists[0] : undefined;
  const widths = columnWidths(sheet, filtered !== undefined);
  const first = sheet.tables[0];
  const headerRows =
    first === undefined ? 0 : (first.heading === undefined ? 0 : 1) + (hasGroups(first.columns) ? 2 : 1);
  const isListOnTop = filtered !== undefined && filtered === first;
  const frozenColumns = isListOnTop ? leadingTexts(filtered, widths) : 0;
  const pagesWide = Math.max(1, Math.ceil(widths.reduce((sum, width) => sum + width, 0) / pageUnits));
  return {
    widths,
    frozenRows: isListOnTop ? titleRows + headerRows : 0,
    frozenColumns,
    filtered,
    repeatedRows: titleRows + (sheet.tables.length === 1 ? headerRows : 0),
    repeatedColumns: pagesWide > 1 ? frozenColumns : 0,
    pagesWide,
  };
}
