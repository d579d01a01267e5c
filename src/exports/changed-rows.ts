// Rows of a written ledger that do not look as they were written: what staff typed where nothing is carried from.
import { removedTableId } from '../model/hand-entries.js';
import { excelSerial, type MarkedCell, rowMark } from '../model/row-mark.js';
import { type EntryArea, isOwnRow } from './entry-rows.js';
import { columnLetters } from './entry-tables.js';
import type { Cell, RawRow } from './table.js';

export interface WrittenRows {
  readonly rows: readonly RawRow[];
  /** Places 'row,column' (from 0) that nobody typed into, or whose content is carried: formulas, cells of a form. */
  readonly passedOver: ReadonlySet<string>;
  readonly marks: ReadonlySet<string>;
}

/** The sheet columns of a row that count, in the order in which they were written; undefined = all, from left to right. */
type Columns = readonly number[] | undefined;

interface PlacedCell {
  readonly column: number;
  readonly cell: MarkedCell;
}

function marked(cell: Cell | undefined): MarkedCell | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'string') return cell.trim() === '' ? null : cell;
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return cell.day === undefined ? null : excelSerial(cell.day, cell.time);
}

function beside(row: RawRow, known: readonly number[]): readonly number[] {
  return [...row.cells.keys()].filter((column) => !known.includes(column));
}

/** Rows of the tables that staff type into. Input cells are carried, rows and columns of staff are told elsewhere. */
function columnsByRow(areas: readonly EntryArea[]): ReadonlyMap<RawRow, Columns> {
  const columns = new Map<RawRow, Columns>();
  for (const area of areas) {
    const { layout, places, missing, top, leaf } = area.header;
    const at = (key: string) => places.get(key) ?? -1;
    const known = layout.columns.map(({ key }) => at(key)).filter((place) => place >= 0);
    const locked = layout.columns.filter(({ isInput }) => !isInput).map(({ key }) => at(key));
    const isRemoved = layout.table === removedTableId;
    const takesEntries = isRemoved || layout.columns.some(({ isInput }) => isInput);
    const records = new Set(area.records);
    for (const [place, row] of area.rows.slice(0, area.end).entries()) {
      if (place < top) continue;
      // Where a column was deleted, no row looks as it did.
      const isUnknown = place <= leaf || (missing.length > 0 && !isRemoved);
      if (isUnknown || (takesEntries && records.has(row) && !isRemoved && isOwnRow(row, area))) columns.set(row, []);
      else if (!takesEntries || !records.has(row)) columns.set(row, [...known, ...beside(row, known)]);
      else columns.set(row, isRemoved ? beside(row, known) : locked);
    }
  }
  return columns;
}

/** The cell that somebody added to a row as it was written; else the row. */
function placeOf(line: number, cells: readonly PlacedCell[], marks: ReadonlySet<string>): string {
  const added = cells.filter((one) =>
    marks.has(rowMark(cells.filter((other) => other !== one).map(({ cell }) => cell))),
  );
  const [only] = cells.length === 1 ? cells : added;
  return only === undefined ? `第 ${line} 行` : `${columnLetters(only.column)}${line}`;
}

/** The places of the rows that were changed or added, cells where they can be told. */
export function changedRows({ rows, passedOver, marks }: WrittenRows, areas: readonly EntryArea[]): readonly string[] {
  const columns = columnsByRow(areas);
  return rows.flatMap((row, place) => {
    const own = columns.has(row) ? columns.get(row) : undefined;
    const cells = (own ?? [...row.cells.keys()]).flatMap((column): readonly PlacedCell[] => {
      const cell = passedOver.has(`${place},${column}`) ? null : marked(row.cells[column]);
      return cell === null ? [] : [{ column, cell }];
    });
    const isKnown = cells.length === 0 || marks.has(rowMark(cells.map(({ cell }) => cell)));
    return isKnown ? [] : [placeOf(row.line, cells, marks)];
  });
}
