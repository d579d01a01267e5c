import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runIn } from '../run.js';

const rows = '客户号,交易日期,借贷标志,交易金额,摘要\nC01,2025-09-02,借,50.00,ATM取款\n';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-kind-'));
  writeFileSync(join(folder, '流水_202509.csv'), rows);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function segment(...args: readonly string[]) {
  return runIn(folder, ['segment', '流水_202509.csv', '--as-of', '2025-09-30', '--quiet', ...args]);
}

test.each([
  ['its name', '流水_202509.csv'],
  ['a pattern', '流水_*.csv'],
  ['its path', './流水_202509.csv'],
])('--kind means a file by %s', async (_, file) => {
  const run = await segment('--kind', `transactions=${file}`);
  // 4: one month of bookings does not tell who sleeps.
  expect(run.code, run.stderr).toBe(4);
});

test('--kind means the standard input by -', async () => {
  const args = ['segment', '-', '--as-of', '2025-09-30', '--kind', 'transactions=-'];
  const run = await runIn(folder, args, Buffer.from(rows));
  expect(run.code, run.stderr).toBe(4);
});

test.each(['流水_202508.csv', '明细_*.csv'])('--kind of %s, which is not read, is refused', async (file) => {
  const run = await segment('--kind', `transactions=${file}`);
  expect([run.code, run.stderr]).toEqual([2, `--kind：要读的文件里没有 “${file}”；请核对文件名\n`]);
});

test('inspect looks at every file by itself', async () => {
  writeFileSync(join(folder, '流水_202508.csv'), rows);
  const run = await runIn(folder, ['inspect', '.', '--kind', 'transactions=流水_202508.csv']);
  expect(run.code, run.stderr).toBe(0);
});
