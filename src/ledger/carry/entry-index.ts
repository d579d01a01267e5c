// What a workbook must remember of itself, so that hand entries are found again: its tables, its rows, its own input values.
import type { Day } from '../../model/day.js';
import {
  type EntryColumn,
  type EntryIndex,
  type EntryLayout,
  type HandValue,
  removedTableId,
  rowKeyText,
  type WrittenRow,
} from '../../model/hand-entries.js';
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

/** The key of one row; null where a column of it is empty, or the table has none. */
export function keyOfRow({ columns, rowKey = [] }: Table, row: readonly CellValue[]): string | null {
  const values = rowKey.map((name) => {
    const at = columns.findIndex(({ key }) => key === name);
    return shownValue(columns[at]?.format ?? 'text', row[at] ?? null);
  });
  return values.length === 0 || values.some((value) => value === null || value === '') ? null : rowKeyText(values);
}

function writtenRows(sheet: Sheet, table: Table): readonly WrittenRow[] {
  const written: WrittenRow[] = [];
  for (const row of table.rows) {
    const key = keyOfRow(table, row);
    if (key === null) continue;
    const originals: [string, HandValue][] = [];
    for (const [at, column] of table.columns.entries()) {
      const value = isInput(column) ? shownValue(column.format, row[at] ?? null) : null;
      if (value !== null && value !== '') originals.push([columnKey(column), value]);
    }
    written.push({ sheet: sheet.name, table: tableKey(sheet, table), key, originals: Object.fromEntries(originals) });
  }
  return written;
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
    notes: kept.flatMap(({ notes }) => notes),
    rows: kept.flatMap((sheet) => sheet.tables.filter(takesEntries).flatMap((table) => writtenRows(sheet, table))),
  };
}
