import { describe, expect, test } from 'vitest';
import { comparedPeriods, yearBefore } from '../../src/analysis/compared-periods.js';
import { segmentCustomers } from '../../src/analysis/segment.js';
import type { TwoDates } from '../../src/analysis/two-dates.js';
import { twoDatesNotes } from '../../src/ledger/two-dates-notes.js';
import type { Balance } from '../../src/model/balance.js';
import type { Day } from '../../src/model/day.js';
import { fenFromYuan } from '../../src/model/fen.js';
import { asOf, type Booking, type BranchWish, branch, customer, on, rulesWith } from './branch.js';

const rules = rulesWith();
const lastQuarter = on('2025-06-30');

function held(custNo: string, dataDate: string, yuan: number): Balance {
  return { custNo, dataDate: on(dataDate), aumFen: fenFromYuan(yuan) };
}

/** `count` bookings on one day, of 1 元 unless said otherwise. */
function booked(custNo: string, day: string, count: number, amountFen = 100): readonly Booking[] {
  return Array.from({ length: count }, () => ({ custNo, day: on(day), amountFen }));
}

function compared(wish: BranchWish): TwoDates {
  const report = segmentCustomers(branch({ compareTo: lastQuarter, ...wish }), wish.rules ?? rules, asOf);
  if (report.twoDates === null) throw new Error('not compared');
  return report.twoDates;
}

const long = on('2010-01-01');

describe('the periods of two dates', () => {
  test.each([
    ['a quarter', '2024-12-31', '2025-03-31', '2024-09-30', '2023-12-31', '2024-03-31'],
    ['a month after February', '2025-02-28', '2025-03-31', '2025-01-31', '2024-02-29', '2024-03-31'],
    ['to the end of a leap February', '2024-01-31', '2024-02-29', '2023-12-31', '2023-01-31', '2023-02-28'],
    ['a year', '2024-09-30', '2025-09-30', '2023-09-30', '2023-09-30', '2024-09-30'],
    ['days where one is no month end', '2025-09-20', '2025-09-30', '2025-09-10', '2024-09-20', '2024-09-30'],
    ['one day', '2025-03-30', '2025-03-31', '2025-03-29', '2024-03-30', '2024-03-31'],
  ])('%s: from %s to %s', (_, compareTo, to, before, yearFrom, yearTo) => {
    expect(comparedPeriods(on(compareTo), on(to))).toEqual({
      present: { after: compareTo, through: to },
      previous: { after: before, through: compareTo },
      yearBefore: { after: yearFrom, through: yearTo },
    });
  });

  test('a year before a leap day is the last of February', () => {
    expect(yearBefore(on('2024-02-29'))).toBe('2023-02-28');
    expect(yearBefore(on('2024-02-28'))).toBe('2023-02-28');
  });
});

