// A table with the hand entries that were carried into it, and its own formulas come to what they make of them.
import type { CellValue, Table } from '../sheet.js';
import { rowResults, totalResults } from './row-results.js';
import type { Target } from './target.js';

export interface CarriedTable {
  readonly table: Table;
  /** Keys of the columns with new values. */
  readonly touched: ReadonlySet<string>;
  readonly isStale: boolean;
}

/** All of a row that staff typed is new. */
function everyPlace({ columns }: Table): ReadonlySet<number> {
  return new Set(columns.keys());
}

export function carriedTable({ table, rows, patches, staffRows }: Target): CarriedTable {
  if (patches.size + staffRows.length === 0) return { table, touched: new Set(), isStale: false };
  const { columns } = table;
  const changed = rows.map((row, place) => {
    const patch = patches.get(place) ?? new Map<number, CellValue>();
    const typed = row.map((value, at) => patch.get(at) ?? value);
    return rowResults(columns, typed, patch.keys());
  });
  const own = staffRows.map((row) => rowResults(columns, row, everyPlace(table)));
  const all = [...changed, ...own];
  const places = new Set(all.flatMap(({ touched }) => [...touched]));
  const totals =
    table.total &&
    totalResults(
      columns,
      all.map(({ cells }) => cells),
      table.total,
      places,
    );
  return {
    table: {
      ...table,
      ...(totals === undefined ? {} : { total: totals.cells }),
      rows: changed.map(({ cells }) => cells),
      ...(own.length > 0 ? { staffRows: own.map(({ cells }) => cells) } : {}),
    },
    touched: new Set([...places].flatMap((at) => columns[at]?.key ?? [])),
    isStale: [...all, totals].some((results) => results?.isStale === true),
  };
}
