import { deflateRawSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { openWorkbook } from '../../src/exports/workbook.js';
import { listEntries } from '../../src/exports/zip.js';
import { checkEntries } from '../../src/exports/zip-contents.js';
import { UserError } from '../../src/model/errors.js';
import { cellsOf, excel, fileOf, partsOf, zipped } from './workbook-file.js';

const place = { file: '交易明细.xlsx' };
const open = (bytes: Uint8Array) => openWorkbook(fileOf('包.xlsx', bytes), place.file, 'xlsx');
const refused = (code: string) =>
  expect.objectContaining({ exitCode: 3, problems: [expect.objectContaining({ code })] });
const check = async (archive: Buffer) => checkEntries(archive, listEntries(archive, place), place);

const ordinary = excel((workbook) => {
  const sheet = workbook.addWorksheet('交易明细');
  sheet.addRow(['客户号', '交易日期', '金额', '摘要']);
  for (let at = 0; at < 40; at += 1) sheet.addRow([`C${at}`, new Date(Date.UTC(2025, 8, 30)), at * 1.25, '网银转账']);
});

/** Numbers in [0, below) from a fixed seed (mulberry32). */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % below;
  };
}

/** An archive of one deflated entry with everything in its headers as given. */
function handmade(
  name: string,
  content: Buffer,
  stated: { crc?: number; bytes?: number; packed?: Buffer } = {},
): Buffer {
  const whole = zipped({ [name]: content });
  const [entry] = listEntries(whole, place);
  const packed = stated.packed ?? deflateRawSync(content);
  const fields = Buffer.alloc(12);
  fields.writeUInt32LE(stated.crc ?? entry?.crc ?? 0, 0);
  fields.writeUInt32LE(packed.length, 4);
  fields.writeUInt32LE(stated.bytes ?? content.length, 8);
  const nameBytes = Buffer.from(name);
  const start = Buffer.concat([
    Buffer.from([10, 0, 0, 0, 8, 0, 0, 0, 0, 0]),
    fields,
    Buffer.from([nameBytes.length, 0, 0, 0]),
  ]);
  const local = Buffer.concat([Buffer.from('PK\x03\x04'), start, nameBytes, packed]);
  const central = Buffer.concat([Buffer.from('PK\x01\x02\x0a\x00'), start, Buffer.alloc(14), nameBytes]);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(central.length, 12);
  end.writeUInt32LE(local.length, 16);
  return Buffer.concat([local, central, end]);
}

/** The same archive of one entry with the sizes of its directory and of its end record in their wide form. */
function widened(archive: Buffer): Buffer {
  const central = archive.indexOf('PK\x01\x02', 0, 'latin1');
  const end = archive.length - 22;
  const header = Buffer.from(archive.subarray(central, end));
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeUInt32LE(header.readUInt32LE(24), 4);
  extra.writeUInt32LE(header.readUInt32LE(20), 12);
  header.fill(0xff, 20, 28);
  header.writeUInt16LE(20, 30);
  const wide = Buffer.alloc(56);
  wide.write('PK\x06\x06', 0, 'latin1');
  for (const [at, value] of Object.entries({ 4: 44, 24: 1, 32: 1, 40: header.length + 20, 48: central })) {
    wide.writeUInt32LE(value, Number(at));
  }
  const locator = Buffer.alloc(20);
  locator.write('PK\x06\x07', 0, 'latin1');
  locator.writeUInt32LE(central + header.length + 20, 8);
  locator.writeUInt32LE(1, 16);
  const last = Buffer.from(archive.subarray(end));
  last.fill(0xff, 8, 20);
  return Buffer.concat([archive.subarray(0, central), header, extra, wide, locator, last]);
}

