// What a file is, by its first bytes and never by its extension.
import { open } from 'node:fs/promises';
import { exitCodes, UserError } from '../model/errors.js';
import { refusal } from './refusal.js';
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

interface Container {
  readonly matches: (edges: Edges) => boolean;
  readonly open: (path: string, file: string) => Promise<RawFile>;
}

const edgeBytes = 4096;
const endRecordBytes = 22;

function unsupported(name: string, way = '请用 Excel 打开后另存为 .xlsx 或 CSV'): Container['open'] {
  return async (_path, file) => {
    throw refusal({ file }, 'unsupported-container', `这是 “${name}” 文件，不能直接读取；${way}`);
  };
}

/** The first match opens the file; a workbook with one damaged end is still told by the other. A file that none matches is text. */
const containers: readonly Container[] = [
  {
    matches: ({ start }) => start.startsWith('d0cf11e0') || start.startsWith('a1b11ae1', 8),
    open: (path, file) => openWorkbook(path, file, 'xls'),
  },
  {
    matches: ({ start, end }) => start.startsWith('504b0304') || end.startsWith('504b0506'),
    open: (path, file) => openWorkbook(path, file, 'xlsx'),
  },
  { matches: ({ start }) => start.startsWith('1f8b08'), open: unsupported('gzip 压缩', '请解压后再读取') },
  { matches: ({ start }) => start.startsWith('526172211a07'), open: unsupported('RAR 压缩', '请解压后再读取') },
  { matches: ({ start }) => start.startsWith('377abcaf271c'), open: unsupported('7z 压缩', '请解压后再读取') },
  { matches: ({ start }) => start.startsWith('25504446'), open: unsupported('PDF', '请从系统重新导出为 .xlsx 或 CSV') },
  {
    matches: ({ text }) => /^<\?xml/.test(text) && /<(\w+:)?workbook[\s>]/.test(text),
    open: unsupported('XML 表格'),
  },
  {
    matches: ({ text }) => text.startsWith('<') && /<(!doctype\s+html|html|head|meta|style|table)\b/.test(text),
    open: unsupported('HTML 网页'),
  },
  { matches: ({ text }) => /^(mime-version|message-id|from): /.test(text), open: unsupported('MHT 网页') },
];

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

async function edgesOf(path: string, file: string): Promise<Edges> {
  try {
    const handle = await open(path, 'r');
    try {
      const { size } = await handle.stat();
      const start = Buffer.alloc(Math.min(size, edgeBytes));
      const end = Buffer.alloc(Math.min(size, endRecordBytes));
      await handle.read(start, 0, start.length, 0);
      await handle.read(end, 0, end.length, size - end.length);
      return { start: start.toString('hex', 0, 16), end: end.toString('hex'), text: beginning(start) };
    } finally {
      await handle.close();
    }
  } catch {
    throw new UserError(`${file}: 文件打不开；请检查文件是否还在、是否有读取权限`, exitCodes.failed);
  }
}

/**
 * A file taken apart into tables, by what it is and not by its extension. Throws UserError: exit 3 with a Problem when it cannot be
 * read whole (`damaged-workbook`, `encrypted-workbook`, `unsafe-workbook`, `unsupported-container`, and those of texts), exit 1
 * when the disk refuses it.
 */
export async function openFile(path: string, file: string): Promise<RawFile> {
  const edges = await edgesOf(path, file);
  const container = containers.find((candidate) => candidate.matches(edges));
  return container === undefined ? openText(path, file) : container.open(path, file);
}
