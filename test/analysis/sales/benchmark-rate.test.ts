import { describe, expect, test } from 'vitest';
import { lowestRatePercent } from '../../../src/analysis/sales/benchmark-rate.js';

describe('the rate of a benchmark', () => {
  test.each([
    ['3.05%', 3.05],
    ['3.05', 3.05],
    ['3%', 3],
    ['2.60%–3.10%', 2.6],
    ['2.60%-3.10%', 2.6],
    ['2.6-3.1', 2.6],
    ['2.6-3.1%', 2.6],
    ['2.60% ～ 3.10%', 2.6],
    ['2.60%至3.10%', 2.6],
    ['2.60%—3.10%', 2.6],
    ['3.10%-2.60%', 2.6],
    ['３．０５％', 3.05],
    ['1.2345%', 1.2345],
    ['0.05%', 0.05],
    ['0.1', 0.1],
    ['0%-3%', 0],
  ])('%s is %f', (text, percent) => {
    expect(lowestRatePercent(text)?.value).toBe(percent);
  });

  test.each([
    undefined,
    '',
    '—',
    '0.0305',
    '0.0999',
    '3.05%起',
    '年化3.05%',
    '中债综合指数收益率×80%+3%',
    '沪深300',
    '2.6-3.1-3.6',
    '-2.6%',
    '130%',
    '3.12345%',
    '3.05%%',
    '2.6²',
    '3,05%',
  ])('%s is no rate', (text) => {
    expect(lowestRatePercent(text)).toBeNull();
  });
});
