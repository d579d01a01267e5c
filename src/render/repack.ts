// Writes a workbook's zip anew: entries in the order of their names, all dated 1980-01-01, some of them mended.
import { crc32 } from 'node:zlib';
import { deflateSync, inflateSync } from 'fflate';
import { type ByteSource, contentOffset, type ZipEntry, zipEntries } from './zip-entries.js';

/** Takes the bytes of the new archive, in order. */
export type ByteSink = (bytes: Uint8Array) => Promise<void>;

/** A part that must be changed: by name, text in, text out. */
export interface Mend {
  readonly part: RegExp;
  readonly mend: (xml: string) => string;
}

const pieceLength = 1 << 20;
const largest = 0xffffffff;
/** Day 1, month 1, year 1980 in the fields of MS-DOS; the time is 0. */
const fixedDate = 0x21;
const versionNeeded = 20;
const utf8Names = 0x800;

interface Packed {
  readonly entry: ZipEntry;
  /** Undefined = copied from the source as it is. */
  readonly content: Uint8Array | undefined;
}

function withMethod(entry: ZipEntry, bytes: Uint8Array): Packed {
  const content = deflateSync(bytes, { level: 6 });
  return {
    entry: { ...entry, method: 8, crc: crc32(bytes), compressedSize: content.length, size: bytes.length },
    content,
  };
}

/** Mended entries and those that were only stored are deflated here; the rest keeps its compressed bytes. */
async function pack(source: ByteSource, entry: ZipEntry, mends: readonly Mend[]): Promise<Packed> {
  const mend = mends.find(({ part }) => part.test(entry.name));
  if (mend === undefined && entry.method !== 0) return { entry, content: undefined };
  if (entry.size === 0) return withMethod(entry, new Uint8Array());
  const raw = await source.read(await contentOffset(source, entry), entry.compressedSize);
  const bytes = entry.method === 0 ? raw : inflateSync(raw, { out: new Uint8Array(entry.size) });
  return withMethod(
    entry,
    mend === undefined ? bytes : new TextEncoder().encode(mend.mend(new TextDecoder().decode(bytes))),
  );
}

/** The fields that local header and central directory have in common. */
function commonFields(entry: ZipEntry, nameLength: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(26));
  view.setUint16(0, versionNeeded, true);
  view.setUint16(2, utf8Names, true);
  view.setUint16(4, entry.method, true);
  view.setUint16(6, 0, true);
  view.setUint16(8, fixedDate, true);
  view.setUint32(10, entry.crc, true);
  view.setUint32(14, entry.compressedSize, true);
  view.setUint32(18, entry.size, true);
  view.setUint16(22, nameLength, true);
  return new Uint8Array(view.buffer);
}

function localHeader(entry: ZipEntry): Uint8Array {
  const name = new TextEncoder().encode(entry.name);
  return Buffer.concat([Uint8Array.of(0x50, 0x4b, 3, 4), commonFields(entry, name.length), name]);
}

function directoryEntry(entry: ZipEntry, offset: number): Uint8Array {
  const name = new TextEncoder().encode(entry.name);
  const rest = new DataView(new ArrayBuffer(14));
  rest.setUint32(10, offset, true);
  return Buffer.concat([
    Uint8Array.of(0x50, 0x4b, 1, 2, versionNeeded, 0),
    commonFields(entry, name.length),
    new Uint8Array(rest.buffer),
    name,
  ]);
}

function endRecord(count: number, length: number, offset: number): Uint8Array {
  const view = new DataView(new ArrayBuffer(22));
  view.setUint32(0, 0x06054b50, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, length, true);
  view.setUint32(16, offset, true);
  return new Uint8Array(view.buffer);
}

async function copy(source: ByteSource, entry: ZipEntry, sink: ByteSink): Promise<void> {
  const start = await contentOffset(source, entry);
  for (let done = 0; done < entry.compressedSize; done += pieceLength)
    await sink(await source.read(start + done, Math.min(pieceLength, entry.compressedSize - done)));
}

/** An entry for each folder, as zip programs write them. */
function foldersOf(entries: readonly ZipEntry[]): readonly ZipEntry[] {
  const names = entries.flatMap(({ name }) => [...name.matchAll(/\//g)].map(({ index }) => name.slice(0, index + 1)));
  return [...new Set(names)].map((name) => ({ name, method: 0, crc: 0, compressedSize: 0, size: 0, headerOffset: 0 }));
}

/** Memory: one mended part at a time; everything else passes in pieces of 1 MB. */
export async function repack(
  source: ByteSource,
  mends: readonly Mend[],
  sink: ByteSink,
  listsFolders: boolean,
): Promise<void> {
  const files = (await zipEntries(source)).map((entry) => ({ ...entry, name: entry.name.replace(/^\/+/, '') }));
  const entries = [...files, ...(listsFolders ? foldersOf(files) : [])];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const original of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const { entry, content } = await pack(source, original, mends);
    const header = localHeader(entry);
    directory.push(directoryEntry(entry, offset));
    await sink(header);
    if (content === undefined) await copy(source, entry, sink);
    else await sink(content);
    offset += header.length + entry.compressedSize;
    if (offset > largest) throw new RangeError('the workbook is larger than 4 GB');
  }
  const bytes = Buffer.concat(directory);
  await sink(bytes);
  await sink(endRecord(entries.length, bytes.length, offset));
}
