// One Sheet into one exceljs worksheet, row after row; the same walk serves the in-memory and the streaming writer.
import type { Cell, Worksheet } from 'exceljs';
import type { CellValue, Sheet, SheetColumn, Table } from '../ledger/sheet.js';
import { columnLetter } from './column-letter.js';
import { hasGroups, headerSpans } from './header-spans.js';
import type { SheetPlan } from './sheet-plan.js';
import { displayWidth } from './width.js';
import * as styles from './workbook-styles.js';
import { type WorkbookTally, workbookValue } from './workbook-value.js';

const lastRow = 1_048_576;
const dataHeight = 18;
const lineHeight = 15;
const noteHeight = 13;
const tallest = 409;
const rowsPerPause = 500;

/** Where the writing stands. */
interface Pen {
  readonly worksheet: Worksheet;
  readonly plan: SheetPlan;
  readonly tally: WorkbookTally;
  row: number;
}

function put(cell: Cell, value: string | number | null, style: styles.CellStyle): void {
  cell.value = value;
  cell.style = style;
}

/** Lines that a text takes in a column, wrapped. */
function lineCount(text: string, width: number): number {
  return text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(displayWidth(line) / (width - 1))), 0);
}

/** A text over the whole width of the sheet. */
function writeBanner(pen: Pen, text: string, style: styles.CellStyle, height: number): void {
  const { worksheet, plan, tally } = pen;
  const row = worksheet.getRow(pen.row);
  put(row.getCell(1), workbookValue('text', text, tally), style);
  if (plan.widths.length > 1) worksheet.mergeCells(pen.row, 1, pen.row, plan.widths.length);
  row.height = Math.min(height, tallest);
  row.commit();
  pen.row += 1;
}

function wrappedHeight(plan: SheetPlan, text: string, height: number): number {
  const total = plan.widths.reduce((sum, width) => sum + width, 0);
  return Math.max(1, lineCount(text, total)) * height + 5;
}

function writeHeader(pen: Pen, columns: readonly SheetColumn[], isFiltered: boolean): void {
  const { worksheet, plan, tally } = pen;
  const top = pen.row;
  const leaf = hasGroups(columns) ? top + 1 : top;
  for (const [index, column] of columns.entries()) {
    if (leaf > top) put(worksheet.getCell(top, index + 1), null, styles.headerStyle);
    const style = column.input === true ? styles.inputHeaderStyle : styles.headerStyle;
    put(worksheet.getCell(leaf, index + 1), workbookValue('text', column.header, tally), style);
  }
  if (leaf > top) {
    for (const { first, count, group, header } of headerSpans(columns)) {
      worksheet.getCell(top, first + 1).value = workbookValue('text', group ?? header, tally);
      if (group === undefined) {
        worksheet.getCell(leaf, first + 1).value = null;
        worksheet.mergeCells(top, first + 1, leaf, first + 1);
      } else if (count > 1) worksheet.mergeCells(top, first + 1, top, first + count);
    }
    worksheet.getRow(top).height = lineHeight + 5;
  }
  const lines = columns.map((column, index) =>
    lineCount(column.header, (plan.widths[index] ?? 8) - (isFiltered ? 3 : 0)),
  );
  worksheet.getRow(leaf).height = Math.max(...lines) * lineHeight + 5;
  worksheet.getRow(leaf).commit();
  pen.row = leaf + 1;
}

/** Height of a data row: taller where a text is wrapped. */
function dataRowHeight(plan: SheetPlan, columns: readonly SheetColumn[], row: readonly CellValue[]): number {
  let lines = 1;
  for (const [index, column] of columns.entries()) {
    const value = row[index];
    if (column.format !== 'text' || typeof value !== 'string') continue;
    const width = plan.widths[index] ?? 8;
    if (value.length * 2 < width && !value.includes('\n')) continue;
    lines = Math.max(lines, lineCount(value, width));
  }
  return Math.min(lines === 1 ? dataHeight : lines * lineHeight, tallest);
}

function writeRow(pen: Pen, columns: readonly SheetColumn[], values: readonly CellValue[], isTotal: boolean): void {
  if (pen.row > lastRow) throw new RangeError('more rows than a worksheet holds');
  const row = pen.worksheet.getRow(pen.row);
  const look = isTotal ? styles.totalStyles : styles.dataStyles;
  for (const [index, column] of columns.entries()) {
    const value = values[index] ?? null;
    const stored = isTotal && value === null ? null : workbookValue(column.format, value, pen.tally);
    put(
      row.getCell(index + 1),
      stored,
      (column.input === true ? styles.inputStyles : look)[
        typeof value === 'string' && column.format !== 'day' ? 'text' : column.format
      ],
    );
  }
  row.height = dataRowHeight(pen.plan, columns, values);
  row.commit();
  pen.row += 1;
}

function writeNothing(pen: Pen, columns: readonly SheetColumn[]): void {
  const row = pen.worksheet.getRow(pen.row);
  for (const index of columns.keys()) put(row.getCell(index + 1), index === 0 ? '本期无数据' : null, styles.emptyStyle);
  if (columns.length > 1) pen.worksheet.mergeCells(pen.row, 1, pen.row, columns.length);
  row.height = dataHeight;
  row.commit();
  pen.row += 1;
}

async function writeTable(pen: Pen, table: Table, pause: () => Promise<void>): Promise<void> {
  if (table.heading !== undefined) writeBanner(pen, table.heading, styles.headingStyle, 22);
  writeHeader(pen, table.columns, table === pen.plan.filtered);
  const firstRow = pen.row;
  for (const values of table.rows) {
    writeRow(pen, table.columns, values, false);
    if ((pen.row - firstRow) % rowsPerPause === 0) await pause();
  }
  if (table === pen.plan.filtered && pen.row > firstRow)
    pen.worksheet.autoFilter = `A${firstRow - 1}:${columnLetter(table.columns.length)}${pen.row - 1}`;
  if (pen.row === firstRow) writeNothing(pen, table.columns);
  else if (table.total !== undefined) writeRow(pen, table.columns, table.total, true);
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
  const pen: Pen = { worksheet, plan, tally, row: 1 };
  writeBanner(pen, sheet.title, styles.titleStyle, 30);
  writeBanner(pen, sheet.subtitle, styles.subtitleStyle, wrappedHeight(plan, sheet.subtitle, noteHeight));
  for (const [index, table] of sheet.tables.entries()) {
    if (index > 0) pen.row += 1;
    await writeTable(pen, table, pause);
  }
  if (sheet.notes.length > 0) pen.row += 1;
  for (const note of sheet.notes) writeBanner(pen, note, styles.noteStyle, wrappedHeight(plan, note, noteHeight));
}
