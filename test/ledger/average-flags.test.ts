import { describe, expect, test } from 'vitest';
import type { AverageMethod } from '../../src/analysis/portfolio/customer-average.js';
import { averageFlags } from '../../src/ledger/average-flags.js';
import { portfolio } from '../analysis/portfolio/branch.js';
import { branchWish } from '../analysis/portfolio/wish.js';

const [someone] = portfolio(branchWish).customers;

function customers(...ways: readonly (readonly [id: string, method: AverageMethod | null, isApproximate?: boolean])[]) {
  if (someone === undefined) throw new Error('the branch has no customers');
  return ways.map(([customerId, yearAverageMethod, isApproximate = false]) => ({
    ...someone,
    customerId,
    yearAverageMethod,
    isYearAverageApproximate: yearAverageMethod === null ? null : isApproximate,
  }));
}

describe('the way to 年日均', () => {
  test('is not said of each customer where it is the same for all', () => {
    expect(averageFlags([])).toEqual([]);
    expect(averageFlags(customers(['C1', '系统提供'], ['C2', '系统提供']))).toEqual([]);
  });

  test('is said of those who differ from most, in the order of their numbers', () => {
    const list = customers(['C4', null], ['C3', '余额还原', true], ['C9', '余额还原', true], ['C1', '余额还原']);
    expect(averageFlags(list)).toEqual(['年日均的来源：余额还原 C1；未提供 C4；其余 2 户为余额还原（近似）']);
  });

  test('of the differing ones ten are named', () => {
    const most = Array.from({ length: 12 }, (_, at) => [`A${at}`, '系统提供'] as const);
    const others = Array.from({ length: 11 }, (_, at) => [`B${String(at).padStart(2, '0')}`, '余额积数'] as const);
    expect(averageFlags(customers(...others, ...most))).toEqual([
      '年日均的来源：余额积数 B00、B01、B02、B03、B04、B05、B06、B07、B08、B09 等 11 户；其余 12 户为系统提供',
    ]);
  });
});
