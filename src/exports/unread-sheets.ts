// Sheets of a workbook beside the one that is read: their rows must not disappear without a word.
import { UserError } from '../model/errors.js';
import type { Problem } from '../model/problem.js';
import { dataLine } from './plan.js';
import type { Reading } from './reading.js';
import { isEmptyAt } from './rowkind.js';
import type { RawFile, RawRow, RawTable } from './table.js';

/** A note has two columns at most, a table more and several rows. */
const tableCells = 3;
const tableRows = 2;

/** A warning for each visible sheet that is a table and is not `read`; `others` are the readings of those that fit a kind. */
export async function unreadSheets(
  file: RawFile,
  read: Reading,
  others: readonly Reading[],
): Promise<readonly Problem[]> {
  const found: Problem[] = [];
  for (const table of file.tables) {
    const { sheet } = table;
    if (sheet === undefined || table === read.table) continue;
    const other = others.find((one) => one.table === table);
    if (other === undefined && !isTable(table)) continue;
    const rows = await countRows(table, other);
    const place = { file: file.file, sheet };
    found.push({
      severity: 'warning',
      ...place,
      ...(other === undefined ? unknown(rows) : fitting(read, other, rows)),
    });
  }
  return found;
}

function fitting({ table }: Reading, { matcher }: Reading, rows: string): Pick<Problem, 'code' | 'message'> {
  const is = `这张工作表也符合${matcher.spec.title}，${rows}没有读取，只读取了 “${table.sheet}”`;
  return { code: 'ambiguous-sheet', message: `${is}；如需读取请另存为单独的文件` };
}

function unknown(rows: string): Pick<Problem, 'code' | 'message'> {
  const message = `这张工作表没有认得的表头，${rows}没有读取；若是前一张表的续页，请补上表头另存为单独的文件`;
  return { code: 'unread-sheet', message };
}

function isTable(table: RawTable): boolean {
  const rows = table.layouts.flatMap((layout) => table.head(layout)).filter((row) => filledCells(row) >= tableCells);
  return rows.length >= tableRows;
}

function filledCells({ cells }: RawRow): number {
  return cells.reduce<number>((count, _, index) => count + (isEmptyAt(cells, index) ? 0 : 1), 0);
}

/** Rows below the header that hold anything; of a sheet without one, all of them. What cannot be read cannot be counted. */
async function countRows(table: RawTable, reading: Reading | undefined): Promise<string> {
  const layout = reading?.layout ?? table.layouts[0];
  if (layout === undefined) return '';
  let count = 0;
  try {
    for await (const batch of table.rows(layout, reading === undefined ? 1 : dataLine(reading)))
      for (const row of batch) if (filledCells(row) > 0) count += 1;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return '';
  }
  return `其中 ${count} 行`;
}
