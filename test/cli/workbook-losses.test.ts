import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { lossSentences } from '../../src/cli/workbook-losses.js';
import { runIn } from '../run.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-losses-'));
  mkdirSync(join(folder, '导出'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** One referral whose note has so many characters. */
function noteOf(characters: number) {
  const rows = [
    '转介编号,登记时间,转介人编号,转介人姓名,接收人编号,接收人,被转介客户号,转介状态,备注',
    `Z1,2025-09-01,80001,何立夏,80002,温如言,C01,跟进中,${'长'.repeat(characters)}`,
  ];
  writeFileSync(join(folder, '导出', '转介登记.csv'), rows.join('\n'));
}

const run = (...args: readonly string[]) => runIn(folder, [...args, '--as-of', '2025-09-30', '--quiet']);
const cut = '文字超过 Excel 一格的上限 32,767 字';

test('ordinary workbooks lose nothing, and nothing is said', () => {
  expect(lossSentences([{ cutTexts: 0, cleanedTexts: 0, textAmounts: 0 }])).toEqual([]);
  expect(lossSentences([])).toEqual([]);
});

test('losses of the same kind are told once, over all workbooks', () => {
  const told = lossSentences([
    { cutTexts: 1, cleanedTexts: 0, textAmounts: 2 },
    { cutTexts: 3, cleanedTexts: 0, textAmounts: 0 },
  ]);
  expect(told.map((sentence) => sentence.slice(0, 6))).toEqual(['4 处文字超', '2 处金额达']);
});

test.each([
  [32_767, false],
  [32_768, true],
])('a report and a ledger with a note of %d characters say that it was cut: %s', async (characters, isCut) => {
  noteOf(characters);
  for (const args of [
    ['referral', '导出', '-o', '转介.xlsx'],
    ['ledger', '转介', '导出', '-o', '台账', '--branch', '0101'],
  ]) {
    const { code, stderr } = await run(...args);
    expect([args[0], code, stderr.includes(`提示 1 处${cut}`)]).toEqual([args[0], 0, isCut]);
  }
});
