import { describe, expect, test } from 'vitest';
import { maturedRate, visitRate } from '../../src/ledger/referral-rates.js';
import type { CellValue } from '../../src/ledger/sheet.js';
import { asOf } from '../analysis/branch.js';

const columnsOf = (columns: Readonly<Record<string, readonly CellValue[]>>) => (key: string) => columns[key] ?? [];

describe('成熟成功率 of the total row', () => {
  const rate = (registeredAt: readonly CellValue[], succeeded: readonly CellValue[]) =>
    maturedRate(90, asOf).result(columnsOf({ registeredAt, succeeded }));

  test.each([
    ['2025-07-02', '50.00%'],
    ['2025-07-02 23:59', '50.00%'],
    ['2025-07-03', '100.00%'],
  ])('a failure registered on %s makes it %s', (day, shown) => {
    expect(rate(['2025-05-01', day], ['是', '否'])).toBe(shown);
  });

  test.each([
    [['在途'], '—'],
    [['重复'], '—'],
    [['否'], '0.00%'],
  ])('of %j is %s', (answers, shown) => expect(rate(['2025-05-01'], answers)).toBe(shown));

  test('is left to the spreadsheet where a day cannot be read', () => {
    expect(rate(['上午'], ['是'])).toBeUndefined();
  });
});

describe('达标率 of the total row', () => {
  test.each([
    [['达标', '超时', '超时未访', '未到期', '不计', '数据有误'], '33.33%'],
    [['未提供', '未提供'], '—'],
    [['达标'], '100.00%'],
  ])('of %j is %s', (firstVisit, shown) => {
    expect(visitRate.result(columnsOf({ firstVisit }))).toBe(shown);
  });
});
