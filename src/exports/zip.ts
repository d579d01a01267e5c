// The structure of a zip archive, read strictly from its central directory; nothing is inflated here.
import { isUtf8 } from 'node:buffer';
import { damagedWorkbook, type Place, refusal } from './refusal.js';
import { checkLimits, zipLimits } from './zip-limits.js';

export interface ZipEntry {
  readonly name: string;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  readonly crc: number;
  readonly packedBytes: number;
  readonly bytes: number;
  /** Where the packed bytes begin in the archive. */
  readonly start: number;
}

const signatures = {
  local: 0x04034b50,
  central: 0x02014b50,
  end: 0x06054b50,
  end64: 0x06064b50,
  locator64: 0x07064b50,
};
const wide16 = 0xffff;
const wide32 = 0xffffffff;

interface Reader {
  u16(at: number): number;
  u32(at: number): number;
  u64(at: number): number;
  slice(at: number, length: number): Buffer;
}

function readerOf(archive: Buffer, place: Place): Reader {
  const check = (at: number, length: number) => {
    if (at < 0 || at + length > archive.length) throw damagedWorkbook(place);
    return at;
  };
  return {
    u16: (at) => archive.readUInt16LE(check(at, 2)),
    u32: (at) => archive.readUInt32LE(check(at, 4)),
    u64: (at) => Number(archive.readBigUInt64LE(check(at, 8))),
    slice: (at, length) => archive.subarray(check(at, length), at + length),
  };
}

interface Directory {
  readonly count: number;
  readonly start: number;
  readonly end: number;
}

/** The end record must be the last one and reach exactly to the end of the file: what any other reader would find too. */
function directoryOf(archive: Buffer, read: Reader, place: Place): Directory {
  const at = archive.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  if (at < 0 || at + 22 + read.u16(at + 20) !== archive.length) throw damagedWorkbook(place);
  const disks = read.u16(at + 4) + read.u16(at + 6);
  let [here, count, size, start] = [read.u16(at + 8), read.u16(at + 10), read.u32(at + 12), read.u32(at + 16)];
  let end = at;
  if (at >= 20 && read.u32(at - 20) === signatures.locator64) {
    end = read.u64(at - 12);
    if (read.u32(end) !== signatures.end64 || end + 12 + read.u64(end + 4) !== at - 20) throw damagedWorkbook(place);
    if (count === wide16) [here, count] = [read.u64(end + 24), read.u64(end + 32)];
    if (size === wide32) size = read.u64(end + 40);
    if (start === wide32) start = read.u64(end + 48);
  }
  if (disks !== 0 || here !== count || start + size !== end) throw damagedWorkbook(place);
  return { count, start, end };
}

/** Values of the zip64 extra field, for those of the given fields that are all ones, in the standard's order. */
function widen(fields: readonly number[], extra: Buffer, place: Place): readonly number[] {
  if (!fields.includes(wide32)) return fields;
  const read = readerOf(extra, place);
  let at = 0;
  while (read.u16(at) !== 1) at += 4 + read.u16(at + 2);
  at += 4;
  return fields.map((field) => {
    if (field !== wide32) return field;
    at += 8;
    return read.u64(at - 8);
  });
}

interface CentralEntry extends ZipEntry {
  readonly headerAt: number;
  readonly next: number;
}

function centralEntry(read: Reader, at: number, place: Place): CentralEntry {
  if (read.u32(at) !== signatures.central) throw damagedWorkbook(place);
  const [nameLength, extraLength] = [read.u16(at + 28), read.u16(at + 30)];
  const extra = read.slice(at + 46 + nameLength, extraLength);
  const sizes = widen([read.u32(at + 24), read.u32(at + 20), read.u32(at + 42)], extra, place);
  const [bytes, packedBytes, headerAt] = sizes as [number, number, number];
  const name = read.slice(at + 46, nameLength);
  const [flags, method, crc] = [read.u16(at + 8), read.u16(at + 10), read.u32(at + 16)];
  const start = localEntry(read, headerAt, { name, flags, method, crc, bytes, packedBytes }, place);
  const next = at + 46 + nameLength + extraLength + read.u16(at + 32);
  return { name: nameOf(name, flags), method, crc, packedBytes, bytes, start, headerAt, next };
}

const utf8Names = 0x800;

/** Names are UTF-8 when marked so or valid as such, else what Chinese Windows writes. */
function nameOf(bytes: Buffer, flags: number): string {
  if ((flags & utf8Names) !== 0 || isUtf8(bytes)) return bytes.toString('utf8');
  return new TextDecoder('gb18030').decode(bytes);
}

interface Stated extends Omit<ZipEntry, 'name' | 'start'> {
  readonly name: Buffer;
  readonly flags: number;
}

/** Where the packed bytes begin; the local header must say what the central directory says. */
function localEntry(read: Reader, at: number, stated: Stated, place: Place): number {
  if (read.u32(at) !== signatures.local) throw damagedWorkbook(place);
  const later = (stated.flags & 8) !== 0;
  const agrees = (field: number, value: number) => field === value || (later && field === 0) || field === wide32;
  const same =
    ((read.u16(at + 6) ^ stated.flags) & 9) === 0 &&
    read.u16(at + 8) === stated.method &&
    (read.u32(at + 14) === stated.crc || (later && read.u32(at + 14) === 0)) &&
    agrees(read.u32(at + 18), stated.packedBytes) &&
    agrees(read.u32(at + 22), stated.bytes) &&
    read.slice(at + 30, read.u16(at + 26)).equals(stated.name);
  const isPlain = (stated.flags & 1) === 0 && (stated.method === 0 || stated.method === 8);
  if (same && (stated.flags & 1) !== 0) {
    throw refusal(place, 'encrypted-workbook', '压缩文件有打开密码；请去掉密码，或解压后再读取');
  }
  if (!same || !isPlain) throw damagedWorkbook(place);
  const start = at + 30 + read.u16(at + 26) + read.u16(at + 28);
  read.slice(start, stated.packedBytes);
  return start;
}

/**
 * All entries of the archive. Throws UserError (exit 3): `damaged-workbook` when the end record, the directory and the local
 * headers disagree or entries overlap, `unsafe-workbook` beyond `zipLimits`.
 */
export function listEntries(archive: Buffer, place: Place): readonly ZipEntry[] {
  const read = readerOf(archive, place);
  const directory = directoryOf(archive, read, place);
  if (directory.count > zipLimits.entries) checkLimits(directory.count, [], place);
  const entries: CentralEntry[] = [];
  let at = directory.start;
  while (entries.length < directory.count) {
    const entry = centralEntry(read, at, place);
    entries.push(entry);
    at = entry.next;
  }
  if (at !== directory.end || new Set(entries.map((entry) => entry.name)).size !== entries.length) {
    throw damagedWorkbook(place);
  }
  checkLimits(entries.length, entries, place);
  let free = 0;
  for (const entry of entries.toSorted((a, b) => a.headerAt - b.headerAt)) {
    if (entry.headerAt < free) throw damagedWorkbook(place);
    free = entry.start + entry.packedBytes;
  }
  if (free > directory.start) throw damagedWorkbook(place);
  return entries;
}
