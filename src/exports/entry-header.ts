// Where the header of a ledger table stands in a worksheet, and which sheet column holds which column of the table.
import type { EntryColumn, EntryLayout } from '../model/entry-index.js';
import { cellText } from './cell-text.js';
import type { Cell, RawRow } from './table.js';

interface HeaderCell {
  readonly index: number;
  readonly header: string;
  readonly group: string;
}

export interface EntryHeader {
  readonly layout: EntryLayout;
  /** Places among the rows of the sheet, from 0; the same where the header is one row. */
  readonly top: number;
  readonly leaf: number;
  /** Sheet columns from 0, by column key. */
  readonly places: ReadonlyMap<string, number>;
  /** Columns of the layout that are not there, with the header found in their place. */
  readonly missing: readonly { readonly column: EntryColumn; readonly found: FoundHeader | null }[];
  /** Columns whose header stands there more often than the layout has it. */
  readonly doubled: readonly { readonly column: EntryColumn; readonly index: number }[];
  /** Headers that the layout does not have, by sheet column. */
  readonly extra: ReadonlyMap<number, string>;
}

interface FoundHeader {
  readonly header: string;
  readonly index: number;
}

function plain(text: string): string {
  return text.replace(/\s/g, '').replace(/（未提供）$/, '');
}

function textOf(cell: Cell | undefined): string {
  return plain(cellText(cell ?? null));
}

function isGrouped({ columns }: EntryLayout): boolean {
  return columns.some(({ group }) => group !== null);
}

/** A column without group stands in the upper row, merged over both or not; a group stands above the first of its columns. */
function headerCells(top: readonly Cell[] | undefined, leaf: readonly Cell[]): readonly HeaderCell[] {
  const cells: HeaderCell[] = [];
  let group = '';
  for (let index = 0; index < Math.max(leaf.length, top?.length ?? 0); index += 1) {
    const [above, own] = [textOf(top?.[index]), textOf(leaf[index])];
    if (above !== '') group = own === '' || own === above ? '' : above;
    const header = own === '' ? above : own;
    if (header !== '') cells.push({ index, header, group: own === '' ? '' : group });
  }
  return cells;
}

function headerOf({ header }: EntryColumn): string {
  return plain(header);
}

function cellsAt(rows: readonly RawRow[], at: number, grouped: boolean): readonly HeaderCell[] {
  return headerCells(grouped ? rows[at - 1]?.cells : undefined, rows[at]?.cells ?? []);
}

function scoreAt(rows: readonly RawRow[], at: number, layout: EntryLayout): number {
  const left = cellsAt(rows, at, isGrouped(layout)).map(({ header }) => header);
  return layout.columns.filter((column) => {
    const place = left.indexOf(headerOf(column));
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  }).length;
}

/** So many of the headers make a row the header: some may have been renamed. */
function enough({ columns }: EntryLayout): number {
  return Math.max(1, Math.ceil(columns.length / 2));
}

/**
 * The lower row of a header. The row below it has the header's words above each of its empty cells and scores by them, so half of the
 * columns in groups must be named in the row itself.
 */
function isLeafRow(rows: readonly RawRow[], at: number, layout: EntryLayout): boolean {
  const own = new Set((rows[at]?.cells ?? []).map(textOf));
  const inGroups = layout.columns.filter(({ group }) => group !== null);
  const named = inGroups.filter((column) => own.has(headerOf(column)));
  return 2 * named.length >= inGroups.length && scoreAt(rows, at, layout) >= enough(layout);
}

/** Whether the row is a header of the layout: the one on top, or one repeated on a later page. */
export function isHeaderRow(rows: readonly RawRow[], at: number, layout: EntryLayout): boolean {
  return isLeafRow(rows, at, layout) || (isGrouped(layout) && isLeafRow(rows, at + 1, layout));
}

function matched(layout: EntryLayout, cells: readonly HeaderCell[]): Omit<EntryHeader, 'layout' | 'top' | 'leaf'> {
  const left = [...cells];
  const places = new Map<string, number>();
  const take = (column: EntryColumn, fits: (cell: HeaderCell) => boolean) => {
    const place = left.findIndex((cell) => cell.header === headerOf(column) && fits(cell));
    if (place >= 0 && !places.has(column.key)) places.set(column.key, left.splice(place, 1)[0]?.index ?? 0);
  };
  for (const column of layout.columns) take(column, ({ group }) => group === plain(column.group ?? ''));
  for (const column of layout.columns) if (!places.has(column.key)) take(column, () => true);
  const doubled = left.flatMap(({ header, group, index }) => {
    const twin = layout.columns.find((one) => headerOf(one) === header && plain(one.group ?? '') === group);
    return twin === undefined ? [] : [{ column: twin, index }];
  });
  const missing = layout.columns.flatMap((column, at) => {
    if (places.has(column.key)) return [];
    const before = places.get(layout.columns[at - 1]?.key ?? '') ?? -1;
    const found = left.findIndex(({ index }) => index > before && index <= before + 2);
    return [{ column, found: found < 0 ? null : (left.splice(found, 1)[0] ?? null) }];
  });
  return { places, missing, doubled, extra: new Map(left.map(({ index, header }) => [index, header])) };
}

/** The header of a table at or below row `from`; undefined where no row has enough of its words. */
export function findHeader(rows: readonly RawRow[], from: number, layout: EntryLayout): EntryHeader | undefined {
  const heading = layout.heading === null ? '' : plain(layout.heading);
  const headed =
    heading === ''
      ? -1
      : rows.findIndex(({ cells }, at) => at >= from && cells.some((cell) => textOf(cell) === heading));
  for (let at = Math.max(from, headed); at < rows.length; at += 1) {
    const score = scoreAt(rows, at, layout);
    if (score < enough(layout) || (isGrouped(layout) && score < scoreAt(rows, at + 1, layout))) continue;
    const cells = cellsAt(rows, at, isGrouped(layout));
    return { layout, top: isGrouped(layout) ? at - 1 : at, leaf: at, ...matched(layout, cells) };
  }
  return undefined;
}
