// The hidden sheet that tells what the rows of a ledger looked like when it was written.
import { markSeparator, rowMarksSheetName } from '../model/row-mark.js';
import { allRows } from './entry-tables.js';
import type { WrittenTable } from './xlsx.js';

/** By the name of the sheet as it was written; empty where the workbook has none. */
export async function readRowMarks(tables: readonly WrittenTable[]): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const marks = new Map<string, Set<string>>();
  const hidden = tables.find(({ sheet }) => sheet === rowMarksSheetName);
  for (const { cells } of hidden === undefined ? [] : await allRows(hidden)) {
    const [name, text] = cells;
    if (typeof name !== 'string') continue;
    const own = marks.get(name) ?? new Set<string>();
    marks.set(name, own);
    if (typeof text === 'string') for (const mark of text.split(markSeparator)) own.add(mark);
  }
  return marks;
}
