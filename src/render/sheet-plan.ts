// What must be known of a worksheet before its first row is written: the streaming writer cannot go back.
import type { Form, Sheet, Table } from '../ledger/sheet.js';
import { hasGroups } from './header-spans.js';
import { firstPageColumns, pagesFor, printedPages } from './printed-page.js';
import type { SheetGrid } from './sheet-grid.js';
import { sum, tableGrid } from './table-grid.js';
import type { RowRange, TablePlace } from './table-place.js';

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
  /**
   * Texts begin at this column (from 0) and end before `noteColumns`: on the first page only, where several stand side by side, and
   * right of what is repeated on each.
   */
  readonly textColumn: number;
  readonly noteColumns: number;
  readonly orientation: 'portrait' | 'landscape';
  /** Widths of hidden sheet columns (from 0), should someone show them; in `widths` they count for nothing. */
  readonly hidden: ReadonlyMap<number, number>;
  /** Points of row height on one printed page, at the scale that the widths come to. */
  readonly pageHeight: number;
}

const widestFreeze = 60;
/** More would leave too little of a screen for the rows. */
const mostFrozenRows = 14;
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
    textColumn: 0,
    noteColumns: widths.length,
    pageHeight: Number.POSITIVE_INFINITY,
  };
}

export function planSheet(sheet: Sheet): SheetPlan {
  if (sheet.form !== undefined) return planForm(sheet, sheet.form);
  const lists = sheet.tables.filter((table) => table.isList === true);
  const filtered = lists.length === 1 ? lists[0] : undefined;
  const orientation = sheet.print?.orientation ?? 'landscape';
  const { units, height, room } = printedPages[sheet.print?.paper ?? 'A4'][orientation];
  const { starts, widths, hidden } = tableGrid(sheet, filtered, room);
  const headerRows = headerRowsOf(sheet.tables[0]);
  const isListOnTop = filtered !== undefined && filtered === sheet.tables[0];
  const frozenColumns = isListOnTop
    ? (sheet.frozenColumns ?? leadingTexts(filtered, widths))
    : (sheet.frozenColumns ?? 0);
  const repeatsHeader = sheet.tables.length === 1 || (isListOnTop && sheet.frozenColumns !== undefined);
  const total = sum(widths);
  const repeated = sum(widths.slice(0, frozenColumns));
  const pagesWide = sheet.print?.pagesWide ?? pagesFor(total, repeated, room);
  return {
    widths,
    starts,
    hidden,
    orientation,
    frozenRows: isListOnTop ? titleRows + headerRows : 0,
    frozenColumns,
    filtered,
    repeatedRows: { from: 1, to: titleRows + (repeatsHeader ? headerRows : 0) },
    repeatedColumns: pagesWide > 1 ? frozenColumns : 0,
    pagesWide,
    pagesHigh: 0,
    textColumn: pagesWide > 1 ? frozenColumns : 0,
    noteColumns: pagesWide > 1 ? firstPageColumns(widths, ((total + repeated) / pagesWide) * 0.95) : widths.length,
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
