// Every entry of a workbook's archive inflated once, before any other reader sees it: size, CRC-32, whole XML.
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { damagedWorkbook, type Place, refusal } from './refusal.js';
import type { ZipEntry } from './zip.js';

const chunkBytes = 256 * 1024;
const doctype = '<!DOCTYPE';
const edgeBytes = 4096;

/** Inflated bytes in chunks, never more than the entry declares. */
async function* chunksOf(archive: Buffer, entry: ZipEntry, place: Place): AsyncGenerator<Buffer> {
  const packed = archive.subarray(entry.start, entry.start + entry.packedBytes);
  if (entry.method === 0) {
    for (let at = 0; at < packed.length; at += chunkBytes) yield packed.subarray(at, at + chunkBytes);
    return;
  }
  const inflate = createInflateRaw({ chunkSize: chunkBytes });
  inflate.end(packed);
  let bytes = 0;
  try {
    for await (const chunk of inflate) {
      bytes += chunk.length;
      if (bytes > entry.bytes) throw damagedWorkbook(place);
      yield chunk;
    }
  } catch {
    throw damagedWorkbook(place);
  }
  if (inflate.bytesWritten !== packed.length) throw damagedWorkbook(place);
}

/** The beginning and the end of a part, and whether it declares a DOCTYPE anywhere. */
interface Glance {
  bytes: number;
  crc: number;
  head: string;
  tail: string;
  hasDoctype: boolean;
}

function look(glance: Glance, chunk: Buffer): void {
  glance.crc = crc32(chunk, glance.crc);
  glance.bytes += chunk.length;
  const seam = glance.tail.slice(-doctype.length) + chunk.toString('latin1', 0, doctype.length);
  glance.hasDoctype ||= chunk.includes(doctype, 0, 'latin1') || seam.includes(doctype);
  if (glance.head.length < edgeBytes) glance.head += chunk.toString('latin1', 0, edgeBytes);
  glance.tail = (glance.tail + chunk.toString('latin1', Math.max(0, chunk.length - edgeBytes))).slice(-edgeBytes);
}

const comment = /<!--[\s\S]*?-->/g;

/** Whether the document's last tag closes its first one: a part cut short by its writer has a right checksum all the same. */
function isWholeXml(glance: Glance): boolean {
  const head = glance.head.replace(/^\xef\xbb\xbf/, '').replace(/<\?[\s\S]*?\?>/g, '');
  const root = /^\s*<([^\s<>/!?]+)([^<>]*)>/.exec(head.replace(comment, ''));
  if (root === null) return false;
  const tail = glance.tail.replace(comment, '').trimEnd();
  if (root[2]?.endsWith('/')) return tail.endsWith(root[0].trim());
  return tail.endsWith('>') && tail.slice(0, -1).trimEnd().endsWith(`</${root[1]}`);
}

/** Parts that a spreadsheet reader interprets; a user's own XML and document properties may look as they like. */
function isReadXml(name: string): boolean {
  return /\.(xml|rels)$/i.test(name) && !/^(customXml|docProps)\//i.test(name);
}

/**
 * Inflates every entry once. Throws UserError (exit 3): `damaged-workbook` when a size or a CRC-32 differs or an XML part stops
 * short, `unsafe-workbook` when one has a DOCTYPE.
 */
export async function checkEntries(archive: Buffer, entries: readonly ZipEntry[], place: Place): Promise<void> {
  for (const entry of entries) {
    const glance: Glance = { bytes: 0, crc: 0, head: '', tail: '', hasDoctype: false };
    for await (const chunk of chunksOf(archive, entry, place)) look(glance, chunk);
    if (glance.bytes !== entry.bytes || glance.crc !== entry.crc) throw damagedWorkbook(place);
    if (glance.hasDoctype && /\.(xml|rels|vml)$/i.test(entry.name)) {
      const message = '工作簿里含有外部定义（DOCTYPE），正常的导出不会有；请用 Excel 打开后另存为 .xlsx';
      throw refusal(place, 'unsafe-workbook', message);
    }
    if (isReadXml(entry.name) && !isWholeXml(glance)) throw damagedWorkbook(place);
  }
}

/** The text of a checked entry that is known to be small (relationships, the list of sheets). */
export function entryText(archive: Buffer, entry: ZipEntry, place: Place): string {
  if (entry.bytes > 50_000_000) throw damagedWorkbook(place);
  const packed = archive.subarray(entry.start, entry.start + entry.packedBytes);
  const bytes = entry.method === 0 ? packed : inflateRawSync(packed);
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}