describe('damage', () => {
  test('a workbook cut short anywhere is refused', async () => {
    const bytes = await ordinary;
    for (let part = 0; part < 20; part += 1) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * part) / 20) + (part === 0 ? 4 : 0));
      await expect(open(cut)).rejects.toEqual(refused('damaged-workbook'));
    }
    await expect(open(bytes.subarray(0, -1))).rejects.toEqual(refused('damaged-workbook'));
    await expect(open(Buffer.concat([bytes, Buffer.from('\r\n')]))).rejects.toEqual(refused('damaged-workbook'));
  });

  test('a single wrong bit is either harmless or refused', async () => {
    const bytes = await ordinary;
    const expected = JSON.stringify(await cellsOf(await open(bytes)));
    const random = seeded(20250930);
    let refusals = 0;
    for (let flip = 0; flip < 500; flip += 1) {
      const damaged = Buffer.from(bytes);
      const at = random(damaged.length);
      damaged[at] = (damaged[at] ?? 0) ^ (1 << random(8));
      try {
        expect(JSON.stringify(await cellsOf(await open(damaged))), `byte ${at}`).toBe(expected);
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        expect(error.exitCode).toBe(3);
        expect(['damaged-workbook', 'unsafe-workbook', 'unsupported-container']).toContain(error.problems[0]?.code);
        refusals += 1;
      }
    }
    expect(refusals).toBeGreaterThan(400);
  });

  test('a workbook written as a stream, with its sizes behind the data, passes', async () => {
    const path = fileOf('流.xlsx', '');
    const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path });
    workbook.addWorksheet('交易').addRow(['客户号', 1.5]).commit();
    await workbook.commit();
    expect(await cellsOf(await openWorkbook(path, place.file, 'xlsx'))).toEqual([['客户号', 1.5]]);
  });

  test('a wide (zip64) archive passes and is as strict', async () => {
    const plain = handmade('a.txt', Buffer.from('台账'));
    const [{ bytes, packedBytes, start } = {}] = listEntries(plain, place);
    expect(listEntries(widened(plain), place)).toMatchObject([{ bytes, packedBytes, start }]);
    await expect(check(widened(plain))).resolves.toBeUndefined();
    const wrong = widened(plain);
    wrong.writeUInt32LE(7, wrong.indexOf('PK\x01\x02', 0, 'latin1') + 46 + 'a.txt'.length + 4);
    await expect(check(wrong)).rejects.toEqual(refused('damaged-workbook'));
  });

  test('an archive made by hand passes', async () => {
    await expect(check(handmade('a.txt', Buffer.from('台账')))).resolves.toBeUndefined();
    await expect(
      check(handmade('a.xml', Buffer.from('<?xml version="1.0"?>\n<a><!-- > -->b</a >\n'))),
    ).resolves.toBeUndefined();
    await expect(check(handmade('a.xml', Buffer.from('<a b="/"/>')))).resolves.toBeUndefined();
  });

  test.each([
    ['wrong CRC-32', { crc: 1 }],
    ['smaller size than its content', { bytes: 5 }],
    ['larger size than its content', { bytes: 7 }],
    ['packed data that stop short', { packed: deflateRawSync('台账'.repeat(100)).subarray(0, 8) }],
    ['packed data with something behind them', { packed: Buffer.concat([deflateRawSync('台账'), Buffer.alloc(3)]) }],
    ['packed data that are none', { packed: Buffer.from('不是压缩数据') }],
  ])('an entry with %s is refused', async (_name, stated) => {
    await expect(check(handmade('a.txt', Buffer.from('台账'), stated))).rejects.toEqual(refused('damaged-workbook'));
  });

  test.each([
    ['ends inside its table', '<worksheet><sheetData><row><c><v>1</v></c></row>'],
    ['ends inside a tag', '<worksheet><sheetData/></worksh'],
    ['is empty', ''],
    ['is no XML', '1,2,3'],
  ])('a sheet that %s is refused although its checksum is right', async (_name, sheet) => {
    await expect(open(zipped(partsOf({ sheet })))).rejects.toEqual(refused('damaged-workbook'));
  });

  test('two entries of one name are refused', async () => {
    const archive = zipped({ 'a.txt': '1', 'b.txt': '2' });
    const twin = Buffer.from(archive.toString('latin1').replaceAll('b.txt', 'a.txt'), 'latin1');
    await expect(check(twin)).rejects.toEqual(refused('damaged-workbook'));
  });

  test('entries that share their bytes are refused', async () => {
    const archive = zipped({ 'a.txt': '1', 'a.tx2': '1' });
    const second = archive.lastIndexOf('PK\x01\x02', undefined, 'latin1');
    archive.writeUInt32LE(0, second + 42);
    await expect(check(archive)).rejects.toEqual(refused('damaged-workbook'));
  });
});

describe('limits', () => {
  test('a part that unfolds to 200 times its size is refused, quickly', async () => {
    const bomb = handmade('xl/worksheets/sheet1.xml', Buffer.from('<a/>'), {
      bytes: 200_000_000,
      packed: deflateRawSync(Buffer.alloc(900_000)),
    });
    expect(() => listEntries(bomb, place)).toThrow(refused('unsafe-workbook'));
  });

  test.each([
    [1_000_000, 4_000, true],
    [1_000_001, 5_001, true],
    [1_000_001, 5_000, false],
    [1_000_000_000, 5_000_000, true],
    [1_000_000_001, 6_000_000, false],
  ])('%d bytes out of %d: allowed is %s', (bytes, packedBytes, allowed) => {
    const archive = handmade('a.xml', Buffer.from('<a/>'), { bytes, packed: Buffer.alloc(packedBytes) });
    if (allowed) expect(listEntries(archive, place)).toHaveLength(1);
    else expect(() => listEntries(archive, place)).toThrow(refused('unsafe-workbook'));
  });

  test.each([
    [2_000, true],
    [2_001, false],
  ])('%d entries: allowed is %s', (count, allowed) => {
    const archive = zipped(Object.fromEntries(Array.from({ length: count }, (_, at) => [`${at}.txt`, ''])));
    if (allowed) expect(listEntries(archive, place)).toHaveLength(count);
    else expect(() => listEntries(archive, place)).toThrow(refused('unsafe-workbook'));
  });

  test.each(['xl/worksheets/sheet1.xml', 'xl/sharedStrings.xml', 'customXml/item1.xml'])(
    'a DOCTYPE in %s is refused',
    async (name) => {
      const text = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>';
      await expect(open(zipped(partsOf({ more: { [name]: text } })))).rejects.toEqual(refused('unsafe-workbook'));
    },
  );

  test('a DOCTYPE behind a long comment is refused', async () => {
    for (let length = 262_110; length < 262_150; length += 1) {
      const text = `<!--${'x'.repeat(length)}--><!DOCTYPE a><a></a>`;
      await expect(check(handmade('a.xml', Buffer.from(text)))).rejects.toEqual(refused('unsafe-workbook'));
    }
  });
});
