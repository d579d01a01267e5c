// What must be known of a worksheet before its first row is written: the streaming writer cannot go back.
import type { Form, Sheet, Table } from '../ledger/sheet.js';
import { columnWidths } from './column-widths.js';
import { hasGroups } from './header-spans.js';
import { firstPageColumns, pagesFor, printedPages } from './printed-page.js';
import { closeBy, type SheetGrid, sheetGrid } from './sheet-grid.js';
import type { RowRange, TablePlace } from './table-place.js';
import { textUnits } from './text-lines.js';

export interface SheetPlan extends SheetGrid {
  /** Rows and columns that stay in view; 0 = none. */
  readonly frozenRows: number;
  readonly frozenColumns: number;
  /** The only list of the sheet: it gets the filter. */
  readonly filtered: Table | undefined;
  /** Rows repeated on every printed page; null = none. */
  readonly repeatedRows: RowRange | null;
  /** Columns repeated where the print is more than one page wide; 0 = none. */
  readonly repeatedColumns: number;
  readonly pagesWide: number;
  /** 0 = as many as it takes. */
  readonly pagesHigh: 0 | 1;
  /** Texts below the tables keep to these first columns: those of the first page, where a sheet is made for several. */
  readonly noteColumns: number;
  readonly orientation: 'portrait' | 'landscape';
  /** Widths of hidden sheet columns (from 0), should someone show them; in `widths` they count for nothing. */
  readonly hidden: ReadonlyMap<number, number>;
  /** Points of row height on one printed page, at the scale that the widths come to. */
  readonly pageHeight: number;
}

/** What a table may take alone; a little less beside others, whose edges push it wider. */
const tableUnits = 212;
const sharedUnits = 190;
const widestFreeze = 60;
/** Where the sheet says how many pages wide it prints, long texts need not give way. */
const widestSheet = 1000;
/** More would leave too little of a screen for the rows. */
const mostFrozenRows = 14;
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

function gridOf(sheet: Sheet, own: readonly (readonly number[])[], filtered: Table | undefined): SheetGrid {
  const shown = sheet.tables.map(({ columns }, table) =>
    columns.map(({ hidden }, index) => (hidden === true ? closeBy : (own[table]?.[index] ?? 0))),
  );
  return widened(sheetGrid(alikeWidths(sheet.tables, shown), wholeTable(sheet.tables, filtered)), sheet);
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

function headerRowsOf(table: Table | undefined): number {
  return table === undefined ? 0 : (table.heading === undefined ? 0 : 1) + (hasGroups(table.columns) ? 2 : 1);
}

/** A form is one page, and its columns are as wide as it says. */
function planForm({ print }: Sheet, { widths }: Form): SheetPlan {
  const orientation = print?.orientation ?? 'portrait';
  return {
    widths,
    starts: [],
    hidden: new Map(),
    orientation,
    frozenRows: 0,
    frozenColumns: 0,
    filtered: undefined,
    repeatedRows: null,
    repeatedColumns: 0,
    pagesWide: 1,
    pagesHigh: 1,
    noteColumns: widths.length,
    pageHeight: Number.POSITIVE_INFINITY,
  };
}

export function planSheet(sheet: Sheet): SheetPlan {
  if (sheet.form !== undefined) return planForm(sheet, sheet.form);
  const lists = sheet.tables.filter((table) => table.isList === true);
  const filtered = lists.length === 1 ? lists[0] : undefined;
  const room = sheet.tables.length > 1 ? sharedUnits : sheet.print?.pagesWide === undefined ? tableUnits : widestSheet;
  const own = sheet.tables.map((table) => columnWidths(table, table === filtered, room));
  const grid = gridOf(sheet, own, filtered);
  const hidden = hiddenColumns(sheet, grid, own);
  const widths = grid.widths.map((width, index) => (hidden.has(index) ? 0 : width));
  const headerRows = headerRowsOf(sheet.tables[0]);
  const isListOnTop = filtered !== undefined && filtered === sheet.tables[0];
  const frozenColumns = isListOnTop
    ? (sheet.frozenColumns ?? leadingTexts(filtered, widths))
    : (sheet.frozenColumns ?? 0);
  const repeatsHeader = sheet.tables.length === 1 || (isListOnTop && sheet.frozenColumns !== undefined);
  const orientation = sheet.print?.orientation ?? 'landscape';
  const { units, height, room: pageRoom } = printedPages[sheet.print?.paper ?? 'A4'][orientation];
  const total = sum(widths);
  const pagesWide = sheet.print?.pagesWide ?? pagesFor(total, sum(widths.slice(0, frozenColumns)), pageRoom);
  return {
    widths,
    starts: grid.starts,
    hidden,
    orientation,
    frozenRows: isListOnTop ? titleRows + headerRows : 0,
    frozenColumns,
    filtered,
    repeatedRows: { from: 1, to: titleRows + (repeatsHeader ? headerRows : 0) },
    repeatedColumns: pagesWide > 1 ? frozenColumns : 0,
    pagesWide,
    pagesHigh: 0,
    noteColumns:
      (sheet.print?.pagesWide ?? 1) > 1 ? firstPageColumns(widths, (total / pagesWide) * 0.97) : widths.length,
    pageHeight: height / Math.min(1, (units * pagesWide) / total),
  };
}

/** A list that stands below other tables keeps its header in sight and on every page, where the sheet asks for it. */
export function planWithPlaces(plan: SheetPlan, sheet: Sheet, places: readonly TablePlace[]): SheetPlan {
  const index = plan.filtered === undefined ? -1 : sheet.tables.indexOf(plan.filtered);
  const place = places.find((other) => other.index === index);
  if (index <= 0 || place === undefined || sheet.frozenColumns === undefined) return plan;
  const to = place.headerRow;
  return {
    ...plan,
    ...(to <= mostFrozenRows ? { frozenRows: to } : {}),
    repeatedRows: { from: to - (hasGroups(place.table.columns) ? 1 : 0), to },
  };
}
