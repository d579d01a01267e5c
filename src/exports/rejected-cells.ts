// The cells of one file for which rows were rejected, as the fix list shows them.
import type { RejectedCell } from '../model/fix-list.js';
import { cellText } from './cell-text.js';
import type { Column } from './column.js';
import type { ReadTally, RowFault } from './export.js';
import { rowKey, shownCell } from './row-key.js';
import { suggestedValue } from './suggested-value.js';
import type { RawRow } from './table.js';

/** More than anybody mends by hand; the rest is counted. */
const listedCells = 5000;

/** Notes a fault of a row: `original` is the row of the file, `read` the same with its corrections. */
export type RejectListener = (fault: RowFault, original: RawRow, read: RawRow) => void;

export function rejectListener(
  columns: readonly Column[],
  place: Pick<RejectedCell, 'file' | 'sheet' | 'sha256'>,
  tally: ReadTally,
): RejectListener {
  const byHeader = new Map<string, Column>();
  for (const column of columns.toReversed()) {
    byHeader.set(column.field.headers[0] ?? column.header, column);
    byHeader.set(column.header, column);
  }
  return (fault, original, read) => {
    if (tally.rejectedCells.length >= listedCells) {
      tally.unlistedCells += 1;
      return;
    }
    const named = [fault.column, ...(fault.alternatives ?? [])].find(
      (name) => name !== undefined && byHeader.has(name),
    );
    const column = named === undefined ? undefined : byHeader.get(named);
    tally.rejectedCells.push({
      ...place,
      line: original.line,
      rowKey: rowKey(columns, original),
      code: fault.code,
      message: fault.message,
      ...(column === undefined ? { found: '', expected: '请在源文件中改正' } : cellOf(column, read)),
    });
  };
}

function cellOf(column: Column, { cells }: RawRow): Pick<RejectedCell, 'column' | 'found' | 'expected' | 'suggestion'> {
  const text = cellText(cells[column.index] ?? null);
  const suggestion = suggestedValue(column.field, text, column.unit);
  return {
    column: column.header,
    found: shownCell(column, text),
    expected: column.field.expected,
    ...(suggestion === undefined ? {} : { suggestion }),
  };
}
