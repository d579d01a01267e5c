// The columns of a worksheet: as wide as its tables need, and where the columns of each table stand among them.
import type { Sheet, Table } from '../ledger/sheet.js';
import { columnWidths } from './column-widths.js';
import { pagesFor } from './printed-page.js';
import { closeBy, type SheetGrid, sheetGrid } from './sheet-grid.js';
import { textUnits } from './text-lines.js';

export interface TableGrid extends SheetGrid {
  /** Widths of hidden sheet columns (from 0), should someone show them; in `widths` they count for nothing. */
  readonly hidden: ReadonlyMap<number, number>;
}

/** What a table may take alone; a little less beside others, whose edges push it wider. */
const tableUnits = 212;
const sharedUnits = 190;
/** A 16 pt bold title against texts of 10 pt. */
const titleScale = 1.6;

export function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}

/** Long texts give way where the table is wider than this: the pages that its sheet asks for, or one. */
function roomOf(table: Table, { tables, print }: Sheet, filtered: Table | undefined, pageRoom: number): number {
  const pages = print?.pagesWide;
  if (tables.length > 1 && (table !== filtered || pages === undefined || pages === 1)) return sharedUnits;
  return pages === undefined ? tableUnits : pages * pageRoom;
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

/** How many columns of the list the other tables of its sheet leave free at their left: those repeated on a second page across. */
function indentOf({ print, frozenColumns = 0 }: Sheet, list: readonly number[], pageRoom: number): number {
  const pages = print?.pagesWide ?? pagesFor(sum(list), sum(list.slice(0, frozenColumns)), pageRoom);
  return pages > 1 ? frozenColumns : 0;
}

function gridOf(sheet: Sheet, widths: readonly (readonly number[])[], whole: number, list: number, free: number) {
  const isIndented = (table: number) => free > 0 && table !== list;
  const indented = widths.map((table, index) => (isIndented(index) ? [free, ...table] : table));
  const { starts, ...grid } = sheetGrid(indented, whole);
  return widened({ ...grid, starts: starts.map((of, index) => (isIndented(index) ? of.slice(1) : of)) }, sheet);
}

/** Sheet columns that are hidden: those of the table whose columns are whole, by their own widths. */
function hiddenColumns(
  { tables }: Sheet,
  { starts }: SheetGrid,
  own: readonly (readonly number[])[],
): ReadonlyMap<number, number> {
  const hidden = tables.flatMap(({ columns }, table) =>
    [...columns.keys()].flatMap((index) => {
      const [start, end] = [starts[table]?.[index] ?? 0, starts[table]?.[index + 1] ?? 0];
      const isHidden = columns[index]?.hidden === true && end - start === 1;
      return isHidden ? [[start, own[table]?.[index] ?? closeBy] as const] : [];
    }),
  );
  return new Map(hidden);
}

/** `filtered` is the only list of the sheet, `pageRoom` the most units that one page is made to hold. */
export function tableGrid(sheet: Sheet, filtered: Table | undefined, pageRoom: number): TableGrid {
  const { tables } = sheet;
  const own = tables.map((table) => columnWidths(table, table === filtered, roomOf(table, sheet, filtered, pageRoom)));
  const shown = tables.map(({ columns }, table) =>
    columns.map(({ hidden }, index) => (hidden === true ? closeBy : (own[table]?.[index] ?? 0))),
  );
  const widths = alikeWidths(tables, shown);
  const list = filtered === undefined ? -1 : tables.indexOf(filtered);
  const listed = widths[list] ?? [];
  const free = sum(listed.slice(0, indentOf(sheet, listed, pageRoom)));
  const grid = gridOf(sheet, widths, wholeTable(tables, filtered), list, free);
  const hidden = hiddenColumns(sheet, grid, own);
  return { ...grid, widths: grid.widths.map((width, index) => (hidden.has(index) ? 0 : width)), hidden };
}
