// A sheet with the hand entries that were carried into it.
import type { Sheet } from '../sheet.js';
import { type CarriedTable, carriedTable } from './carried-table.js';
import type { Target } from './target.js';

/** So many differences are told one by one. */
const toldConflicts = 20;

/** Something typed that an export now says otherwise. */
export interface Conflict {
  readonly sheet: string;
  /** The row as people call it. */
  readonly row: string;
  readonly header: string;
  readonly typed: string;
  readonly exported: string;
}

export interface CarriedSheet {
  readonly sheet: Sheet;
  /** Keys of the columns with new values. */
  readonly touched: ReadonlySet<string>;
}

/** `targets` are those of this sheet; what differs from the exports stands below the tables. */
export function carriedSheet(sheet: Sheet, targets: readonly Target[], conflicts: readonly Conflict[]): CarriedSheet {
  const told = conflicts.slice(0, toldConflicts).map(({ row, header, typed, exported }) => {
    return `${row} 的“${header}”保留手填的“${typed}”，导出为“${exported}”`;
  });
  const rest = conflicts.length - told.length;
  const tables = sheet.tables.map((table): CarriedTable => {
    const target = targets.find((one) => one.table === table);
    return target === undefined ? { table, touched: new Set(), isStale: false } : carriedTable(target);
  });
  return {
    sheet: {
      ...sheet,
      ...(tables.some(({ isStale }) => isStale) ? { isStale: true } : {}),
      tables: tables.map(({ table }) => table),
      notes: [...sheet.notes, ...told, ...(rest > 0 ? [`另有 ${rest} 处手填内容与导出不同，都保留手填`] : [])],
    },
    touched: new Set(tables.flatMap(({ touched }) => [...touched])),
  };
}
