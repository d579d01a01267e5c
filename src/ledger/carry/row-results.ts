// What the formulas of a table come to with what was carried into it.
import type { CellValue, SheetColumn } from '../sheet.js';
import { columnKey } from './entry-index.js';

export interface Results {
  readonly cells: readonly CellValue[];
  /** Places of the cells that are other than before. */
  readonly touched: ReadonlySet<number>;
  /** A formula depends on what was carried, and only a spreadsheet can tell its result. */
  readonly isStale: boolean;
}

type Row = readonly CellValue[];

function cellOf(columns: readonly SheetColumn[], row: Row, key: string): CellValue {
  return row[columns.findIndex((column) => columnKey(column) === key)] ?? null;
}

/** Whether a template names one of the columns: this row's cell, or all of them. */
function names(template: string, columns: readonly SheetColumn[], touched: ReadonlySet<number>): boolean {
  const keys = [...template.matchAll(/\{([^{}!#:]+)(?::\w+)?\}/g)].map(([, key]) => key);
  return [...touched].some((at) => keys.includes(columns[at]?.key));
}

/** A row after typing into the cells at `typed`. */
export function rowResults(columns: readonly SheetColumn[], row: Row, typed: Iterable<number>): Results {
  const cells = [...row];
  const touched = new Set(typed);
  let isStale = false;
  if (touched.size === 0) return { cells: row, touched, isStale };
  for (const [at, { formula, result, isMissing }] of columns.entries()) {
    if (formula === undefined || isMissing === true || !names(formula, columns, touched)) continue;
    const value = result?.((key) => cellOf(columns, cells, key));
    cells[at] = value ?? null;
    touched.add(at);
    isStale ||= value === undefined;
  }
  return { cells, touched, isStale };
}

/** The stated total row of columns of which those at `touched` changed; null where the writer adds up anew. */
export function totalResults(
  columns: readonly SheetColumn[],
  rows: readonly Row[],
  stated: Row,
  touched: ReadonlySet<number>,
): Results {
  let isStale = false;
  const cells = stated.map((value, at) => {
    const { total, isMissing } = columns[at] ?? {};
    if (total === undefined || isMissing === true) return value;
    if (typeof total === 'string') return touched.has(at) && typeof value === 'number' ? null : value;
    if (!names(total.formula, columns, touched)) return value;
    const found = total.result?.((key) => rows.map((row) => cellOf(columns, row, key)));
    isStale ||= found === undefined;
    return found ?? value;
  });
  return { cells, touched, isStale };
}
