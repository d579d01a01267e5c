// Two copies of one ledger hold the same entries: what both say is said once.
import type { HandEntries, HandRow, RemovedEntry } from '../model/hand-entries.js';

/** A row of staff is the same as a whole, another one cell by cell. */
function isWhole({ key, isOwn }: HandRow): boolean {
  return isOwn || key === null;
}

function rowText({ sheet, table, key, cells }: HandRow): string {
  return JSON.stringify([sheet, table, key, cells]);
}

function cellText({ sheet, table, key }: HandRow, column: string, value: unknown): string {
  return JSON.stringify([sheet, table, key, column, value]);
}

function removedText({ sheet, table, row, key, column, value }: RemovedEntry): string {
  return JSON.stringify([sheet, table, row, key, column, value]);
}

function textsOf(row: HandRow): readonly string[] {
  if (isWhole(row)) return [rowText(row)];
  return Object.entries(row.cells).map(([column, value]) => cellText(row, column, value));
}

/** What `copy` holds beyond `first`. */
export function withoutCopied(copy: HandEntries, first: HandEntries): HandEntries {
  const known = new Set(first.rows.flatMap(textsOf));
  const knownRemoved = new Set(first.removed.map(removedText));
  const rows = copy.rows.flatMap((row): readonly HandRow[] => {
    if (isWhole(row)) return known.has(rowText(row)) ? [] : [row];
    const cells = Object.entries(row.cells).filter(([column, value]) => !known.has(cellText(row, column, value)));
    return cells.length === 0 ? [] : [{ ...row, cells: Object.fromEntries(cells) }];
  });
  return { ...copy, rows, removed: copy.removed.filter((entry) => !knownRemoved.has(removedText(entry))) };
}
