// An XML spreadsheet of Excel 2003 as the tables of its visible sheets.
import { type ByteSource, readStart } from './chunks.js';
import { type Decoding, utf8Chunks } from './decode.js';
import { damagedWorkbook, refusal } from './refusal.js';
import { scanText } from './scan.js';
import { headOf, headRows, numberedRows, type SheetRow } from './sheet-rows.js';
import { newSpreadsheetReader, type SpreadsheetFault, type SpreadsheetRow } from './spreadsheet-rows.js';
import type { RawFile, RawTable } from './table.js';

const usualChunkBytes = 65_536;
const startBytes = 1_024;

interface Document extends Decoding {
  readonly source: ByteSource;
  readonly file: string;
  readonly chunkBytes: number;
}

/**
 * The visible sheets, read by streaming; lines are Excel's row numbers. Throws UserError (exit 3): `damaged-workbook`, `unsafe-workbook` for
 * a DOCTYPE and for positions that do not rise, `undecodable-bytes`, also for a declared encoding that is not read.
 */
export async function openSpreadsheetMl(
  source: ByteSource,
  file: string,
  chunkBytes = usualChunkBytes,
): Promise<RawFile> {
  await requireKnownEncoding(source, file);
  const scan = await scanText(source, file, chunkBytes);
  const document: Document = { ...scan, source, file, chunkBytes };
  const reader = newSpreadsheetReader();
  const heads: SheetRow[][] = [];
  for await (const rows of rowsIn(document, reader)) {
    for (const row of rows) {
      heads[row.sheet] ??= [];
      const head = heads[row.sheet] as SheetRow[];
      if (head.length < headRows) head.push(row);
    }
  }
  const tables: RawTable[] = [];
  for (const [sheet, { name, isHidden }] of reader.sheets.entries()) {
    if (!isHidden) tables.push(await tableOf(document, sheet, name, heads[sheet] ?? []));
  }
  const hiddenSheets = reader.sheets.filter((sheet) => sheet.isHidden).map((sheet) => sheet.name);
  if (tables.length === 0) throw damagedWorkbook({ file });
  const { encoding, sha256, problems } = scan;
  const path = typeof source === 'string' ? source : file;
  return { path, file, container: 'spreadsheetml', encoding, sha256, tables, hiddenSheets, problems };
}

async function tableOf(document: Document, sheet: number, name: string, rows: readonly SheetRow[]): Promise<RawTable> {
  const place = { file: document.file, sheet: name };
  const head = await headOf(rows, place);
  return {
    sheet: name,
    layouts: [{}],
    head: () => head,
    rows: (_layout, fromLine) => numberedRows(rowsOf(document, sheet), fromLine, place),
  };
}

async function* rowsOf(document: Document, sheet: number): AsyncGenerator<SheetRow> {
  for await (const rows of rowsIn(document, newSpreadsheetReader())) {
    for (const row of rows) if (row.sheet === sheet) yield row;
  }
}

async function* rowsIn(
  { source, file, chunkBytes, ...decoding }: Document,
  reader: ReturnType<typeof newSpreadsheetReader>,
): AsyncGenerator<readonly SpreadsheetRow[]> {
  const decoder = new TextDecoder();
  for await (const bytes of utf8Chunks(source, decoding, chunkBytes)) {
    const rows = reader.feed(decoder.decode(bytes, { stream: true }));
    const fault = reader.fault();
    if (fault !== undefined) throw refusalOf(fault, file);
    yield rows;
  }
  if (!reader.end()) throw damagedWorkbook({ file });
}

const faults: Readonly<Record<SpreadsheetFault, string>> = {
  doctype: '工作簿里含有外部定义（DOCTYPE），正常的导出不会有；请用 Excel 打开后另存为 .xlsx',
  position: '工作表里单元格的位置不对，应从上到下、从左到右递增；请用 Excel 打开后另存为 .xlsx',
  'too-long': '工作表里有一个单元格超过 “1 MB”，不像是导出的记录；请检查文件是否损坏，然后重新导出',
};

function refusalOf(fault: SpreadsheetFault, file: string): Error {
  return refusal({ file }, fault === 'too-long' ? 'oversized-record' : 'unsafe-workbook', faults[fault]);
}

/** Text in another declared encoding could pass for GB18030 and turn into other hanzi. */
async function requireKnownEncoding(source: ByteSource, file: string): Promise<void> {
  const start = (await readStart(source, startBytes)).toString('latin1').replaceAll('\0', '');
  const declared = /^[^<]*<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/i.exec(start)?.[1];
  if (declared === undefined || /^(?:utf-?(?:8|16(?:le|be)?)|gbk|gb2312|gb18030|us-ascii)$/i.test(declared)) return;
  const message = `文件声明的编码是 “${declared}”，应为 UTF-8、UTF-16 或 GB18030（GBK）；请用 Excel 打开后另存为 .xlsx`;
  throw refusal({ file }, 'undecodable-bytes', message);
}
