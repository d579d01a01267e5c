// What must be known of a worksheet before its first row is written: the streaming writer cannot go back.
import type { Sheet, Table } from '../ledger/sheet.js';
import { columnWidths } from './column-widths.js';
import { hasGroups } from './header-spans.js';
import { type SheetGrid, sheetGrid } from './sheet-grid.js';
import { textUnits } from './text-lines.js';

export interface SheetPlan extends SheetGrid {
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
  /** Points of row height on one printed page, at the scale that the widths come to. */
  readonly pageHeight: number;
}

/** A4 landscape keeps a print scale of about 70 % up to this many width units. */
const pageUnits = 215;
/** Width units and points of an A4 page between its margins, at full size. */
const fullUnits = 150;
const fullHeight = 510;
/** What a table may take alone; a little less beside others, whose edges push it wider. */
const tableUnits = 212;
const sharedUnits = 190;
const widestFreeze = 60;
const titleRows = 2;
/** A 16 pt bold title against texts of 10 pt. */
const titleScale = 1.6;

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}

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

/** Tables with the same headers get the same widths, so that they stand exactly below each other. */
function alikeWidths(tables: readonly Table[], widths: readonly (readonly number[])[]): readonly (readonly number[])[] {
  const keys = tables.map(({ columns }) => columns.map(({ header }) => header).join('\n'));
  return widths.map((own, index) =>
    own.map((_, column) =>
      Math.max(...widths.map((other, at) => (keys[at] === keys[index] ? (other[column] ?? 0) : 0))),
    ),
  );
}

/** The list, or a first table that has the most columns, keeps its columns whole: it is the one that is sorted and copied. */
function wholeTable(tables: readonly Table[], filtered: Table | undefined): number {
  if (filtered !== undefined) return tables.indexOf(filtered);
  const most = Math.max(0, ...tables.map(({ columns }) => columns.length));
  return tables[0]?.columns.length === most ? 0 : -1;
}

/** Wide enough for the title, and for the notes where there is nothing else. */
function widened({ widths, starts }: SheetGrid, { title }: Sheet): SheetGrid {
  if (widths.length === 0) return { widths: [100], starts };
  const wanted = Math.min(textUnits(title) * titleScale + 2, 150);
  const more = Math.ceil(Math.max(0, wanted - sum(widths)) / widths.length);
  return { widths: widths.map((width) => Math.min(width + more, 255)), starts };
}

function gridOf(sheet: Sheet, filtered: Table | undefined): SheetGrid {
  const room = sheet.tables.length > 1 ? sharedUnits : tableUnits;
  const widths = sheet.tables.map((table) => columnWidths(table, table === filtered, room));
  return widened(sheetGrid(alikeWidths(sheet.tables, widths), wholeTable(sheet.tables, filtered)), sheet);
}

export function planSheet(sheet: Sheet): SheetPlan {
  const lists = sheet.tables.filter((table) => table.isList === true);
  const filtered = lists.length === 1 ? lists[0] : undefined;
  const grid = gridOf(sheet, filtered);
  const first = sheet.tables[0];
  const headerRows =
    first === undefined ? 0 : (first.heading === undefined ? 0 : 1) + (hasGroups(first.columns) ? 2 : 1);
  const isListOnTop = filtered !== undefined && filtered === first;
  const frozenColumns = isListOnTop ? leadingTexts(filtered, grid.widths) : 0;
  const total = sum(grid.widths);
  const repeatedUnits = sum(grid.widths.slice(0, frozenColumns));
  const pagesWide = total <= pageUnits ? 1 : Math.ceil((total - repeatedUnits) / (pageUnits - repeatedUnits));
  return {
    ...grid,
    frozenRows: isListOnTop ? titleRows + headerRows : 0,
    frozenColumns,
    filtered,
    repeatedRows: titleRows + (sheet.tables.length === 1 ? headerRows : 0),
    repeatedColumns: pagesWide > 1 ? frozenColumns : 0,
    pagesWide,
    pageHeight: fullHeight / Math.min(1, (fullUnits * pagesWide) / total),
  };
}
