// Sheets → workbook: exceljs writes, repack mends. Nothing else in the project knows of exceljs.
import { type FileHandle, open, rm } from 'node:fs/promises';
import { Writable } from 'node:stream';
import type { Sheet } from '../ledger/sheet.js';
import type { Day } from '../model/day.js';
import {
  coreProperties,
  mendDefaultFont,
  mendProperties,
  mendStyles,
  mendTextCount,
  mendWorksheet,
  recalculating,
} from './mend.js';
import { type ByteSink, type Mend, repack } from './repack.js';
import type { RowMarks } from './row-marks.js';
import { streamWorkbook } from './stream-workbook.js';
import { type WorkbookTasks, workbookTasks } from './workbook-tasks.js';
import { newTally, type WorkbookTally } from './workbook-value.js';
import type { ByteSource } from './zip-entries.js';

export interface WorkbookOptions {
  /** Stands as created and modified in the properties: the clock never does. */
  readonly asOf: Day;
  /** Keeps on a hidden sheet what every row looked like, for workbooks that are read back. */
  readonly remembersRows?: boolean;
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

function sinkOf(file: FileHandle): ByteSink {
  return (bytes) => file.writeFile(bytes);
}

/** Every part is in memory, so that it can be mended with what is known only at its end. */
async function writeSmall(
  tasks: WorkbookTasks,
  file: FileHandle,
  tally: WorkbookTally,
  marks: RowMarks | undefined,
  mends: readonly Mend[],
): Promise<void> {
  const pieces: Uint8Array[] = [];
  const stream = new Writable({
    write(bytes: Uint8Array, _encoding, done) {
      pieces.push(bytes);
      done();
    },
  });
  const textUses = await streamWorkbook(tasks, stream, tally, { isSmall: true, marks });
  const more: readonly Mend[] = [
    { part: /^xl\/worksheets\/sheet\d+\.xml$/, mend: mendWorksheet },
    { part: /^xl\/sharedStrings\.xml$/, mend: (xml) => mendTextCount(xml, textUses) },
    { part: /^docProps\/app\.xml$/, mend: mendProperties },
  ];
  await repack(bufferSource(Buffer.concat(pieces)), [...mends, ...more], sinkOf(file), true);
}

/** The streaming writer's zip lies beside the target while it is mended; it is removed in any case. */
async function spoolWorkbook(
  tasks: WorkbookTasks,
  path: string,
  tally: WorkbookTally,
  marks: RowMarks | undefined,
  write: (source: ByteSource) => Promise<void>,
): Promise<void> {
  const spool = `${path}.spool`;
  const file = await open(spool, 'wx+', 0o600);
  try {
    const stream = new Writable({
      write: (bytes: Uint8Array, _encoding, done) => void file.writeFile(bytes).then(() => done(), done),
    });
    await streamWorkbook(tasks, stream, tally, { isSmall: false, marks });
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
  const tally = newTally();
  const marks: RowMarks | undefined = options.remembersRows === true ? new Map() : undefined;
  const tasks = await workbookTasks(sheets, options.asOf, options.rowsPerSheet);
  const tables = tasks.sheets.flatMap(({ sheet }) => sheet.tables);
  const rows = tables.reduce((sum, { rowCount }) => sum + rowCount, 0);
  const mends: readonly Mend[] = [
    { part: /^xl\/styles\.xml$/, mend: (xml) => mendDefaultFont(mendStyles(xml)) },
    { part: /^docProps\/core\.xml$/, mend: () => coreProperties(options.asOf) },
    { part: /^xl\/workbook\.xml$/, mend: sheets.some(({ isStale }) => isStale) ? recalculating : (xml) => xml },
  ];
  const file = await open(path, 'w', 0o600);
  try {
    if (rows > (options.rowsInMemory ?? defaultRowsInMemory))
      await spoolWorkbook(tasks, path, tally, marks, (source) => repack(source, mends, sinkOf(file), false));
    else await writeSmall(tasks, file, tally, marks, mends);
  } finally {
    await file.close();
  }
  return tally;
}
