import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../src/exports/container.js';
import { cellsOf, fileOf, rowsOf } from './workbook-file.js';

const name = '明细.csv.gz';
const open = (bytes: Uint8Array) => openFile(fileOf(name, bytes), name);
const text = '客户号,日期,金额\nC01,2025-09-30,1.00\n';
const random = Buffer.from(Array.from({ length: 5_000 }, (_, at) => (at * 7919) % 251));

test('a compressed text is read as the text, under its own name', async () => {
  const path = fileOf(name, gzipSync(text));
  const raw = await openFile(path, name);
  expect(raw).toMatchObject({ path, file: name, container: 'csv' });
  expect(raw.sha256).toBe(createHash('sha256').update(text).digest('hex'));
  expect(await rowsOf(raw)).toHaveLength(2);
});

test('pieces glued together are read one after the other', async () => {
  const raw = await open(Buffer.concat([gzipSync(text), gzipSync('C02,2025-09-30,2.00\n'), Buffer.alloc(512)]));
  expect((await cellsOf(raw)).map(([first]) => first)).toEqual(['客户号', 'C01', 'C02']);
});

describe('refused', () => {
  const whole = gzipSync(text);
  const wrong = (at: number) => whole.map((byte, index) => (index === at ? byte ^ 1 : byte));
  test.each<[string, Uint8Array]>([
    ['cut before the checksum', whole.subarray(0, -8)],
    ['cut in the checksum', whole.subarray(0, -1)],
    ['cut in the middle', gzipSync(random).subarray(0, 200)],
    ['cut after its head', whole.subarray(0, 10)],
    ['with a wrong checksum', wrong(whole.length - 8)],
    ['with a wrong length', wrong(whole.length - 4)],
    ['with a second piece that is none', Buffer.concat([whole, Buffer.from('more')])],
  ])('one %s', async (_name, bytes) => {
    await expect(open(bytes)).rejects.toMatchObject({ exitCode: 3, problems: [{ code: 'damaged-archive' }] });
  });

  test('one that unfolds to more than 200 times its size', async () => {
    await expect(open(gzipSync(Buffer.alloc(50_000_000, 0x30)))).rejects.toMatchObject({
      exitCode: 3,
      problems: [{ code: 'unsafe-workbook', message: expect.stringContaining('展开后过大') }],
    });
  });
});