describe('activity of the wealthy (A10)', () => {
  const customers = ['W1', 'W2', 'W3', 'P1'].map((id) => customer(id, long));
  const balances = [
    held('W1', '2025-03-31', 500_000),
    held('W2', '2025-03-31', 800_000),
    held('P1', '2025-03-31', 499_999.99),
    // Wealthy only later: not of the cohort.
    held('W3', '2025-06-30', 900_000),
    held('W3', '2025-09-30', 900_000),
  ];
  const bookings = [
    ...booked('W1', '2025-03-31', 7),
    ...booked('W1', '2025-04-01', 12),
    ...booked('W2', '2025-06-30', 8),
    ...booked('W1', '2025-07-01', 9),
    ...booked('W1', '2025-09-30', 8),
    ...booked('W3', '2025-07-01', 50),
    ...booked('P1', '2025-08-01', 50),
  ];

  test('is Σ F / N of those with 50万 before the earlier quarter: 20 → 17 is −15 %', () => {
    const { byPeriod } = compared({ customers, balances, bookings }).activity;
    expect(byPeriod).toEqual({
      cohortOn: '2025-03-31',
      aumOn: '2025-03-31',
      customers: 2,
      earlier: {
        from: '2025-04-01',
        through: '2025-06-30',
        transactions: 20,
        perCustomer: { numerator: 20, denominator: 2, value: 10 },
        activeRate: { numerator: 2, denominator: 2, value: 1 },
      },
      later: {
        from: '2025-07-01',
        through: '2025-09-30',
        transactions: 17,
        perCustomer: { numerator: 17, denominator: 2, value: 8.5 },
        activeRate: { numerator: 1, denominator: 2, value: 0.5 },
      },
      change: { numerator: -3, denominator: 20, value: -0.15 },
      flag: null,
    });
  });

  test('one transaction is enough to be active', () => {
    const { byPeriod } = compared({ customers, balances, bookings: booked('W1', '2025-06-30', 1) }).activity;
    expect(byPeriod.earlier.activeRate).toEqual({ numerator: 1, denominator: 2, value: 0.5 });
    expect(byPeriod.later.activeRate).toEqual({ numerator: 0, denominator: 2, value: 0 });
  });

  test('keeps who closed since in N', () => {
    const closed = customers.map((one) => (one.custNo === 'W2' ? { ...one, closeDate: on('2025-07-15') } : one));
    const { byPeriod } = compared({ customers: closed, balances, bookings }).activity;
    expect(byPeriod.customers).toBe(2);
    expect(byPeriod.change?.value).toBe(-0.15);
  });

  test.each([
    ['already closed', { closeDate: on('2025-03-31') }],
    ['corporate', { custType: '对公' }],
    ['deceased', { custStatus: 'deceased' as const }],
    ['not opened yet', { openDate: on('2025-04-01') }],
  ])('leaves out who was %s when it begins', (_, more) => {
    const changed = customers.map((one) => (one.custNo === 'W2' ? { ...one, ...more } : one));
    expect(compared({ customers: changed, balances, bookings }).activity.byPeriod.customers).toBe(1);
  });

  test('year on year has its own cohort, of before last year’s quarter', () => {
    const lastYear = [held('W3', '2024-06-30', 500_000)];
    const { yearOnYear } = compared({
      customers,
      balances: [...balances, ...lastYear],
      bookings: [...bookings, ...booked('W3', '2024-07-01', 25), ...booked('W3', '2024-06-30', 9)],
    }).activity;
    expect(yearOnYear).toMatchObject({
      cohortOn: '2024-06-30',
      customers: 1,
      earlier: { from: '2024-07-01', through: '2024-09-30', transactions: 25 },
      later: { from: '2025-07-01', through: '2025-09-30', transactions: 50 },
      change: { numerator: 25, denominator: 25, value: 1 },
    });
  });

  test.each([
    ['2025-04-01', null],
    ['2025-04-02', '覆盖不足'],
  ])('with transactions from %s the flag is %s', (from, flag) => {
    const { byPeriod } = compared({ customers, balances, bookings, coveredFrom: on(from) }).activity;
    expect(byPeriod.flag).toBe(flag);
    expect(byPeriod.change === null).toBe(flag !== null);
    expect(byPeriod.later.transactions).toBe(17);
  });

  test('without a snapshot that old is AUM未提供, not 0', () => {
    const recent = balances.filter(({ dataDate }) => dataDate > '2025-03-31');
    const { byPeriod } = compared({ customers, balances: recent, bookings }).activity;
    expect(byPeriod).toMatchObject({ customers: null, aumOn: null, change: null, flag: 'AUM未提供' });
  });

  test('of an empty cohort is null', () => {
    const rich = rulesWith({ rfm: { activityCohortAum: 1_000_000 } });
    const { byPeriod } = compared({ rules: rich, customers, balances, bookings }).activity;
    expect(byPeriod).toMatchObject({ customers: 0, change: { numerator: 0, denominator: 0, value: null }, flag: null });
  });
});

