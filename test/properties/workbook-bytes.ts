// A table as a workbook, with real dates and numbers.
import ExcelJS from 'exceljs';
import type { Grid, Value } from './grids.js';
import type { Style } from './style.js';
import { headingRows } from './text-bytes.js';

export async function workbookBytes(grid: Grid, style: Style, above: readonly string[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet('Sheet1');
  if (style.preamble) {
    for (const line of above) sheet.addRow([line]);
    sheet.mergeCells(1, 1, 1, grid.headers.length);
  }
  for (const heading of headingRows(grid)) sheet.addRow([...heading]);
  for (const row of grid.rows) {
    const added = sheet.addRow(row.map(cellOf));
    row.forEach((value, at) => {
      if (value !== undefined && 'day' in value) added.getCell(at + 1).numFmt = 'yyyy-mm-dd';
      if (value !== undefined && 'fen' in value) added.getCell(at + 1).numFmt = '#,##0.00';
    });
  }
  if (style.totals) sheet.addRow(['合计', ...grid.totals.slice(1).map(cellOf)]);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function cellOf(value: Value): string | number | Date | null {
  if (value === undefined) return null;
  if ('text' in value) return value.text;
  if ('day' in value) return new Date(`${value.day}T00:00:00Z`);
  return value.fen / (100 * value.unit);
}
