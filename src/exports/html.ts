// An HTML page as the tables of its lists: what core systems and online banks save under .xls.
import type { ByteSource } from './chunks.js';
import { type Decoding, utf8Chunks } from './decode.js';
import { newPageReader, type PageFault } from './html-table.js';
import { type ListOf, newListFinder, newRowSorter, type Sorted } from './page-lists.js';
import { refusal } from './refusal.js';
import { scanText } from './scan.js';
import { batched, headRows } from './sheet-rows.js';
import type { HeadRow, RawFile, RawTable } from './table.js';

const usualChunkBytes = 65_536;
const mostLists = 200;

/** The page could be taken apart again and again: a stream of it costs one pass. */
interface Page extends Decoding {
  readonly source: ByteSource;
  readonly file: string;
  readonly chunkBytes: number;
}

/**
 * The lists of an HTML page, each with the lines and small tables above it; lines are counted over the whole page. Throws UserError (exit
 * 3): `damaged-workbook` when a table does not end, `unsafe-workbook`, `unsupported-container` without a table, and those of texts.
 */
export async function openHtml(
  source: ByteSource,
  file: string,
  container: 'html' | 'mht' = 'html',
  chunkBytes = usualChunkBytes,
): Promise<RawFile> {
  const scan = await scanText(source, file, chunkBytes);
  const page: Page = { ...scan, source, file, chunkBytes };
  const finder = newListFinder();
  for await (const rows of pageRows(page)) for (const row of rows) finder.add(row);
  const { count, of } = finder.lists();
  if (count === 0) throw refusal({ file }, 'unsupported-container', '网页里没有表格；请从系统重新导出为 .xlsx 或 CSV');
  if (count > mostLists) throw refusal({ file }, 'unsafe-workbook', faults['too-wide']);
  const tables: RawTable[] = [];
  for (let list = 0; list < count; list += 1) tables.push(await tableOf(page, of, list, count));
  const { encoding, sha256, problems } = scan;
  const path = typeof source === 'string' ? source : file;
  return { path, file, container, encoding, sha256, tables, hiddenSheets: [], problems };
}

async function tableOf(page: Page, of: ListOf, list: number, count: number): Promise<RawTable> {
  const own = (fromLine: number) => ownRows(page, of, list, fromLine);
  const head: HeadRow[] = [];
  for await (const row of own(1)) {
    const above = head.at(-1);
    if (above !== undefined) head[head.length - 1] = { ...above, nextLine: row.line };
    if (head.length === headRows) break;
    head.push({ line: row.line, cells: row.cells, nextLine: row.line + 1 });
  }
  return {
    ...(count > 1 ? { sheet: `第${list + 1}张表` } : {}),
    layouts: [{}],
    head: () => head,
    rows: (_layout, fromLine) => batched(own(fromLine)),
  };
}

async function* ownRows(page: Page, of: ListOf, list: number, fromLine: number): AsyncGenerator<Sorted> {
  const sorter = newRowSorter(of);
  const isOwn = (row: Sorted) => row.list === list && row.line >= fromLine;
  for await (const rows of pageRows(page)) {
    for (const row of rows) for (const sorted of sorter.add(row)) if (isOwn(sorted)) yield sorted;
  }
  for (const sorted of sorter.end()) if (isOwn(sorted)) yield sorted;
}

async function* pageRows(page: Page) {
  const reader = newPageReader();
  const decoder = new TextDecoder();
  for await (const bytes of utf8Chunks(page.source, page, page.chunkBytes)) {
    const rows = reader.feed(decoder.decode(bytes, { stream: true }));
    requireSound(reader.fault(), page.file);
    yield rows;
  }
  const rows = reader.end();
  requireSound(reader.fault(), page.file);
  yield rows;
}

const faults: Readonly<Record<PageFault, string>> = {
  entities: '网页里含有外部定义（ENTITY），正常的导出不会有；请用 Excel 打开后另存为 .xlsx',
  'too-wide': '网页的表格结构异常（列或表过多）；请用 Excel 打开后另存为 .xlsx',
  'too-long': '网页里有一个单元格超过 “1 MB”，不像是导出的记录；请检查文件是否损坏，然后重新导出',
  'cut-short': '网页在表格中间断了，后面的行已丢失；请重新导出',
};

function requireSound(fault: PageFault | undefined, file: string): void {
  if (fault === undefined) return;
  const codes = { 'too-long': 'oversized-record', 'cut-short': 'damaged-workbook' } as const;
  throw refusal({ file }, fault in codes ? codes[fault as keyof typeof codes] : 'unsafe-workbook', faults[fault]);
}
