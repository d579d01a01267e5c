import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { openFiles } from '../../src/exports/container.js';
import { newSpool } from '../../src/exports/spool.js';
import { excel, fileOf, rowsOf, zipped } from './workbook-file.js';

const file = '包.zip';
const open = (bytes: Uint8Array) => openFiles(fileOf(file, bytes), file);
const text = '客户号,日期,金额\nC01,2025-09-30,1.00\n';
const refused = (...codes: readonly string[]) => ({ exitCode: 3, problems: codes.map((code) => ({ code })) });

test('every export in an archive is a file of its own, in order of its name', async () => {
  const workbook = await excel((book) => book.addWorksheet('交易').addRow(['客户号']));
  const path = fileOf(file, zipped({ '导出/余额.xlsx': workbook, '明细.csv': text }));
  const raw = await openFiles(path, file);
  expect(raw.map((one) => [one.file, one.container])).toEqual([
    ['包.zip/导出/余额.xlsx', 'xlsx'],
    ['包.zip/明细.csv', 'csv'],
  ]);
  expect(raw.map((one) => one.path)).toEqual([`${path}/导出/余额.xlsx`, `${path}/明细.csv`]);
  expect(await rowsOf(raw[1]!)).toHaveLength(2);
});

test('what cannot be an export is passed over', async () => {
  const others = { '说明.pdf': '%PDF', '__MACOSX/._明细.csv': 'x', '.DS_Store': 'x', '~$余额.xlsx': 'x', '空/': '' };
  expect((await open(zipped({ ...others, '明细.csv': text }))).map((one) => one.file)).toEqual(['包.zip/明细.csv']);
});

/** The same archive with the names of its entry in other bytes of the same length. */
function renamed(archive: Buffer, from: Buffer, to: Buffer): Buffer {
  const copy = Buffer.from(archive);
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 1)) to.copy(copy, at);
  return copy;
}

test('a name in GBK is shown in Chinese', async () => {
  const gbk = iconv.encode('明细.csv', 'gb18030');
  const archive = renamed(zipped({ 'abcd.csv': text }), Buffer.from('abcd.csv'), gbk);
  expect((await open(archive)).map((one) => one.file)).toEqual(['包.zip/明细.csv']);
});

test.each([
  ['../../etc/明细.csv', '包.zip/etc/明细.csv'],
  ['/etc/明细.csv', '包.zip/etc/明细.csv'],
  ['..\\..\\明细.csv', '包.zip/明细.csv'],
  ['a\u001b[31m\u202e.csv', '包.zip/a[31m.csv'],
])('the name %j is only shown, as %s', async (name, shown) => {
  const before = readdirSync(tmpdir()).length;
  expect((await open(zipped({ [name]: text }))).map((one) => one.file)).toEqual([shown]);
  expect(readdirSync(tmpdir()).length).toBeLessThanOrEqual(before + 2);
});

describe('refused', () => {
  const whole = zipped({ '明细.csv': text.repeat(50), '余额.csv': text });
  const wrong = (at: number) => Buffer.from(whole.map((byte, index) => (index === at ? byte ^ 1 : byte)));
  test.each<[string, Uint8Array]>([
    ['cut short', whole.subarray(0, -10)],
    ['without its directory', whole.subarray(0, 60)],
    ['with a wrong byte in an entry', wrong(60)],
    ['with a wrong byte in its directory', wrong(whole.lastIndexOf('PK\x01\x02') + 16)],
  ])('an archive %s', async (_name, bytes) => {
    await expect(open(bytes)).rejects.toMatchObject(refused('damaged-archive'));
  });

  test('an encrypted entry', async () => {
    const bytes = Buffer.from(zipped({ '明细.csv': text }));
    bytes[6] = (bytes[6] ?? 0) | 1;
    const directory = bytes.indexOf('PK\x01\x02');
    bytes[directory + 8] = (bytes[directory + 8] ?? 0) | 1;
    await expect(open(bytes)).rejects.toMatchObject(refused('encrypted-workbook'));
  });

  test('a bomb', async () => {
    await expect(open(zipped({ '明细.csv': Buffer.alloc(50_000_000) }))).rejects.toMatchObject(
      refused('unsafe-workbook'),
    );
  });

  test('all entries that cannot be read, at once', async () => {
    const bytes = zipped({ 'a.csv': Buffer.from([0xff, 0xff, 0xff]), 'b.zip': whole, 'c.csv': text });
    await expect(open(bytes)).rejects.toMatchObject({
      exitCode: 3,
      problems: [
        { code: 'undecodable-bytes', file: '包.zip/a.csv' },
        { code: 'unsupported-container', file: '包.zip/b.zip' },
      ],
    });
  });
});

test('beyond 64 MB entries go to private files and read the same', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-spool-'));
  let files = 0;
  const spool = newSpool(async () => {
    files += 1;
    return join(folder, String(files));
  });
  try {
    const kept = await spool.keep(
      (async function* () {
        for (let at = 0; at < 70; at += 1) yield Buffer.alloc(1_000_000, at);
      })(),
    );
    expect(kept).toBe(join(folder, '1'));
    expect(statSync(join(folder, '1')).mode & 0o777).toBe(0o600);
    const bytes = readFileSync(join(folder, '1'));
    expect(bytes.length).toBe(70_000_000);
    expect([bytes[0], bytes[35_000_000], bytes[69_999_999]]).toEqual([0, 35, 69]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
