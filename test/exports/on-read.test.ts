import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { openFiles } from '../../src/exports/container.js';
import { newSpool } from '../../src/exports/spool.js';
import { fileOf } from './workbook-file.js';

const rows = Array.from({ length: 100_000 }, (_, at) => `${100_001 + ((at * 7919) % 100_000)},${at}.00\n`);
const text = `客户号,金额\n${rows.join('')}`;
const mark = '\ufeff';

async function heard(bytes: Uint8Array) {
  const steps: (readonly [string, number, number])[] = [];
  const [raw] = await openFiles(fileOf('明细.csv', bytes), '明细.csv', newSpool(), (...step) => steps.push(step));
  const scan = steps.splice(0);
  const table = raw?.tables[0];
  for await (const _ of table?.rows(table.layouts[0] ?? {}, 2) ?? []);
  return { scan, walk: steps };
}

test.each([
  ['utf-8', Buffer.from(text), Buffer.byteLength(text)],
  ['utf-8 with a mark', Buffer.from(mark + text), Buffer.byteLength(mark + text)],
  ['utf-16', Buffer.from(mark + text, 'utf16le'), 2 * (mark + text).length],
  ['gzip', gzipSync(text), Buffer.byteLength(text)],
])('the walk over %s tells offsets that grow to the size of the text', async (_, bytes, size) => {
  for (const steps of Object.values(await heard(bytes))) {
    const offsets = steps.map(([, offset]) => offset);
    expect(offsets.length).toBeGreaterThan(3);
    expect(offsets).toEqual([...new Set(offsets)].sort((a, b) => a - b));
    expect(steps.at(-1)).toEqual(['明细.csv', size, size]);
  }
});
