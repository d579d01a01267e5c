import { describe, expect, test } from 'vitest';
import { averageNotes } from '../../../src/analysis/portfolio/average-notes.js';
import type { AverageUse, PortfolioAverage } from '../../../src/analysis/portfolio/report.js';
import { fenOf } from '../../../src/model/fen.js';
import { on, rulesWith } from '../branch.js';
import { balance, monthEnds, portfolio } from './branch.js';

const rules = rulesWith();
const year = { from: on('2025-01-01'), through: on('2025-09-30') };

function use(customers: number, more: Partial<AverageUse> = {}): AverageUse {
  return { method: '余额还原', isApproximate: false, customers, ...year, ...more };
}

function notes(uses: readonly AverageUse[], more: Partial<PortfolioAverage> = {}): readonly string[] {
  return averageNotes({ ...year, uses, unknown: 0, unfitSums: 0, unbalanced: 0, ...more }, rules);
}

describe('the note on 年日均', () => {
  test('names the only way without a number', () => {
    expect(notes([use(3, { method: '系统提供' })])).toEqual([
      '年日均（自然年初至今，2025-01-01 至 2025-09-30）取系统提供的列；新客户的分母也为全部天数',
    ]);
  });

  test('counts customers by way where there are several, and those without', () => {
    const early = { method: '系统提供', through: on('2025-08-31') } as const;
    expect(notes([use(1, early), use(2), use(4, { isApproximate: true })], { unknown: 5 })).toEqual([
      '年日均（自然年初至今，2025-01-01 至 2025-09-30）：1 户取系统提供的列，区间 2025-01-01 至 2025-08-31；6 户按交易还原每日存款余额，其他资产沿用最近的快照（首个快照以前按持有产品的购买日推算），其中 4 户近似；5 户未提供；新客户的分母也为全部天数',
    ]);
  });

  test('tells of 积数 that were not used and of bookings that do not lead to the balances', () => {
    expect(notes([use(3)], { unfitSums: 2, unbalanced: 1 }).slice(1)).toEqual([
      '2 户的余额积数没有采用：积数的天数与年日均的区间不符',
      '1 户的交易与已知的存款余额对不上，没有还原每日余额；请核对交易明细是否完整',
    ]);
  });

  test('says why there is none', () => {
    expect(averageNotes(null, rules)).toEqual([
      '年日均（自然年初至今）未提供：没有年日均列和余额积数，余额快照不足两期，交易明细也不能还原每日余额',
    ]);
  });
});

test('the report counts the customers of the list by way, best first', () => {
  const yearAverage = { aumYearAvgFen: fenOf(50_000_000) };
  const sum = { cumulFenDays: fenOf(30_000_000 * 30), cumulDays: 30 };
  const report = portfolio({
    rules,
    balances: [
      ...monthEnds.slice(0, 8).map((day) => balance('B', day, 300_000)),
      balance('A', '2025-09-30', 1, yearAverage),
      balance('B', '2025-09-30', 300_000, sum),
      balance('C', '2025-09-30', 1),
    ],
  });
  expect(report.average).toEqual({
    ...year,
    uses: [
      { method: '系统提供', isApproximate: false, ...year, customers: 1 },
      { method: '月末平均', isApproximate: true, ...year, customers: 1 },
    ],
    unknown: 0,
    unfitSums: 1,
    unbalanced: 0,
  });
  expect(report.customers.map(({ yearAverageMethod }) => yearAverageMethod)).toEqual(['月末平均', '系统提供']);
});
