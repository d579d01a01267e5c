import { streamXlsxRows } from 'hucre/xlsx';
import { damagedWorkbook, type Place, refusal } from './refusal.js';
import { type SheetParts, sheetPartsIn } from './sheet-parts.js';
import { headOf, headRows, numberedRows } from './sheet-rows.js';
import type { RawTable } from './table.js';
import { type WorkbookSheet, workbookPath, worksheetsOf } from './workbook-sheets.js';
import { listEntries, type ZipEntry } from './zip.js';
import { checkEntries, entryText } from './zip-contents.js';

/** What a workbook reader finds: a table for every visible sheet, the names of the others. */
export interface WorkbookTables {
  readonly tables: readonly RawTable[];
  readonly hiddenSheets: readonly string[];
}

/** A sheet whose head nobody looks at: each reading takes all shared texts of the workbook apart once more. */
export type WrittenTable = Pick<RawTable, 'rows'> & { readonly sheet: string };

function rowsOf(archive: Buffer, { name, index }: WorkbookSheet, file: Place): WrittenTable {
  const place = { ...file, sheet: name };
  return {
    sheet: name,
    rows: (_layout, fromLine) => numberedRows(streamXlsxRows(archive, { sheet: index }), fromLine, place),
  };
}

async function tableOf(archive: Buffer, sheet: WorkbookSheet, file: Place): Promise<RawTable> {
  const place = { ...file, sheet: sheet.name };
  const head = await headOf(streamXlsxRows(archive, { sheet: sheet.index, maxRows: headRows }), place);
  return { ...rowsOf(archive, sheet, file), layouts: [{}], head: () => head };
}

async function checkedSheets(archive: Buffer, place: Place): Promise<readonly WorkbookSheet[]> {
  const entries = new Map<string, ZipEntry>();
  for (const entry of listEntries(archive, place)) entries.set(entry.name, entry);
  const part = (name: string) => {
    const entry = entries.get(name);
    return entry && entryText(archive, entry, place);
  };
  if (!entries.has('[Content_Types].xml')) {
    throw refusal(place, 'unsupported-container', '这是压缩包，不是工作簿；请解压后再读取里面的文件');
  }
  await checkEntries(archive, [...entries.values()], place);
  const path = workbookPath(part);
  if (path === undefined || !entries.has(path)) throw damagedWorkbook(place);
  if (!/\.xml$/i.test(path) || !/<(?:[\w.-]+:)?workbook[\s>]/.test(part(path) ?? '')) {
    throw refusal(place, 'unsupported-container', '这不是 .xlsx 工作簿；请用 Excel 打开后另存为 .xlsx');
  }
  return worksheetsOf(path, part, (name) => entries.has(name), place);
}

/**
 * Sheets of an .xlsx archive, read by streaming after a check of the whole archive. Throws UserError (exit 3) with
 * `damaged-workbook`, `unsafe-workbook` or, for another kind of zip, `unsupported-container`.
 */
export async function readXlsxTables(archive: Buffer, place: Place): Promise<WorkbookTables> {
  const sheets = await checkedSheets(archive, place);
  const tables: RawTable[] = [];
  for (const sheet of sheets) if (!sheet.isHidden) tables.push(await tableOf(archive, sheet, place));
  return { tables, hiddenSheets: sheets.filter((sheet) => sheet.isHidden).map((sheet) => sheet.name) };
}

export interface WrittenSheet {
  readonly table: WrittenTable;
  readonly parts: SheetParts;
}

/** As `readXlsxTables`, hidden sheets among them and with what no cell holds: for workbooks that this tool wrote itself. */
export async function readWrittenSheets(archive: Buffer, place: Place): Promise<readonly WrittenSheet[]> {
  const found: WrittenSheet[] = [];
  const sheets = await checkedSheets(archive, place);
  const partsOf = sheetPartsIn(archive, place);
  for (const sheet of sheets) found.push({ table: rowsOf(archive, sheet, place), parts: partsOf(sheet.path) });
  return found;
}