describe('assets of the 核心客户 (A11)', () => {
  /** Five bookings of 10 万元 on a day make a 核心客户 for the 30 days after it. */
  const core = (custNo: string, day: string) => booked(custNo, day, 5, fenFromYuan(100_000));
  const customers = ['A', 'B', 'N'].map((id) => customer(id, long));
  const balances = [
    held('A', '2025-06-30', 600_000),
    held('B', '2025-06-30', 400_000),
    held('N', '2025-06-30', 50_000),
    held('A', '2025-09-30', 900_000),
    held('B', '2025-09-30', 380_000),
    held('N', '2025-09-30', 600_000),
  ];
  const bookings = [
    ...core('A', '2025-06-20'),
    ...core('B', '2025-06-20'),
    ...core('A', '2025-09-20'),
    ...core('N', '2025-09-20'),
  ];

  test('fixed list 100万 → 128万 is +28 %, the floating one differs', () => {
    const { byPeriod } = compared({ customers, balances, bookings }).assets;
    expect(byPeriod).toEqual({
      from: '2025-06-30',
      to: '2025-09-30',
      aumFrom: '2025-06-30',
      aumTo: '2025-09-30',
      fixed: {
        customersFrom: 2,
        customersTo: 2,
        closed: 0,
        aumFromFen: 100_000_000,
        aumToFen: 128_000_000,
        growth: { numerator: 28_000_000, denominator: 100_000_000, value: 0.28 },
      },
      floating: {
        customersFrom: 2,
        customersTo: 2,
        closed: 0,
        aumFromFen: 100_000_000,
        aumToFen: 150_000_000,
        growth: { numerator: 50_000_000, denominator: 100_000_000, value: 0.5 },
      },
      flag: null,
    });
  });

  test.each([
    ['gone from the snapshot', balances.filter(({ custNo, dataDate }) => custNo !== 'B' || dataDate < '2025-09-30')],
    ['still in the snapshot', balances],
  ])('who closed since stays in the fixed list with 0, %s', (_, rows: readonly Balance[]) => {
    const closed = customers.map((one) => (one.custNo === 'B' ? { ...one, closeDate: on('2025-08-01') } : one));
    const { fixed } = compared({ customers: closed, balances: rows, bookings }).assets.byPeriod;
    expect(fixed).toMatchObject({ customersFrom: 2, customersTo: 2, closed: 1, aumToFen: 90_000_000 });
    expect(fixed?.growth.value).toBe(-0.1);
  });

  test('of nobody is null', () => {
    const { fixed } = compared({ customers, balances, bookings: [] }).assets.byPeriod;
    expect(fixed?.growth).toEqual({ numerator: 0, denominator: 0, value: null });
  });

  test('two dates with the same snapshot tell no growth', () => {
    const early = balances.filter(({ dataDate }) => dataDate === '2025-06-30');
    const { byPeriod } = compared({ customers, balances: early, bookings }).assets;
    expect(byPeriod).toMatchObject({ fixed: null, floating: null, flag: '余额快照相同' });
  });

  test.each<[string, Day, string | null]>([
    ['with a year of transactions before it', on('2023-10-02'), null],
    ['not with a day less', on('2023-10-03'), '覆盖不足'],
  ])('year on year is told %s', (_, coveredFrom, flag) => {
    const rows = [...balances, held('A', '2024-09-30', 450_000)];
    const all = [...bookings, ...core('A', '2024-09-20')];
    const { yearOnYear } = compared({ customers, balances: rows, bookings: all, coveredFrom }).assets;
    expect(yearOnYear.flag).toBe(flag);
    expect(yearOnYear.fixed?.growth.value).toBe(flag === null ? 1 : undefined);
  });
});

describe('without', () => {
  const customers = [customer('A', long)];

  test('an earlier day nothing is compared', () => {
    const input = branch({ customers, balances: [held('A', '2025-09-30', 1)] });
    expect(segmentCustomers(input, rules, asOf).twoDates).toBeNull();
  });

  test('AUM nothing is compared', () => {
    expect(segmentCustomers(branch({ customers, compareTo: lastQuarter }), rules, asOf).twoDates).toBeNull();
  });
});

test('the sentences carry sign, list and what is missing', () => {
  const customers = [customer('A', long)];
  const balances = [held('A', '2025-03-31', 600_000), held('A', '2025-09-30', 700_000)];
  const bookings = [...booked('A', '2025-05-01', 20, fenFromYuan(50_000)), ...booked('A', '2025-08-01', 17)];
  const report = segmentCustomers(branch({ customers, balances, bookings, compareTo: on('2025-06-30') }), rules, asOf);
  expect(twoDatesNotes(report)).toEqual([
    'AUM 50 万元以上客户活跃度，环比：-15.00%（2025-03-31 的 1 户，2025-04-01 至 2025-06-30 户均 20.00 次，2025-07-01 至 2025-09-30 户均 17.00 次；有交易的占 100.00% → 100.00%）',
    'AUM 50 万元以上客户活跃度，同比：缺 2024-06-30 或之前的余额快照',
    '核心客户资产，与 2025-06-30 比：固定名单 —（2025-06-30 的 0 户，0.00 → 0.00 万元）；浮动名单 —（0 → 0 户，0.00 → 0.00 万元）',
    '核心客户资产，同比：缺 2024-09-30 或之前的余额快照',
  ]);
});
