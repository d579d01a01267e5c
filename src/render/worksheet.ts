// One Sheet into one exceljs worksheet, row after row; the same walk serves the in-memory and the streaming writer.
import type { Worksheet } from 'exceljs';
import type { CellValue, Sheet, SheetColumn } from '../ledger/sheet.js';
import { columnLetter } from './column-letter.js';
import { type BreakableWorksheet, type Pen, type PlacedTable, putBlock } from './pen.js';
import { dataHeight, dataRowHeight, gapHeight, headingHeight, heightToKeep, tallest } from './row-height.js';
import type { SheetPlan } from './sheet-plan.js';
import { writeHeader } from './table-header.js';
import { lineCount } from './text-lines.js';
import * as styles from './workbook-styles.js';
import { type WorkbookTally, workbookValue } from './workbook-value.js';

const lastRow = 1_048_576;
const noteHeight = 13;
const titleHeight = 30;
const lastColumn = 16_383;
const rowsPerPause = 500;

function finishRow(pen: Pen, height: number): void {
  const row = pen.worksheet.getRow(pen.row);
  row.height = Math.min(height, tallest);
  row.commit();
  pen.row += 1;
  pen.used = pen.used + height > pen.plan.pageHeight ? pen.titles + height : pen.used + height;
}

/** A text over the whole width of the sheet. */
function writeBanner(pen: Pen, text: string, style: styles.CellStyle, height: number): void {
  const block = { top: pen.row, bottom: pen.row + 1, start: 0, end: pen.plan.widths.length };
  putBlock(pen, block, workbookValue('text', text, pen.tally), style);
  finishRow(pen, height);
}

function wrappedHeight(plan: SheetPlan, text: string): number {
  const total = plan.widths.reduce((sum, width) => sum + width, 0);
  return lineCount(text, total - 1) * noteHeight + 5;
}

/** The row that comes next begins a page. */
function breakPage(pen: Pen): void {
  pen.worksheet.rowBreaks.push({ id: pen.row - 1, max: lastColumn, min: 0, man: 1 });
  pen.used = pen.titles;
}

/** `divided`: where the page is full, the table goes on under its header on the next one. */
function writeRow(
  pen: Pen,
  table: PlacedTable,
  values: readonly CellValue[],
  is: { readonly total: boolean; readonly divided: boolean },
): void {
  if (pen.row > lastRow) throw new RangeError('more rows than a worksheet holds');
  const { columns, starts } = table;
  const height = dataRowHeight(table, values);
  if (is.divided && pen.used + height > pen.plan.pageHeight) {
    breakPage(pen);
    writeHeader(pen, table, false);
  }
  const look = is.total ? styles.totalStyles : styles.dataStyles;
  for (const [index, { format, input }] of columns.entries()) {
    const value = values[index] ?? null;
    const stored = is.total && value === null ? null : workbookValue(format, value, pen.tally);
    const block = { top: pen.row, bottom: pen.row + 1, start: starts[index] ?? 0, end: starts[index + 1] ?? 0 };
    putBlock(pen, block, stored, (input === true ? styles.inputStyles : look)[format]);
  }
  finishRow(pen, height);
}

function writeNothing(pen: Pen, { starts }: PlacedTable): void {
  const block = { top: pen.row, bottom: pen.row + 1, start: 0, end: starts.at(-1) ?? 1 };
  putBlock(pen, block, '本期无数据', styles.emptyStyle);
  finishRow(pen, dataHeight);
}

function placed(sheet: Sheet, { starts, widths }: SheetPlan): readonly PlacedTable[] {
  const widthOf = (from: number, to: number) => widths.slice(from, to).reduce((sum, width) => sum + width, 0);
  return sheet.tables.map((table, index) => {
    const own = starts[index] ?? [];
    return {
      ...table,
      starts: own,
      widths: table.columns.map((_, column) => widthOf(own[column] ?? 0, own[column + 1] ?? 0)),
    };
  });
}

function filterRange(columns: readonly SheetColumn[], firstRow: number, endRow: number): string {
  return `A${firstRow - 1}:${columnLetter(columns.length)}${endRow - 1}`;
}

async function writeTable(
  pen: Pen,
  table: PlacedTable,
  is: { readonly filtered: boolean; readonly divided: boolean },
  pause: () => Promise<void>,
): Promise<void> {
  const { heading, columns, rows, total } = table;
  if (heading !== undefined) writeBanner(pen, heading, styles.headingStyle, headingHeight);
  writeHeader(pen, table, is.filtered);
  const firstRow = pen.row;
  let count = 0;
  for (const values of rows) {
    writeRow(pen, table, values, { total: false, divided: is.divided });
    count += 1;
    if (count % rowsPerPause === 0) await pause();
  }
  if (count === 0) {
    writeNothing(pen, table);
    return;
  }
  if (is.filtered) pen.worksheet.autoFilter = filterRange(columns, firstRow, pen.row);
  if (total !== undefined) writeRow(pen, table, total, { total: true, divided: is.divided });
}

/** The blank row before a table; the page ends there where the table would be torn from its heading, or in two without need. */
function writeGap(pen: Pen, table: PlacedTable): void {
  const { pageHeight } = pen.plan;
  const breaks = pen.used + gapHeight + heightToKeep(table, pageHeight - pen.titles) > pageHeight;
  finishRow(pen, gapHeight);
  if (breaks) breakPage(pen);
}

/** Writes everything; `pause` is awaited every 500 rows, so that a streaming writer can hand on what it holds. */
export async function fillWorksheet(
  worksheet: Worksheet,
  sheet: Sheet,
  plan: SheetPlan,
  tally: WorkbookTally,
  pause: () => Promise<void>,
): Promise<void> {
  worksheet.columns = plan.widths.map((width) => ({ width }));
  const subtitleHeight = wrappedHeight(plan, sheet.subtitle);
  const pen: Pen = {
    worksheet: worksheet as BreakableWorksheet,
    plan,
    tally,
    row: 1,
    used: 0,
    titles: titleHeight + subtitleHeight,
  };
  // In the middle of several pages a title would be cut by their edges.
  writeBanner(pen, sheet.title, plan.pagesWide > 1 ? styles.wideTitleStyle : styles.titleStyle, titleHeight);
  writeBanner(pen, sheet.subtitle, styles.subtitleStyle, subtitleHeight);
  for (const [index, table] of placed(sheet, plan).entries()) {
    if (index > 0) writeGap(pen, table);
    const filtered = sheet.tables[index] === plan.filtered;
    // The header of an only table is repeated by the printer.
    await writeTable(pen, table, { filtered, divided: !filtered && sheet.tables.length > 1 }, pause);
  }
  if (sheet.notes.length > 0) pen.row += 1;
  for (const note of sheet.notes) writeBanner(pen, note, styles.noteStyle, wrappedHeight(plan, note));
}
