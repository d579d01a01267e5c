// Every entry of a workbook's archive inflated once, before any other reader sees it: size, CRC-32, whole XML.
import { crc32, createInflateRaw, inflateRawSync } from 'node:zlib';
import { damagedWorkbook, type Place, refusal } from './refusal.js';
import { newPartScanner, type PartScan } from './sheet-scan.js';
import type { ZipEntry } from './zip.js';

const chunkBytes = 256 * 1024;
const doctype = '<!DOCTYPE';
const edgeBytes = 4096;

/** The bytes of an entry in chunks. Throws UserError (exit 3) `damaged-workbook` when their number or their CRC-32 is not the stated one. */
export async function* entryChunks(archive: Buffer, entry: ZipEntry, place: Place): AsyncGenerator<Buffer> {
  let bytes = 0;
  let crc = 0;
  for await (const chunk of inflated(archive, entry, place)) {
    bytes += chunk.length;
    crc = crc32(chunk, crc);
    yield chunk;
  }
  if (bytes !== entry.bytes || crc !== entry.crc) throw damagedWorkbook(place);
}

/** Inflated bytes in chunks, never more than the entry declares. */
async function* inflated(archive: Buffer, entry: ZipEntry, place: Place): AsyncGenerator<Buffer> {
  const packed = archive.subarray(entry.start, entry.start + entry.packedBytes);
  if (entry.method === 0) {
    for (let at = 0; at < packed.length; at += chunkBytes) yield packed.subarray(at, at + chunkBytes);
    return;
  }
  const inflate = createInflateRaw({ chunkSize: chunkBytes });
  inflate.end(packed);
  let bytes = 0;
  const chunks = inflate[Symbol.asyncIterator]();
  for (;;) {
    const next = await chunks.next().catch(() => {
      throw damagedWorkbook(place);
    });
    if (next.done) break;
    bytes += next.value.length;
    if (bytes > entry.bytes) throw damagedWorkbook(place);
    yield next.value;
  }
  if (inflate.bytesWritten !== packed.length) throw damagedWorkbook(place);
}

/** The beginning and the end of a part, and whether it declares a DOCTYPE anywhere. */
interface Glance {
  head: string;
  tail: string;
  hasDoctype: boolean;
}

function look(glance: Glance, chunk: Buffer): void {
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
 * Inflates every entry once. Throws UserError (exit 3): `damaged-workbook` when a size or a CRC-32 differs, an XML part stops short or a
 * cell names a text that is not there, `unsafe-workbook` when a part has a DOCTYPE or cells do not stand one after the other.
 */
export async function checkEntries(archive: Buffer, entries: readonly ZipEntry[], place: Place): Promise<void> {
  const scans: PartScan[] = [];
  for (const entry of entries) {
    const glance: Glance = { head: '', tail: '', hasDoctype: false };
    const scanner = isReadXml(entry.name) ? newPartScanner() : undefined;
    for await (const chunk of entryChunks(archive, entry, place)) {
      look(glance, chunk);
      scanner?.add(chunk);
    }
    if (glance.hasDoctype && /\.(xml|rels|vml)$/i.test(entry.name)) {
      const message = '工作簿里含有外部定义（DOCTYPE），正常的导出不会有；请用 Excel 打开后另存为 .xlsx';
      throw refusal(place, 'unsafe-workbook', message);
    }
    if (scanner === undefined) continue;
    if (!isWholeXml(glance)) throw damagedWorkbook(place);
    scans.push(scanner.found());
  }
  checkScans(scans, place);
}

function checkScans(scans: readonly PartScan[], place: Place): void {
  if (scans.some(({ isMisplaced }) => isMisplaced)) {
    const message = '工作表里单元格的位置不对，应从上到下、从左到右，每格只写一次；请用 Excel 打开后另存为 .xlsx';
    throw refusal(place, 'unsafe-workbook', message);
  }
  if (scans.some(({ isScattered }) => isScattered)) {
    const message = '工作表的内容散落在过多的列里，几乎都是空格；请删去表格右边多余的内容后另存为 .xlsx';
    throw refusal(place, 'unsafe-workbook', message);
  }
  const texts = Math.max(0, ...scans.map((scan) => scan.texts ?? 0));
  if (scans.some(({ highestText }) => highestText >= texts)) throw damagedWorkbook(place);
}

/** The text of a checked entry that is known to be small (relationships, the list of sheets). */
export function entryText(archive: Buffer, entry: ZipEntry, place: Place): string {
  if (entry.bytes > 50_000_000) throw damagedWorkbook(place);
  const packed = archive.subarray(entry.start, entry.start + entry.packedBytes);
  const bytes = entry.method === 0 ? packed : inflateRawSync(packed);
  return bytes.toString('utf8').replace(/^\ufeff/, '');
}
