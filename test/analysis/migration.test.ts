import { describe, expect, test } from 'vitest';
import { segmentCustomers } from '../../src/analysis/segment.js';
import { fenOf } from '../../src/model/fen.js';
import type { Tier } from '../../src/model/tier.js';
import { asOf, bookingsOf, branch, customer, on, rulesWith } from './branch.js';
import { goldenBranch } from './golden-customers.js';

describe('against an earlier result', () => {
  const tiers = new Map<string, Tier>([
    ['C01', '潜力客户'],
    ['C02', '潜力客户'],
    ['C06', '核心客户'],
    ['C08', '沉寂预警'],
    ['C12', '无法判定'],
    ['GONE', '基础客户'],
  ]);
  const report = segmentCustomers(goldenBranch({ previous: { asOf: on('2025-06-30'), tiers } }), rulesWith(), asOf);

  test('every customer has the earlier tier, or none', () => {
    const previous = Object.fromEntries(report.customers.map((found) => [found.customerId, found.previousTier]));
    expect(previous).toMatchObject({ C01: '潜力客户', C03: null, C06: '核心客户' });
  });

  test('ups, downs and the rest add up to everybody of either date', () => {
    const { migration } = report;
    expect(migration?.up.customers).toBe(1);
    expect(migration?.down.customers).toBe(2);
    expect(migration?.unchanged.customers).toBe(1);
    expect(migration?.other.customers).toBe(1 + 1 + 7);
    expect(migration?.cells.reduce((sum, { customers }) => sum + customers, 0)).toBe(13);
  });

  test('who vanished is 移出 and who is new is 新增', () => {
    expect(report.migration?.cells).toContainEqual({ from: '基础客户', to: '移出', customers: 1, aumFen: null });
    expect(report.migration?.cells.filter(({ from }) => from === '新增').length).toBeGreaterThan(0);
  });
});

describe('recomputed for an earlier day', () => {
  const compareTo = on('2025-06-30');
  const customers = [
    customer('A', on('2020-01-01')),
    customer('B', on('2020-01-01'), { closeDate: on('2025-08-01') }),
    customer('N', on('2025-08-15')),
  ];
  const bookings = [
    ...bookingsOf('A', on('2025-06-20'), 2, 6000000),
    ...bookingsOf('B', on('2025-06-20'), 5, 60000000),
    ...bookingsOf('A', on('2025-09-20'), 4, 60000000),
    ...bookingsOf('N', on('2025-09-20'), 1, 100),
  ];
  const balances = [
    { custNo: 'B', dataDate: compareTo, aumFen: fenOf(700) },
    { custNo: 'A', dataDate: asOf, aumFen: fenOf(900) },
  ];
  const { migration, customers: found } = segmentCustomers(
    branch({ customers, bookings, balances, compareTo }),
    rulesWith(),
    asOf,
  );

  test('looks at nothing after that day', () => {
    expect(found.map(({ previousTier, tier }) => [previousTier, tier])).toEqual([
      ['基础客户', '核心客户'],
      [null, '一般活跃'],
    ]);
  });

  test('names 销户 and 新增, with the AUM of the date that has it', () => {
    expect(migration).toMatchObject({
      comparedWith: '2025-06-30',
      source: '按同一交易明细重算',
      up: { customers: 1, aumFen: 900 },
      cells: [
        { from: '核心客户', to: '销户', customers: 1, aumFen: 700 },
        { from: '基础客户', to: '核心客户', customers: 1, aumFen: 900 },
        { from: '新增', to: '一般活跃', customers: 1, aumFen: 0 },
      ],
    });
  });
});
