// One table as CSV for Excel: UTF-8 with byte-order mark, CRLF, RFC 4180 quotes, no cell that a spreadsheet would run.
import type { CellValue, Sheet, SheetColumn, Table } from '../ledger/sheet.js';
import { plainCellText } from './cell-text.js';
import { shownSheet } from './shown-table.js';

const runnable = /^[\s\u0000-\u001f\u00a0\u200b\ufeff\u3000]*[=+\-@＝＋－＠|%]/;
const chunkLength = 65_536;

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function guarded(text: string): string {
  return runnable.test(text) ? `'${text}` : text;
}

/** Numbers are known by their type and never guarded: -5.20 stays a number. */
function csvCell(column: SheetColumn, value: CellValue | undefined): string {
  const text = plainCellText(column.format, value);
  return quoted(typeof value === 'string' || column.format === 'text' ? guarded(text) : text);
}

function csvHeader(column: SheetColumn): string {
  return quoted(guarded(column.group === undefined ? column.header : `${column.group}-${column.header}`));
}

/** The list of the sheet, or its first table where it has no list. */
function mainTable(sheet: Sheet): Table | undefined {
  return sheet.tables.find((table) => table.isList === true) ?? sheet.tables[0];
}

/** The list of a sheet in pieces of about 64 KB: header and rows, no title, no 合计 row, so that columns can be summed. */
export function* csvChunks(sheet: Sheet): Generator<string> {
  const table = mainTable(shownSheet(sheet));
  let chunk = '\ufeff';
  if (table !== undefined) {
    chunk += `${table.columns.map(csvHeader).join(',')}\r\n`;
    for (const row of table.rows) {
      chunk += `${table.columns.map((column, index) => csvCell(column, row[index])).join(',')}\r\n`;
      if (chunk.length < chunkLength) continue;
      yield chunk;
      chunk = '';
    }
  }
  if (chunk !== '') yield chunk;
}
