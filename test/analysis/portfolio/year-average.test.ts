import { describe, expect, test } from 'vitest';
import { averageRange } from '../../../src/analysis/portfolio/average-range.js';
import { type YearAverage, yearAverageOn } from '../../../src/analysis/portfolio/year-average.js';
import type { Balance } from '../../../src/model/balance.js';
import { fenOf } from '../../../src/model/fen.js';
import type { Rules } from '../../../src/model/rules.js';
import { asOf, on, rulesWith } from '../branch.js';
import { balance, branchInput, monthEnds } from './branch.js';

const rules = rulesWith();

function averageOf(balances: readonly Balance[], own: Rules = rules): YearAverage | null {
  return yearAverageOn(branchInput({ rules: own, balances }), own, asOf);
}

describe('年日均', () => {
  test('§7.8: 100 000 for 90 days and 300 000 for 183 days are 234 065.93', () => {
    const balances = [balance('A', '2025-01-01', 100_000), balance('A', '2025-04-01', 300_000)];
    const average = averageOf(balances);
    expect(average?.of('A')?.method).toBe('逐日余额');
    expect(average?.fenOf('A')).toBe(23_406_593);
  });

  test('§7.8: the mean of the month ends is 233 333.33, and is called 近似', () => {
    const balances = monthEnds.map((day) => balance('A', day, day < '2025-04' ? 100_000 : 300_000));
    const average = averageOf(balances);
    expect(average?.of('A')).toMatchObject({
      method: '月末平均',
      isApproximate: true,
      from: '2025-01-01',
      through: '2025-09-30',
    });
    expect(average?.fenOf('A')).toBe(23_333_333);
  });

  test('balances of every day are not 近似, and a missing day has the last known balance', () => {
    const september = rulesWith({ aum: { average: 'month' } });
    const days = Array.from({ length: 30 }, (_, index) => `2025-09-${String(index + 1).padStart(2, '0')}`);
    const full = days.map((day) => balance('A', day, day < '2025-09-16' ? 100 : 200));
    const gap = full.filter(({ dataDate }) => dataDate < on('2025-09-07') || dataDate > on('2025-09-14'));
    for (const balances of [full, gap]) {
      const average = averageOf(balances, september);
      expect(average?.of('A')?.isApproximate).toBe(false);
      expect(average?.fenOf('A')).toBe(15_000);
    }
  });

  test.each([
    ['2025-09-11', false],
    ['2025-09-12', true],
  ])('a gap from 2025-09-01 to %s makes it 近似: %s', (second, isApproximate) => {
    const days = ['2025-09-01', second, '2025-09-21'];
    const average = averageOf(
      days.map((day) => balance('A', day, 100)),
      rulesWith({ aum: { average: 'month' } }),
    );
    expect(average?.of('A')).toMatchObject({ method: '逐日余额', isApproximate });
  });

  test.each([
    ['the last day', ['2025-09-01', '2025-09-11', '2025-09-20'], false],
    ['the last day', ['2025-09-01', '2025-09-11', '2025-09-19'], true],
    ['the first day, behind an older balance', ['2025-08-01', '2025-09-01', '2025-09-11', '2025-09-21'], false],
  ])('the gap to %s counts, of %j: 近似 is %s', (_, days, isApproximate) => {
    const average = averageOf(
      days.map((day) => balance('A', day, 100)),
      rulesWith({ aum: { average: 'month' } }),
    );
    expect(average?.of('A')).toMatchObject({ method: '逐日余额', isApproximate, fen: 10_000 });
  });

  test('the largest balance, day after day, is its own mean to the 分', () => {
    const aumFen = fenOf(Number.MAX_SAFE_INTEGER);
    const days = ['2025-09-01', '2025-09-11', '2025-09-21'].map(on);
    const average = averageOf(
      days.map((dataDate) => ({ custNo: 'A', dataDate, aumFen })),
      rulesWith({ aum: { average: 'month' } }),
    );
    expect(average?.fenOf('A')).toBe(9_007_199_254_740_991);
  });

  test('the day before the range is carried into it', () => {
    const balances = [balance('A', '2024-12-20', 100), balance('A', '2025-06-30', 300)];
    const average = averageOf(balances);
    const days = { before: 180, after: 93 };
    expect(average?.fenOf('A')).toBe(Math.round((100 * (days.before * 100 + days.after * 300)) / 273));
  });

  test('a customer missing from a snapshot holds 0 then: the denominator is the whole range', () => {
    const balances = [
      ...monthEnds.map((day) => balance('A', day, 900)),
      ...monthEnds.slice(6).map((day) => balance('B', day, 900)),
    ];
    expect(averageOf(balances)?.fenOf('B')).toBe(30_000);
  });

  test('months before the first balance are left out and said, not taken as 0', () => {
    const average = averageOf(monthEnds.slice(6).map((day) => balance('A', day, 900)));
    expect(average?.of('A')).toMatchObject({ from: '2025-07-31', isApproximate: true });
    expect(average?.fenOf('A')).toBe(90_000);
  });

  test("the bank's own column wins, for the customers it states; the others have the next best", () => {
    const balances = [
      ...monthEnds.slice(0, 8).map((day) => balance('A', day, 900)),
      balance('A', '2025-09-30', 900, { aumYearAvgFen: balance('A', '2025-09-30', 123.45).aumFen }),
      balance('B', '2025-09-30', 900),
    ];
    const average = averageOf(balances);
    expect(average?.of('A')?.method).toBe('系统提供');
    expect([average?.fenOf('A'), average?.fenOf('B'), average?.fenOf('C')]).toEqual([12_345, 10_000, 0]);
    expect(average?.of('B')).toMatchObject({ method: '月末平均', isApproximate: true });
  });

  test.each([
    ['no balances', []],
    ['one balance alone', [balance('A', '2025-09-30', 1)]],
    ['one balance of the year before', [balance('A', '2024-06-30', 1)]],
    ['balances after asOf', [balance('A', '2025-10-01', 1), balance('A', '2025-10-02', 1)]],
  ])('%s: 未提供', (_, balances) => {
    expect(averageOf(balances)).toBeNull();
  });

  test.each([
    ['ytd', '2025-01-01'],
    ['rolling365', '2024-10-01'],
    ['quarter', '2025-07-01'],
    ['month', '2025-09-01'],
  ] as const)('%s begins on %s', (average, from) => {
    expect(averageRange(rulesWith({ aum: { average } }), asOf)).toEqual({ from, through: asOf });
  });
});
