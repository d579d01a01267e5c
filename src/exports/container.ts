// What a file is, by its first bytes and never by its extension.
import { open, readFile } from 'node:fs/promises';
import { exitCodes, UserError } from '../model/errors.js';
import { isOfficeFile, openArchive } from './archive.js';
import type { ByteSource, OnRead } from './chunks.js';
import { gunzip } from './gzip.js';
import { openHtml } from './html.js';
import { openMht } from './mht.js';
import { refusal } from './refusal.js';
import { newSpool, type Spool } from './spool.js';
import { openSpreadsheetMl } from './spreadsheetml.js';
import type { RawFile } from './table.js';
import { openText } from './text.js';
import { openWorkbook } from './workbook.js';

/** What the two ends of a file look like. */
interface Edges {
  /** The first bytes as hexadecimal digits. */
  readonly start: string;
  /** The last 22 bytes as hexadecimal digits: where the end record of a zip archive is. */
  readonly end: string;
  /** The beginning as text, in lower case, without byte-order mark and leading blanks. */
  readonly text: string;
}

/** What a file is opened with. */
interface Opening {
  readonly spool: Spool;
  /** It came out of an archive, so that it must be none itself. */
  readonly isUnpacked: boolean;
  readonly onRead: OnRead | undefined;
}

interface Container {
  readonly matches: (edges: Edges) => boolean;
  readonly open: (source: ByteSource, file: string, opening: Opening) => Promise<readonly RawFile[]>;
}

const edgeBytes = 4096;
const endRecordBytes = 22;

function single(openOne: (source: ByteSource, file: string) => Promise<RawFile>): Container['open'] {
  return async (source, file) => [await openOne(source, file)];
}

function unsupported(name: string, way = '请用 Excel 打开后另存为 .xlsx 或 CSV'): Container['open'] {
  return async (_source, file) => {
    throw refusal({ file }, 'unsupported-container', `这是 “${name}” 文件，不能直接读取；${way}`);
  };
}

/** The first match opens the file; a workbook with one damaged end is still told by the other. A file that none matches is text. */
const containers: readonly Container[] = [
  {
    matches: ({ start }) => start.startsWith('d0cf11e0') || start.startsWith('a1b11ae1', 8),
    open: single((source, file) => openWorkbook(source, file, 'xls')),
  },
  { matches: ({ start, end }) => start.startsWith('504b0304') || end.startsWith('504b0506'), open: openZip },
  { matches: ({ start }) => start.startsWith('1f8b08'), open: openGzip },
  { matches: ({ start }) => start.startsWith('526172211a07'), open: unsupported('RAR 压缩', '请解压后再读取') },
  { matches: ({ start }) => start.startsWith('377abcaf271c'), open: unsupported('7z 压缩', '请解压后再读取') },
  { matches: ({ start }) => start.startsWith('25504446'), open: unsupported('PDF', '请从系统重新导出为 .xlsx 或 CSV') },
  {
    matches: ({ text }) => /^<\?xml/.test(text) && /<(\w+:)?workbook[\s>]/.test(text),
    open: single(openSpreadsheetMl),
  },
  {
    matches: ({ text }) => text.startsWith('<') && /<(!doctype\s+html|html|head|meta|style|table)\b/.test(text),
    open: single((source, file) => openHtml(source, file)),
  },
  { matches: ({ text }) => /^(mime-version|message-id|from): /.test(text), open: single(openMht) },
];

async function openZip(source: ByteSource, file: string, opening: Opening): Promise<readonly RawFile[]> {
  const { spool, isUnpacked } = opening;
  const archive = typeof source === 'string' ? await readFile(source) : source;
  if (isOfficeFile(archive, file))
    return [{ ...(await openWorkbook(archive, file, 'xlsx')), path: pathOf(source, file) }];
  if (isUnpacked) throw nestedArchive(file);
  const opened = await openArchive(archive, file, spool, (entry, entryFile) =>
    openSource(entry, entryFile, { ...opening, isUnpacked: true }),
  );
  const path = pathOf(source, file);
  return opened.map((raw) => ({ ...raw, path: path + raw.file.slice(file.length) }));
}

