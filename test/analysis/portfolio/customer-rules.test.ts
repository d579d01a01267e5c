import { describe, expect, test } from 'vitest';
import { assetBandOf } from '../../../src/analysis/portfolio/asset-bands.js';
import { ageOn, customerGroup } from '../../../src/analysis/portfolio/customer-group.js';
import { percentileRanks } from '../../../src/analysis/portfolio/percentile-ranks.js';
import { asOf, on, rulesWith } from '../branch.js';

describe('asset bands', () => {
  test.each([
    [50_000_000, '50万以上'],
    [49_999_999, '20-50万'],
    [20_000_000, '20-50万'],
    [19_999_999, '5-20万'],
    [5_000_000, '5-20万'],
    [4_999_999, '5万以下'],
    [0, '5万以下'],
    [-1, '5万以下'],
  ])('%i 分 is %s', (fen, band) => {
    expect(assetBandOf(fen)).toBe(band);
  });
});

describe('customer groups', () => {
  test.each([
    ['1980-09-30', 45],
    ['1980-10-01', 44],
    ['2007-09-30', 18],
    ['2025-09-30', 0],
  ])('born on %s is %i', (born, age) => {
    expect(ageOn(on(born), asOf)).toBe(age);
  });

  test.each([
    [17, 100, 60, '未成年·投资型'],
    [18, 100, 60, '青年组·投资型'],
    [44, 100, 50, '青年组·投资型'],
    [45, 100, 49, '中老年组·储蓄型'],
    [null, 100, 0, '年龄未知·储蓄型'],
    [30, 0, 0, '青年组·—'],
    [30, null, null, '青年组·未提供'],
    [30, 100, null, '青年组·未提供'],
  ])('age %s, AUM %s, invested %s: %s', (age, aum, invested, group) => {
    expect(customerGroup(age, aum, invested, rulesWith())).toBe(group);
  });
});

describe('percentile ranks', () => {
  test.each([
    ['AUM', [800_000, 300_000, 300_000, 50_000, 0], [90, 60, 60, 30, 10]],
    ['products', [1, 4, 2, 2, 1], [20, 90, 60, 60, 20]],
    ['F', [3, 40, 12, 12, 0], [30, 90, 60, 60, 10]],
    ['a single one', [7], [50]],
    ['none', [], []],
  ])('§7.12 %s', (_, values, ranks) => {
    expect(percentileRanks(values)).toEqual(ranks);
  });
});
