import { expect, test } from 'vitest';
import { bandOf, priorityOf } from '../../../src/analysis/dormant/bands.js';

test.each([
  [null, '未提供'],
  [-1, '0'],
  [0, '0'],
  [1, '0–100'],
  [10_000, '0–100'],
  [10_001, '100–1千'],
  [100_000, '100–1千'],
  [100_001, '1千–5万'],
  [4_999_999, '1千–5万'],
  [5_000_000, '5万以上'],
])('%s 分 are in the band %s', (aumFen, band) => {
  expect(bandOf(aumFen)).toBe(band);
});

test.each([
  ['5万以上', 180, '高'],
  ['5万以上', null, '高'],
  ['1千–5万', 365, '高'],
  ['1千–5万', 366, '中'],
  ['100–1千', 365, '中'],
  ['100–1千', 366, '低'],
  ['0–100', 180, '低'],
  ['0', 180, '低'],
  ['未提供', 180, '中'],
  ['未提供', null, '低'],
] as const)('%s after %s idle days has priority %s', (band, idleDays, priority) => {
  expect(priorityOf(band, idleDays)).toBe(priority);
});
