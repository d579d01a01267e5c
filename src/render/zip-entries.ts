// The directory of a zip archive that one of our own writers has just made.

/** Bytes that can be read at any place: a buffer or an open file. */
export interface ByteSource {
  readonly size: number;
  read(position: number, length: number): Promise<Uint8Array>;
}

export interface ZipEntry {
  readonly name: string;
  /** 0 = stored, 8 = deflated. */
  readonly method: number;
  readonly crc: number;
  readonly compressedSize: number;
  readonly size: number;
  readonly headerOffset: number;
}

const endSignature = 0x06054b50;
const centralSignature = 0x02014b50;
const endLength = 22;
const centralLength = 46;
const localLength = 30;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** All entries; our writers leave no comment, so the end record is the last 22 bytes. Throws RangeError for anything else. */
export async function zipEntries(source: ByteSource): Promise<readonly ZipEntry[]> {
  const end = viewOf(await source.read(source.size - endLength, endLength));
  if (end.getUint32(0, true) !== endSignature) throw new RangeError('no end record where the writer puts it');
  const directory = await source.read(end.getUint32(16, true), end.getUint32(12, true));
  const view = viewOf(directory);
  const entries: ZipEntry[] = [];
  for (let at = 0; at < directory.length; ) {
    if (view.getUint32(at, true) !== centralSignature) throw new RangeError('the central directory is damaged');
    const nameLength = view.getUint16(at + 28, true);
    entries.push({
      name: new TextDecoder().decode(directory.subarray(at + centralLength, at + centralLength + nameLength)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      compressedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      headerOffset: view.getUint32(at + 42, true),
    });
    at += centralLength + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where the bytes of an entry begin. */
export async function contentOffset(source: ByteSource, entry: ZipEntry): Promise<number> {
  const header = viewOf(await source.read(entry.headerOffset, localLength));
  return entry.headerOffset + localLength + header.getUint16(26, true) + header.getUint16(28, true);
}
