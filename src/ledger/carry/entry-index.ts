// What a workbook must remember of itself, so that hand entries are found again: its tables, its rows, its own input values.
import type { Day } from '../../model/day.js';
import type { EntryColumn, EntryForm, EntryIndex, EntryLayout, WrittenRow } from '../../model/entry-index.js';
import { type HandValue, removedTableId, rowKeyText } from '../../model/hand-entries.js';
import type { CellValue, Sheet, SheetColumn, Table } from '../sheet.js';
import { shownValue } from './cell-units.js';

/** The name of a column for hand entries. */
export function columnKey({ key, header }: SheetColumn): string {
  return key ?? header;
}

/** The name of a table for hand entries, unique in its sheet. */
export function tableKey({ tables }: Sheet, table: Table): string {
  return table.id ?? `#${tables.indexOf(table) + 1}`;
}

export function isInput({ input, isMissing }: SheetColumn): boolean {
  return input === true && isMissing !== true;
}

/** Whether staff type into the table: into yellow cells, or into rows of their own. */
export function takesEntries({ columns, spareRows = 0 }: Table): boolean {
  return spareRows > 0 || columns.some(isInput);
}

function layoutOf(sheet: Sheet, table: Table): EntryLayout {
  const columns = table.columns.map((column): EntryColumn => {
    const { key, header, group, formula } = column;
    const isKey = key !== undefined && table.rowKey?.includes(key) === true;
    const flags = { isInput: isInput(column), isKey, isFormula: formula !== undefined };
    return { key: columnKey(column), header, group: group ?? null, ...flags };
  });
  return { sheet: sheet.name, table: tableKey(sheet, table), heading: table.heading ?? null, columns };
}

type PlacedColumn = readonly [place: number, column: SheetColumn];

/** What tells the key of a row, in the order of the columns, as the reader finds them; null where all of it is empty, or the table has none. */
export function rowKeyReader({ columns, rowKey = [] }: Table): (row: readonly CellValue[]) => string | null {
  const parts = [...columns.entries()].filter(([, { key }]) => key !== undefined && rowKey.includes(key));
  const partOf = (row: readonly CellValue[], [at, { format }]: PlacedColumn) => {
    const value = shownValue(format, row[at] ?? null);
    return value === '—' ? null : value;
  };
  return (row) => {
    const told = parts.map((part) => partOf(row, part));
    return told.every((value) => value === null || value === '') ? null : rowKeyText(told);
  };
}

function writtenRows(sheet: Sheet, table: Table): readonly WrittenRow[] {
  const keyOf = rowKeyReader(table);
  const inputs = [...table.columns.entries()].filter(([, column]) => isInput(column));
  const place = { sheet: sheet.name, table: tableKey(sheet, table) };
  const written: WrittenRow[] = [];
  for (const row of table.rows) {
    const key = keyOf(row);
    if (key === null) continue;
    const originals: [string, HandValue][] = [];
    for (const [at, column] of inputs) {
      const value = shownValue(column.format, row[at] ?? null);
      if (value !== null && value !== '') originals.push([columnKey(column), value]);
    }
    written.push({ ...place, key, originals: Object.fromEntries(originals) });
  }
  return written;
}

/** Headers and bars of a form: where they stand no more, rows or columns were moved. */
const fixedLooks: ReadonlySet<string> = new Set(['section', 'header', 'inputHeader']);

function formOf({ name, form }: Sheet): readonly EntryForm[] {
  if (form === undefined || !form.cells.some(({ input }) => input === true)) return [];
  const cells = form.cells.flatMap(({ key, row, column, input, format, value }): EntryForm['cells'] => {
    const text = shownValue(format, value);
    return key === undefined || input !== true ? [] : [{ key, row, column, text: text === '' ? null : text }];
  });
  const texts = form.cells.flatMap(({ row, column, look, value, formula }): EntryForm['texts'] => {
    const isFixed = fixedLooks.has(look) && formula === undefined && typeof value === 'string' && value !== '';
    return isFixed ? [{ row, column, text: value }] : [];
  });
  return [{ sheet: name, cells, texts }];
}

/** `sheets` as the exports fill them, without any hand entry. */
export function entryIndexOf(sheets: readonly Sheet[], asOf: Day): EntryIndex {
  const kept = sheets.filter(({ tables }) =>
    tables.some((table) => takesEntries(table) || table.id === removedTableId),
  );
  return {
    asOf,
    sheets: sheets.map(({ name }) => name),
    layouts: kept.flatMap((sheet) => sheet.tables.map((table) => layoutOf(sheet, table))),
    forms: sheets.flatMap(formOf),
    notes: kept.flatMap(({ notes }) => notes),
    rows: kept.flatMap((sheet) => sheet.tables.filter(takesEntries).flatMap((table) => writtenRows(sheet, table))),
  };
}
