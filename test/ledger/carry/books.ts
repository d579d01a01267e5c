// Ledgers written, changed by staff, and written again. All people are invented.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import excel from 'exceljs';
import { readHandEntries } from '../../../src/exports/hand-entries.js';
import { type Carried, carry } from '../../../src/ledger/carry/carry.js';
import { entryIndexOf } from '../../../src/ledger/carry/entry-index.js';
import type { Sheet } from '../../../src/ledger/sheet.js';
import { type HandEntries, noHandEntries } from '../../../src/model/hand-entries.js';
import { writeWorkbook } from '../../../src/render/xlsx.js';
import { asOf } from '../../analysis/branch.js';

export type Edit = (workbook: excel.Workbook) => void;

function bookOf({ sheets, removedSheet, indexSheet }: Carried): readonly Sheet[] {
  return [...sheets, ...(removedSheet === null ? [] : [removedSheet]), indexSheet];
}

/** What is read back from a workbook after `edit`, as staff would leave it. */
export async function readBack(sheets: readonly Sheet[], edit: Edit, entries = noHandEntries): Promise<HandEntries> {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-hand-'));
  try {
    const path = join(folder, 'a.xlsx');
    await writeWorkbook(bookOf(carry(sheets, entries, asOf)), path, { asOf, remembersRows: true });
    const workbook = new excel.Workbook();
    await workbook.xlsx.load(readFileSync(path) as never);
    edit(workbook);
    writeFileSync(path, Buffer.from(await workbook.xlsx.writeBuffer()));
    return await readHandEntries(path, '上期.xlsx', entryIndexOf(sheets, asOf));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function sheetOf(workbook: excel.Workbook, name: string): excel.Worksheet {
  return workbook.getWorksheet(name) as excel.Worksheet;
}

/** The column number of a header text, looked for in the first 12 rows. */
export function columnOf(sheet: excel.Worksheet, header: string): number {
  for (let row = 1; row <= 12; row += 1)
    for (let column = 1; column <= 40; column += 1) if (sheet.getCell(row, column).value === header) return column;
  throw new Error(`no column ${header}`);
}

/** The row number of a key. */
export function rowOf(sheet: excel.Worksheet, column: number, key: string): number {
  for (let row = 1; row <= sheet.rowCount; row += 1) if (sheet.getCell(row, column).value === key) return row;
  throw new Error(`no row ${key}`);
}

export function type(
  sheet: excel.Worksheet,
  keyHeader: string,
  key: string,
  header: string,
  value: string | number | Date,
): void {
  sheet.getCell(rowOf(sheet, columnOf(sheet, keyHeader), key), columnOf(sheet, header)).value = value;
}
