// A sheet with the hand entries that were carried into it.
import type { CellValue, Sheet, Table } from '../sheet.js';
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

/** A stated figure would not know of what was carried: the writer adds up again. */
function freshTotals({ table, patches, staffRows }: Target): Pick<Table, 'total'> {
  const { total, columns } = table;
  if (total === undefined) return {};
  const touched = new Set([...patches.values()].flatMap((row) => [...row.keys()]));
  const isStale = (at: number) => staffRows.length > 0 || touched.has(at);
  return {
    total: total.map((value, at) => {
      const sums = columns[at]?.total === 'sum' || columns[at]?.total === 'count';
      return sums && isStale(at) && typeof value === 'number' ? null : value;
    }),
  };
}

function carriedTable(target: Target): Table {
  const { table, rows, patches, staffRows } = target;
  if (patches.size + staffRows.length === 0) return table;
  const carried = rows.map((row, place): readonly CellValue[] => {
    const patch = patches.get(place);
    return patch === undefined ? row : row.map((value, at) => patch.get(at) ?? value);
  });
  return { ...table, ...freshTotals(target), rows: carried, ...(staffRows.length > 0 ? { staffRows } : {}) };
}

/** `targets` are those of this sheet; what differs from the exports stands below the tables. */
export function carriedSheet(sheet: Sheet, targets: readonly Target[], conflicts: readonly Conflict[]): Sheet {
  const told = conflicts.slice(0, toldConflicts).map(({ row, header, typed, exported }) => {
    return `${row} 的“${header}”保留手填的“${typed}”，导出为“${exported}”`;
  });
  const rest = conflicts.length - told.length;
  const isCarried = targets.some(
    (target) => target.sheet === sheet && target.patches.size + target.staffRows.length > 0,
  );
  return {
    ...sheet,
    ...(isCarried ? { isCarried } : {}),
    tables: sheet.tables.map((table) => {
      const target = targets.find((one) => one.table === table);
      return target === undefined ? table : carriedTable(target);
    }),
    notes: [...sheet.notes, ...told, ...(rest > 0 ? [`另有 ${rest} 处手填内容与导出不同，都保留手填`] : [])],
  };
}
