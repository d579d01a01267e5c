import { describe, expect, test } from 'vitest';
import { yearAverageOn } from '../../../src/analysis/portfolio/year-average.js';
import type { Balance } from '../../../src/model/balance.js';
import { fenOf } from '../../../src/model/fen.js';
import type { Rules } from '../../../src/model/rules.js';
import { asOf, customer, on, rulesWith } from '../branch.js';
import { balance, branchInput, monthEnds } from './branch.js';

const rules = rulesWith();

/** A row with 积数 in 分·日. */
function cumulated(custNo: string, cumulFenDays: number, cumulDays?: number, day = '2025-09-30'): Balance {
  return { custNo, dataDate: on(day), cumulFenDays: fenOf(cumulFenDays), cumulDays };
}

function averageOf(balances: readonly Balance[], own: Rules = rules, opened?: string, day = asOf) {
  const customers = opened === undefined ? undefined : [customer('A', on(opened))];
  return yearAverageOn(branchInput({ rules: own, balances, customers }), own, day);
}

describe('年日均 from 余额积数', () => {
  test('§7.8: the sum of all days divided by 273 days is 234 065.93', () => {
    const sum = 10_000_000 * 90 + 30_000_000 * 183;
    expect(averageOf([cumulated('A', sum, 273)])?.of('A')).toEqual({
      method: '余额积数',
      isApproximate: false,
      from: '2025-01-01',
      through: '2025-09-30',
      fen: 23_406_593,
    });
  });

  test.each<readonly [string, Parameters<typeof rulesWith>[0], number | undefined, number | null]>([
    ['the days of the year', {}, 273, 100],
    ['one day less', {}, 272, null],
    ['one day more', {}, 274, null],
    ['the days of the month', {}, 30, null],
    ['no days: that of the year', {}, undefined, 100],
    ['no days where the average is that of the month', { aum: { average: 'month' } }, undefined, null],
    ['the days of the month where the average is that of the month', { aum: { average: 'month' } }, 30, 910],
    ['365 days where the average rolls', { aum: { average: 'rolling365' } }, 365, 75],
  ])('%s', (_, ruled, days, expected) => {
    const average = averageOf([cumulated('A', 27_300, days)], rulesWith(ruled));
    expect(average?.fenOf('A')).toBe(expected);
    expect(average?.hasUnfitSum('A')).toBe(expected === null);
  });

  test('of an earlier 数据日期 is that of its own days', () => {
    const average = averageOf([cumulated('A', 24_300, 243, '2025-08-31')]);
    expect(average?.of('A')).toMatchObject({ from: '2025-01-01', through: '2025-08-31', fen: 100 });
  });

  test.each([
    ['2025-04-01', 183, 100],
    ['2025-04-01', 182, null],
    ['2025-04-02', 183, null],
    ['2024-04-01', 183, null],
    ['2025-09-30', 1, 100],
    ['2025-10-01', 1, null],
  ])('of who came on %s with %i days: the denominator is the whole range', (opened, days, expected) => {
    expect(averageOf([cumulated('A', 27_300, days)], rules, opened)?.fenOf('A')).toBe(expected);
  });

  test.each([
    ['2024-12-31', 366],
    ['2024-02-29', 60],
    ['2025-12-31', 365],
    ['2025-01-01', 1],
  ])('the year up to %s has %i days', (day, days) => {
    expect(averageOf([cumulated('A', days * 7, days, day)], rules, undefined, on(day))?.fenOf('A')).toBe(7);
  });

  test.each([
    [3, 2],
    [-3, -2],
    [2, 1],
    [0, 0],
  ])('%i 分·日 over 2 days are %i: half away from zero', (sum, fen) => {
    const average = averageOf([cumulated('A', sum, 2, '2025-01-02')], rules, undefined, on('2025-01-02'));
    expect(average?.fenOf('A')).toBe(fen);
  });

  test("the bank's own column wins, and 积数 wins over balances", () => {
    const supplied = { ...cumulated('A', 27_300, 273), aumYearAvgFen: fenOf(55) };
    const balances = [...monthEnds.map((day) => balance('B', day, 900)), supplied, cumulated('B', 54_600, 273)];
    const average = averageOf(balances.filter(({ dataDate, aumFen }) => dataDate < asOf || aumFen === undefined));
    expect(average?.of('A')).toMatchObject({ method: '系统提供', fen: 55 });
    expect(average?.of('B')).toMatchObject({ method: '余额积数', fen: 200 });
  });

  test('who is not in the snapshot has 0, who has no 积数 in it is unknown', () => {
    const average = averageOf([cumulated('A', 27_300, 273), balance('B', '2025-09-30', 1)]);
    expect([average?.fenOf('B'), average?.fenOf('C')]).toEqual([null, 0]);
  });

  test.each([
    ['after the day', '2025-10-01'],
    ['before the year', '2024-12-31'],
  ])('a snapshot %s is not used', (_, day) => {
    expect(averageOf([cumulated('A', 27_300, undefined, day)])).toBeNull();
  });

  test('rows that repeat a customer add up, unless one is of another period', () => {
    const [one, other] = [cumulated('A', 27_300, 273), cumulated('A', 54_600, 273)];
    expect(averageOf([one, other])?.fenOf('A')).toBe(300);
    expect(averageOf([one, cumulated('A', 54_600, 30)])?.fenOf('A')).toBeNull();
  });
});
