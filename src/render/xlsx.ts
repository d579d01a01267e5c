// Sheets → workbook: exceljs writes, repack mends. Nothing else in the project knows of exceljs.
import { type FileHandle, open, rm } from 'node:fs/promises';
import type { Sheet } from '../ledger/sheet.js';
import type { Day } from '../model/day.js';
import { coreProperties, mendDefaultFont, mendStyles, mendWorksheet } from './mend.js';
import { type Mend, repack } from './repack.js';
import { sheetNames } from './sheet-names.js';
import { planSheet } from './sheet-plan.js';
import { splitSheets } from './split-sheets.js';
import { streamWorkbook } from './stream-workbook.js';
import type { WorkbookTally } from './workbook-value.js';
import { fillWorksheet } from './worksheet.js';
import { worksheetOptions } from './worksheet-options.js';
import type { ByteSource } from './zip-entries.js';

export interface WorkbookOptions {
  /** Stands as created and modified in the properties: the clock never does. */
  readonly asOf: Day;
  /** More rows than this, over all tables, go through the streaming writer. */
  readonly rowsInMemory?: number;
  /** Tables longer than this continue on a second sheet. */
  readonly rowsPerSheet?: number;
}

/** Ten thousand rows in memory take 325 MB, streamed 100; the look is the same. */
const defaultRowsInMemory = 5_000;

function bufferSource(bytes: Uint8Array): ByteSource {
  return { size: bytes.length, read: async (position, length) => bytes.subarray(position, position + length) };
}

async function fileSource(file: FileHandle): Promise<ByteSource> {
  const { size } = await file.stat();
  return {
    size,
    async read(position, length) {
      const bytes = new Uint8Array(length);
      const { bytesRead } = await file.read(bytes, 0, length, position);
      if (bytesRead !== length) throw new RangeError('the spooled workbook is shorter than its directory says');
      return bytes;
    },
  };
}

/** What a protected sheet still allows; there is no password. */
const openToStaff = { sort: true, autoFilter: true, formatColumns: true, formatRows: true } as const;

function hasInput(sheet: Sheet): boolean {
  return sheet.tables.some(({ columns }) => columns.some(({ input }) => input === true));
}

async function workbookInMemory(sheets: readonly Sheet[], tally: WorkbookTally): Promise<Uint8Array> {
  const { default: excel } = await import('exceljs');
  const workbook = new excel.Workbook();
  for (const sheet of sheets) {
    const plan = planSheet(sheet);
    const worksheet = workbook.addWorksheet(sheet.name, worksheetOptions(plan));
    await fillWorksheet(worksheet, sheet, plan, tally, async () => {});
    if (hasInput(sheet)) await worksheet.protect('', openToStaff);
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer({ zip: { compression: 'STORE' } }));
}

async function writeTo(file: FileHandle, source: ByteSource, mends: readonly Mend[]): Promise<void> {
  await repack(source, mends, (bytes) => file.writeFile(bytes));
}

/** The streaming writer's zip lies beside the target while it is mended; it is removed in any case. */
async function spoolWorkbook(
  sheets: readonly Sheet[],
  path: string,
  tally: WorkbookTally,
  write: (source: ByteSource) => Promise<void>,
): Promise<void> {
  const spool = `${path}.spool`;
  const file = await open(spool, 'wx+', 0o600);
  try {
    await streamWorkbook(sheets, file, tally);
    await write(await fileSource(file));
  } finally {
    await file.close();
    await rm(spool, { force: true });
  }
}

/**
 * Writes all sheets as one workbook to `path`, in place: call it with a temporary path. Tables of more than 5,000 rows together
 * are streamed, by way of `path`.spool, with constant memory and the same look. Same sheets and options, same bytes.
 */
export async function writeWorkbook(
  sheets: readonly Sheet[],
  path: string,
  options: WorkbookOptions,
): Promise<Readonly<WorkbookTally>> {
  const tally: WorkbookTally = { cleanedTexts: 0, cutTexts: 0, textAmounts: 0 };
  const parts = splitSheets(sheets, options.rowsPerSheet);
  const names = sheetNames(parts.map((sheet) => sheet.name));
  const named = parts.map((sheet, index) => ({ ...sheet, name: names[index] ?? sheet.name }));
  const rows = named.reduce((sum, sheet) => sheet.tables.reduce((count, table) => count + table.rowCount, sum), 0);
  const mends: readonly Mend[] = [
    { part: /^xl\/styles\.xml$/, mend: (xml) => mendDefaultFont(mendStyles(xml)) },
    { part: /^docProps\/core\.xml$/, mend: () => coreProperties(options.asOf) },
    { part: /^xl\/worksheets\/sheet\d+\.xml$/, mend: mendWorksheet },
  ];
  const file = await open(path, 'w', 0o600);
  try {
    if (rows > (options.rowsInMemory ?? defaultRowsInMemory))
      await spoolWorkbook(named, path, tally, (source) => writeTo(file, source, mends.slice(0, 2)));
    else await writeTo(file, bufferSource(await workbookInMemory(named, tally)), mends);
  } finally {
    await file.close();
  }
  return tally;
}
