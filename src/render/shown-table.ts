// What outputs without formulas show of a table: visible columns, results in the place of formulas, totals in numbers.
import type { CellValue, Sheet, Table } from '../ledger/sheet.js';
import { hasTotals, isNotice, runningTotals, statedTotals } from './table-totals.js';

/** What a formula cell shows where the row has no value: the — of its own template, else nothing. */
export function resultOf(formula: string, value: CellValue | undefined): CellValue {
  return value ?? (formula.includes('"—"') ? '—' : null);
}

function isPlain({ columns }: Table): boolean {
  return columns.every(({ hidden, formula, total }) => hidden !== true && formula === undefined && total === undefined);
}

function totalOf(table: Table): readonly CellValue[] | undefined {
  if (!hasTotals(table)) return undefined;
  const running = runningTotals(table.columns);
  for (const row of table.rows) {
    if (isNotice(row)) return undefined;
    running.add(row);
  }
  return statedTotals(table, running);
}

function shownTable(table: Table): Table {
  if (isPlain(table)) return table;
  const places = [...table.columns.keys()].filter((index) => table.columns[index]?.hidden !== true);
  const shown = (row: readonly CellValue[]) =>
    places.map((index) => {
      const formula = table.columns[index]?.formula;
      return formula === undefined || isNotice(row) ? (row[index] ?? null) : resultOf(formula, row[index]);
    });
  const rows = {
    *[Symbol.iterator]() {
      for (const row of table.rows) yield shown(row);
    },
  };
  const { total: _, ...rest } = table;
  const total = totalOf(table);
  return {
    ...rest,
    columns: table.columns.filter(({ hidden }) => hidden !== true),
    rows,
    ...(total === undefined ? {} : { total: places.map((index) => total[index] ?? null) }),
  };
}

/** Notes on headers stand below the tables, where paper shows them as well. */
export function headerNotes({ tables }: Sheet): readonly string[] {
  const noted = tables.flatMap(({ columns }) => columns.filter(({ hidden }) => hidden !== true));
  return noted.flatMap(({ header, note }) => (note === undefined ? [] : [`“${header}”：${note}`]));
}

export function shownSheet(sheet: Sheet): Sheet {
  return { ...sheet, tables: sheet.tables.map(shownTable), notes: [...headerNotes(sheet), ...sheet.notes] };
}
