// A web archive (MHT): a mail with an HTML page inside, which is what Excel saves as “single file web page”.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ByteSource } from './chunks.js';
import { openHtml } from './html.js';
import { refusal } from './refusal.js';
import type { RawFile } from './table.js';

interface Part {
  readonly type: string;
  readonly encoding: string;
  readonly boundary: string | undefined;
  /** Latin-1, one character for each byte. */
  readonly body: string;
}

const mostBytes = 300_000_000;
const mostParts = 1_000;

/**
 * The tables of all HTML pages in a web archive, as if they were one page (each sheet of a workbook is a page of its own). Throws
 * UserError (exit 3): `damaged-workbook` when the archive stops short, else as `openHtml`.
 */
export async function openMht(source: ByteSource, file: string): Promise<RawFile> {
  const bytes = typeof source === 'string' ? await readFile(source) : source;
  if (bytes.length > mostBytes) {
    const message = `网页档案超过 “${mostBytes / 1_000_000} MB”；请用 Excel 打开后另存为 .xlsx`;
    throw refusal({ file }, 'unsafe-workbook', message);
  }
  const parts = htmlParts(partOf(bytes.toString('latin1')), file);
  if (parts.length === 0) {
    throw refusal({ file }, 'unsupported-container', '网页档案里没有网页；请用 Excel 打开后另存为 .xlsx');
  }
  const pages = Buffer.concat(parts.map((part) => Buffer.from(decoded(part), 'latin1')));
  const raw = await openHtml(pages, file, 'mht');
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ...raw, sha256, path: typeof source === 'string' ? source : file };
}

/** Headers up to the first empty line, folded lines joined. */
function partOf(text: string): Part {
  const end = /\r?\n\r?\n/.exec(text);
  const head = text.slice(0, end?.index ?? text.length).replace(/\r?\n[ \t]+/g, ' ');
  const header = (name: string) => new RegExp(`^${name}:[ \\t]*([^\\r\\n]*)`, 'im').exec(head)?.[1] ?? '';
  const type = header('Content-Type');
  const boundary = /boundary\s*=\s*(?:"([^"]+)"|([^\s;]+))/i.exec(type);
  return {
    type: type.split(';')[0]?.trim().toLowerCase() ?? '',
    encoding: header('Content-Transfer-Encoding').trim().toLowerCase(),
    boundary: boundary?.[1] ?? boundary?.[2],
    body: end === null ? '' : text.slice(end.index + end[0].length),
  };
}

function htmlParts(part: Part, file: string): readonly Part[] {
  if (part.type === 'text/html') return [part];
  if (!part.type.startsWith('multipart/') || part.boundary === undefined) return [];
  const pieces = `\n${part.body}`.split(`\n--${part.boundary}`);
  const isWhole = pieces.length > 1 && pieces.length <= mostParts && pieces.at(-1)?.startsWith('--') === true;
  if (!isWhole) {
    const message = '网页档案不完整，后面的内容已丢失；请重新导出，或用 Excel 打开后另存为 .xlsx';
    throw refusal({ file }, 'damaged-workbook', message);
  }
  return pieces.slice(1, -1).flatMap((piece) => {
    const inner = partOf(piece.replace(/^[ \t]*\r?\n/, ''));
    return inner.type === 'text/html' ? [inner] : [];
  });
}

function decoded({ encoding, body }: Part): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('latin1');
  if (encoding !== 'quoted-printable') return body;
  return body
    .replace(/(?<![ \t])[ \t]+(\r?\n)/g, '$1')
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
