// DuckDB at work before anybody asks for the transactions.
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { BulkMachine } from '../../src/engine/activity.js';
import { type HeadStart, headStart } from '../../src/engine/duckdb/head-start.js';
import { summarise } from '../../src/engine/summarise.js';
import type { BulkReading } from '../../src/exports/bulk.js';
import { openFile } from '../../src/exports/container.js';
import { openExports } from '../../src/exports/read.js';
import { rulesSchema } from '../../src/model/rules.js';
import { lenient } from '../exports/memory.js';
import { day } from './bookings.js';

const rows = Array.from({ length: 5000 }, (_, at) => `2025-09-${10 + (at % 9)},T${at},62220000${at % 5},D,1.50,转账`);
const text = ['交易日期,交易流水号,账号,借贷标志,交易金额,摘要', ...rows, ''].join('\n');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-head-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const rules = rulesSchema.parse({});

async function readingOf(bytes: string | Buffer): Promise<BulkReading> {
  const path = join(folder, '交易明细.csv');
  writeFileSync(path, bytes);
  const { exports } = await openExports([await openFile(path, '交易明细.csv')], lenient);
  const [reading] = exports.flatMap(({ bulk }) => bulk ?? []);
  if (reading === undefined) throw new Error('not recognised');
  return reading;
}

function machine(): BulkMachine {
  let files = 0;
  return {
    threads: 2,
    memoryLimitMb: 200,
    newFile: async () => join(folder, `copy-${files++}`),
    onStepAside: (reason) => expect.unreachable(reason),
  };
}

async function startOn(bytes: string | Buffer): Promise<HeadStart> {
  return headStart([await readingOf(bytes)], rules, machine());
}

test('all rows come, whoever takes the first of them', async () => {
  const start = await startOn(text);
  const first = await start.first();
  expect(await start.first()).toBe(first);
  let count = (await first?.first)?.value?.rows ?? 0;
  for await (const chunk of first?.chunks ?? []) count += chunk.rows;
  expect(count).toBe(rows.length);
  await start.close();
});

test.each([
  ['UTF-8 is read where it stands', text, ['交易明细.csv']],
  ['GB18030 is not copied before it is asked for', iconv.encode(text, 'gb18030'), ['交易明细.csv']],
])('%s', async (_, bytes, files) => {
  const start = await startOn(bytes);
  await start.database;
  await start.close();
  expect(readdirSync(folder)).toEqual(files);
});

test('GB18030 is copied when it is asked for', async () => {
  const start = await startOn(iconv.encode(text, 'gb18030'));
  expect(await start.first()).toBeDefined();
  expect(readdirSync(folder).sort()).toEqual(['copy-1', '交易明细.csv'].sort());
  await start.close();
});

test.each([
  ['UTF-8 is begun', text, true],
  ['GB18030 is not begun', iconv.encode(text, 'gb18030'), false],
])('%s before anybody asks for it', async (_, bytes, expected) => {
  const reading = await readingOf(bytes);
  let isBegun = false;
  const watched: BulkReading = {
    ...reading,
    begin(tally) {
      isBegun = true;
      return reading.begin(tally);
    },
  };
  await headStart([watched], rules, machine()).close();
  expect(isBegun).toBe(expected);
});

test('what is closed is closed once, before its first row came and while rows wait', async () => {
  const early = await startOn(text);
  await Promise.all([early.close(), early.close()]);
  const late = await startOn(text);
  await (await late.first())?.first;
  await late.close();
  await late.close();
  await expect((await late.database)?.run('select 1')).rejects.toThrow();
});

test.each([
  ['of the same rules is used', rules],
  [
    'of other rules is left alone',
    rulesSchema.parse({ txn: { rules: [{ id: 'B1', class: 'MANDATE', pattern: '转账' }] } }),
  ],
])('a head start %s', async (_, own) => {
  const reading = await readingOf(text);
  const early = headStart([reading], rules, machine());
  const source = {
    file: '交易明细.csv',
    rows: () => expect.unreachable('the stream engine reads'),
    bulk: { reading, machine: machine(), headStart: early, onRead: () => {}, finish: () => {} },
  };
  const report = await summarise([source], { ownerOf: undefined, nameOf: new Map() }, [], own, day('2025-09-30'));
  await early.close();
  expect(report.classes).toMatchObject(own === rules ? { ACTIVE: 5000, MANDATE: 0 } : { ACTIVE: 0, MANDATE: 5000 });
});

test('a file that SQL cannot read is nothing to begin with', async () => {
  const start = await startOn(text.replaceAll('\n', '\r'));
  expect(await start.first()).toBeUndefined();
  await start.close();
});
