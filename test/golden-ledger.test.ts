import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { demoLedger } from './ledger/demo-ledgers.js';
import { bookText } from './outside/book-text.js';

// Written workbooks in words: a change of a ledger is read in the diff of these files.

const folder = join(import.meta.dirname, '../fixtures/written');

describe('written workbooks in words', () => {
  test.each([
    ['台账.txt', ['--period', '2025-09'], (name: string) => !/^_[^参字]/.test(name) && name !== '口径与数据质量'],
    ['工作日志.txt', ['日志'], (name: string) => /^(?:0930|月度汇总)$/.test(name)],
  ] as const)('%s', { timeout: 120_000 }, async (file, words, isShown) => {
    const book = await demoLedger(12, ...words);
    await expect(bookText(book, isShown)).toMatchFileSnapshot(join(folder, file));
  });
});
