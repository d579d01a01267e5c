// What every workbook reader shares: rows numbered as Excel numbers them, with the rows that the file leaves out.

import { UserError } from '../model/errors.js';
import { damagedWorkbook, type Place, refusal } from './refusal.js';
import type { Cell, HeadRow, RawRow } from './table.js';
import { workbookCells } from './workbook-cell.js';

/** A row as a reader delivers it; `index` is 0-based. */
export interface SheetRow {
  readonly index: number;
  readonly values: readonly (string | number | boolean | Date | null | undefined)[];
}

/** Rows of a sheet that a header is looked for in. */
export const headRows = 60;

const maxLine = 1_048_576;
const batchRows = 1_000;
/** Ends a batch early when its rows are very wide, so that memory stays small. */
const batchCells = 100_000;
const noCells: readonly Cell[] = [];

/**
 * Rows from `fromLine` on, in batches, missing ones as empty rows. Throws UserError (exit 3): `unsafe-workbook` when a row number
 * does not rise or is beyond Excel's last row, `damaged-workbook` when the reader below fails.
 */
export async function* numberedRows(
  source: AsyncIterable<SheetRow> | Iterable<SheetRow>,
  fromLine: number,
  place: Place,
): AsyncGenerator<readonly RawRow[]> {
  let batch: RawRow[] = [];
  let cellCount = 0;
  let next = 1;
  try {
    for await (const { index, values } of source) {
      const line = index + 1;
      checkLine(line, next, place);
      for (; next <= line; next += 1) {
        if (next < fromLine) continue;
        const cells = next === line ? workbookCells(values) : noCells;
        batch.push({ line: next, cells });
        cellCount += cells.length;
        if (batch.length < batchRows && cellCount < batchCells) continue;
        yield batch;
        [batch, cellCount] = [[], 0];
      }
    }
  } catch (error) {
    throw error instanceof UserError ? error : damagedWorkbook(place);
  }
  if (batch.length > 0) yield batch;
}

function checkLine(line: number, next: number, place: Place): void {
  if (Number.isInteger(line) && line >= next && line <= maxLine) return;
  const message = `工作表的行号 “${line}” 不对，应从上到下递增且不超过 ${maxLine}；请用 Excel 打开后另存为 .xlsx`;
  throw refusal(place, 'unsafe-workbook', message);
}

/** The first rows of a sheet, as `RawTable.head` delivers them; at most `headRows` of the source's rows are taken. */
export async function headOf(
  source: AsyncIterable<SheetRow> | Iterable<SheetRow>,
  place: Place,
): Promise<readonly HeadRow[]> {
  const head: HeadRow[] = [];
  for await (const batch of numberedRows(source, 1, place)) {
    for (const row of batch) if (row.line <= headRows) head.push({ ...row, nextLine: row.line + 1 });
    if (head.length >= headRows) break;
  }
  return head;
}

/** Single rows in batches that stay small. */
export async function* batched(rows: AsyncIterable<RawRow>): AsyncGenerator<readonly RawRow[]> {
  let batch: RawRow[] = [];
  let cellCount = 0;
  for await (const { line, cells } of rows) {
    batch.push({ line, cells });
    cellCount += cells.length;
    if (batch.length < batchRows && cellCount < batchCells) continue;
    yield batch;
    [batch, cellCount] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