async function openGzip(source: ByteSource, file: string, opening: Opening): Promise<readonly RawFile[]> {
  if (opening.isUnpacked) throw nestedArchive(file);
  const content = await gunzip(source, file, opening.spool);
  const opened = await openSource(content, file, { ...opening, isUnpacked: true });
  return opened.map((raw) => ({ ...raw, path: pathOf(source, file) }));
}

function pathOf(source: ByteSource, file: string): string {
  return typeof source === 'string' ? source : file;
}

function nestedArchive(file: string): Error {
  return refusal({ file }, 'unsupported-container', '压缩包里还有压缩包；请解压一层后再读取');
}

/** UTF-16 is told by its mark or by the zero byte beside the first `<`; everything else is read byte by byte. */
function beginning(bytes: Buffer): string {
  const little = /^(fffe|3c00)/.test(bytes.toString('hex', 0, 2));
  const big = /^(feff|003c)/.test(bytes.toString('hex', 0, 2));
  const even = bytes.subarray(0, bytes.length - (bytes.length % 2));
  const text = little
    ? even.toString('utf16le')
    : big
      ? Buffer.from(even).swap16().toString('utf16le')
      : bytes.toString('latin1');
  return text
    .replace(/^(\ufeff|\xef\xbb\xbf)/, '')
    .trimStart()
    .toLowerCase();
}

async function edgesOf(source: ByteSource, file: string): Promise<Edges> {
  if (typeof source !== 'string') return edgesIn(source.subarray(0, edgeBytes), source.subarray(-endRecordBytes));
  try {
    const handle = await open(source, 'r');
    try {
      const { size } = await handle.stat();
      const start = Buffer.alloc(Math.min(size, edgeBytes));
      const end = Buffer.alloc(Math.min(size, endRecordBytes));
      await handle.read(start, 0, start.length, 0);
      await handle.read(end, 0, end.length, size - end.length);
      return edgesIn(start, end);
    } finally {
      await handle.close();
    }
  } catch {
    throw new UserError(`${file}: 文件打不开；请检查文件是否还在、是否有读取权限`, exitCodes.failed);
  }
}

function edgesIn(start: Buffer, end: Buffer): Edges {
  return { start: start.toString('hex', 0, 16), end: end.toString('hex'), text: beginning(start) };
}

async function openSource(source: ByteSource, file: string, opening: Opening): Promise<readonly RawFile[]> {
  const edges = await edgesOf(source, file);
  const container = containers.find((candidate) => candidate.matches(edges));
  if (container !== undefined) return container.open(source, file, opening);
  return [await openText(source, file, undefined, opening.onRead)];
}

/**
 * A file taken apart into tables, by what it is and not by its extension; an archive gives one file for each export in it. Throws
 * UserError: exit 3 with a Problem when it cannot be read whole (`damaged-workbook`, `damaged-archive`, `encrypted-workbook`,
 * `unsafe-workbook`, `unsupported-container`, and those of texts), exit 1 when the disk refuses it. `onRead` hears of texts only.
 */
export async function openFiles(
  source: ByteSource,
  file: string,
  spool: Spool = newSpool(),
  onRead?: OnRead,
): Promise<readonly RawFile[]> {
  return openSource(source, file, { spool, isUnpacked: false, onRead });
}

/** As `openFiles`, for a file that must be one; an archive of several is refused with `unsupported-container`. */
export async function openFile(source: ByteSource, file: string): Promise<RawFile> {
  const [first, ...others] = await openFiles(source, file);
  if (first !== undefined && others.length === 0) return first;
  throw refusal({ file }, 'unsupported-container', '压缩包里有几个文件，这里只能用一个；请解压后指定其中一个');
}
