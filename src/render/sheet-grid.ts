// Tables below each other on one sheet: a column of a table takes one or more columns of the sheet, so that tables of different
// shapes do not force their widths on each other.

export interface SheetGrid {
  /** Of the sheet's columns. */
  readonly widths: readonly number[];
  /** Per table: the sheet column (from 0) where each of its columns begins, and one more for the end. */
  readonly starts: readonly (readonly number[])[];
}

/** An edge this close to another table's edge moves to it; also the narrowest column of a sheet. */
export const closeBy = 4;

/** The table's edges; each is new, or one that is there already and leaves the column at least its width. */
function placeEdges(widths: readonly number[], edges: readonly number[], slack: number): readonly number[] {
  let at = 0;
  return widths.map((width) => {
    const wanted = at + width;
    const ahead = Math.max(0, ...edges.filter((edge) => edge < wanted));
    const fresh = Math.max(wanted, ahead + closeBy);
    const behind = edges.find((edge) => edge >= wanted);
    at = behind !== undefined && behind - fresh <= slack ? behind : fresh;
    return at;
  });
}

/**
 * `tables` are the column widths of each table, `whole` the table whose columns must not be divided (-1 = none).
 * @example sheetGrid([[10, 10], [18, 30]], 0) // => { widths: [10, 10, 30], starts: [[0, 1, 2], [0, 2, 3]] }
 */
export function sheetGrid(tables: readonly (readonly number[])[], whole: number): SheetGrid {
  const order = [...tables.keys()].sort((a, b) => Number(b === whole) - Number(a === whole) || a - b);
  const placed = new Map<number, readonly number[]>();
  let edges: readonly number[] = [];
  for (const index of order) {
    const own = placeEdges(tables[index] ?? [], edges, whole < 0 ? closeBy : Number.POSITIVE_INFINITY);
    placed.set(index, own);
    edges = [...new Set([...edges, ...own])].sort((a, b) => a - b);
  }
  return {
    widths: edges.map((edge, index) => edge - (edges[index - 1] ?? 0)),
    starts: tables.map((_, index) => [0, ...(placed.get(index) ?? []).map((edge) => edges.indexOf(edge) + 1)]),
  };
}
