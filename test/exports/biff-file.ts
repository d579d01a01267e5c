// A minimal .xls for tests: BIFF8 texts and numbers of one sheet in an OLE container.

export type BiffRows = readonly (readonly (string | number)[])[];

function words(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2);
  return bytes;
}

function record(id: number, ...parts: readonly Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  return Buffer.concat([words(id, body.length), body]);
}

function longs(bytes: Buffer, values: readonly (readonly [offset: number, value: number])[]): void {
  for (const [offset, value] of values) bytes.writeUInt32LE(value, offset);
}

const begin = (kind: number) => record(0x809, words(0x600, kind, 0x0dbb, 0x07cc, 0, 0, 6, 0));
const end = record(0x0a);

/** The workbook stream; `more` are records at the beginning of the globals (encryption). */
export function biff(rows: BiffRows, more: readonly Buffer[] = []): Buffer {
  const strings = [...new Set(rows.flat().filter((value) => typeof value === 'string'))];
  const cells = rows.flatMap((row, y) =>
    row.map((value, x) => {
      if (typeof value === 'string') return record(0xfd, words(y, x, 0, strings.indexOf(value), 0));
      const number = Buffer.alloc(8);
      number.writeDoubleLE(value);
      return record(0x203, words(y, x, 0), number);
    }),
  );
  const texts = strings.map((text) =>
    Buffer.concat([words(text.length), Buffer.from([1]), Buffer.from(text, 'utf16le')]),
  );
  const list = record(0xfc, words(strings.length, 0, strings.length, 0), ...texts);
  const name = Buffer.concat([Buffer.from([2, 1]), Buffer.from('明细', 'utf16le')]);
  const before = [begin(5), ...more, record(0x42, words(1200)), record(0xe0, Buffer.alloc(20))];
  const start = Buffer.concat(before).length + 10 + name.length + list.length + end.length;
  return Buffer.concat([...before, record(0x85, words(start, 0, 0), name), list, end, begin(0x10), ...cells, end]);
}

/** A FILEPASS record: the workbook is encrypted. */
export const filePass = record(0x2f, words(1, 1, 1), Buffer.alloc(48, 7));

/** An OLE container with one stream: FAT in sector 0 (up to 60 KB of stream), directory in sector 1, the stream behind. */
export function ole(streamName: string, content: Buffer): Buffer {
  const stream = Buffer.alloc(Math.max(4096, Math.ceil(content.length / 512) * 512));
  content.copy(stream);
  const header = Buffer.alloc(512, 0xff);
  header.fill(0, 0, 76);
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(header);
  words(0x3e, 3, 0xfffe, 9, 6).copy(header, 24);
  longs(header, [
    [44, 1],
    [48, 1],
    [56, 4096],
    [60, 0xfffffffe],
    [68, 0xfffffffe],
    [76, 0],
  ]);
  const sectors = stream.length / 512;
  const chain = Array.from({ length: sectors }, (_, at) => (at === sectors - 1 ? 0xfffffffe : at + 3));
  const fat = Buffer.alloc(512, 0xff);
  longs(
    fat,
    [0xfffffffd, 0xfffffffe, ...chain].map((value, at) => [at * 4, value] as const),
  );
  const directory = Buffer.alloc(512);
  for (const [at, [name, kind, child, first, size]] of (
    [
      ['Root Entry', 5, 1, 0xfffffffe, 0],
      [streamName, 2, 0xffffffff, 2, stream.length],
    ] as const
  ).entries()) {
    const entry = directory.subarray(at * 128, at * 128 + 128);
    entry.write(name, 'utf16le');
    words((name.length + 1) * 2, kind + 0x100).copy(entry, 64);
    longs(entry, [
      [68, 0xffffffff],
      [72, 0xffffffff],
      [76, child],
      [116, first],
      [120, size],
    ]);
  }
  return Buffer.concat([header, fat, directory, stream]);
}

export function xls(rows: BiffRows): Buffer {
  return ole('Workbook', biff(rows));
}
