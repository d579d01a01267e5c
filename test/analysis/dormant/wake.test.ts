import { describe, expect, test } from 'vitest';
import { quarterEndBefore } from '../../../src/analysis/dormant/measures.js';
import type { Account } from '../../../src/model/account.js';
import { addDays } from '../../../src/model/day.js';
import { fenOf } from '../../../src/model/fen.js';
import { asOf, customer, on, rulesWith } from '../branch.js';
import { booked, dormantReport } from './branch.js';

const old = on('2020-01-01');
const wake = (wish: Parameters<typeof dormantReport>[0]) => dormantReport(wish).summary.wake;

describe('t0', () => {
  test.each([
    ['2025-09-30', '2025-06-30'],
    ['2025-10-01', '2025-09-30'],
    ['2025-06-29', '2025-03-31'],
    ['2025-03-31', '2024-12-31'],
    ['2025-01-01', '2024-12-31'],
    ['2025-12-31', '2025-09-30'],
  ])('of %s is %s', (day, quarterEnd) => {
    expect(quarterEndBefore(on(day))).toBe(quarterEnd);
  });
});

describe('the wake-up line of §7.11', () => {
  test.each([
    ['2025-01-01', 1],
    ['2025-01-02', 0],
  ])('a last transaction on %s puts %i into the cohort of 2025-06-30', (last, cohort) => {
    expect(wake({ customers: [customer('W', old)], bookings: [booked('W', last)] })).toMatchObject({
      cohortOn: '2025-06-30',
      windowEndsOn: '2025-09-28',
      windowComplete: true,
      cohort,
    });
  });

  test.each([
    ['2025-06-30', 0, 0],
    ['2025-07-01', 1, 1],
    ['2025-09-28', 1, 1],
    ['2025-09-29', 1, 0],
  ])('a transaction on %s: cohort %i, awakened %i', (day, cohort, awakened) => {
    const bookings = [booked('W', '2025-01-01'), booked('W', day)];
    expect(wake({ customers: [customer('W', old)], bookings })).toMatchObject({ cohort, awakened });
  });

  test.each([
    ['2025-09-27', false, '观察中'],
    ['2025-09-28', true, '未唤醒'],
  ])('on %s the window is complete: %s', (day, windowComplete, status) => {
    const report = dormantReport({ asOf: on(day), cohortOn: on('2025-06-30'), customers: [customer('W', old)] });
    expect(report.summary.wake.windowComplete).toBe(windowComplete);
    expect(report.wakeCohort[0]?.status).toBe(status);
    expect(report.notes.some((note) => note.startsWith('观察期未满'))).toBe(!windowComplete);
  });

  test.each([
    ['2025-01-02', 180, null, { cohort: 1, undetermined: 0 }],
    ['2025-01-03', 179, '覆盖不足', { cohort: 0, undetermined: 1 }],
  ])('of a file that begins on %s, %i days reach back from t0: %s', (from, days, flag, figures) => {
    const report = dormantReport({ customers: [customer('W', old)], coveredFrom: on(from) });
    expect(report.summary.wake).toMatchObject({ ...figures, coverage: { days, windowDays: 180, flag } });
    const said = '覆盖不足：名单日以前的交易明细只有 179 天，睡眠标准需要 180 天，名单可能不全';
    expect(report.notes.includes(said)).toBe(flag !== null);
  });
});

describe('what woke a customer', () => {
  test.each([
    ['ACTIVE', 'C', '主动转入'],
    ['ACTIVE', 'D', '主动转出'],
    ['THIRD_PARTY', 'C', '他人汇入'],
  ] as const)('%s %s is %s', (name, direction, wokenBy) => {
    const bookings = [
      booked('W', '2025-07-10', { class: name, direction }),
      booked('W', '2025-07-11', { class: 'ACTIVE', direction: 'D' }),
    ];
    const [woken] = dormantReport({ customers: [customer('W', old)], bookings }).wakeCohort;
    expect(woken).toMatchObject({ status: '已唤醒', wokenOn: '2025-07-10', wokenBy });
  });

  test('is never a mandate, unless mandates count', () => {
    const wish = { customers: [customer('W', old)], bookings: [booked('W', '2025-07-10', { class: 'MANDATE' })] };
    expect(wake(wish).awakened).toBe(0);
    const rules = rulesWith({ txn: { resetClasses: ['ACTIVE', 'THIRD_PARTY', 'MANDATE'] } });
    expect(dormantReport({ ...wish, rules }).wakeCohort[0]?.wokenBy).toBe('代扣代缴');
  });
});

describe('a customer who closed within the window', () => {
  const closed = (closeDate: string | undefined, days: readonly string[], accounts?: readonly Account[]) => {
    const more = { custStatus: 'closed' as const, ...(closeDate === undefined ? {} : { closeDate: on(closeDate) }) };
    const report = dormantReport({
      customers: [customer('W', old, more)],
      accounts,
      bookings: days.map((day) => booked('W', day, { acctNo: 'A' })),
    });
    const { cohort, awakened, closed: count } = report.summary.wake;
    return [cohort, awakened, count, report.wakeCohort[0]?.status];
  };

  test('stays in the denominator and is not awakened by the 销户 row', () => {
    expect(closed('2025-08-01', ['2025-08-01'])).toEqual([1, 0, 1, '期间销户']);
    expect(closed('2025-08-01', [])).toEqual([1, 0, 1, '期间销户']);
  });

  test('was awakened by a transaction on a day before', () => {
    expect(closed('2025-08-01', ['2025-07-31', '2025-08-01'])).toEqual([1, 1, 0, '已唤醒']);
  });

  test('on the last day of the window is 期间销户', () => {
    expect(closed('2025-09-28', [])).toEqual([1, 0, 1, '期间销户']);
  });

  test('after the window was not awakened', () => {
    expect(closed('2025-09-29', ['2025-09-29'])).toEqual([1, 0, 0, '未唤醒']);
  });

  test('on t0 is not of the cohort, a day later is', () => {
    expect(closed('2025-06-30', [])).toEqual([0, 0, 0, undefined]);
    expect(closed('2025-07-01', [])).toEqual([1, 0, 1, '期间销户']);
  });

  test('without a day of closing is of the cohort when a transaction came later, and the last row is the closing', () => {
    expect(closed(undefined, ['2024-01-01'])).toEqual([0, 0, 0, undefined]);
    expect(closed(undefined, ['2025-08-01'])).toEqual([1, 0, 1, '期间销户']);
    expect(closed(undefined, ['2025-07-31', '2025-08-01'])).toEqual([1, 1, 0, '已唤醒']);
  });

  test('may be known by the accounts alone', () => {
    const account = { acctNo: 'A', custNo: 'W', openDate: old, closeDate: on('2025-08-01') };
    expect(closed(undefined, ['2025-08-01'], [account])).toEqual([1, 0, 1, '期间销户']);
  });
});

describe('a 销户 row of an account of which no export tells when it was closed', () => {
  const closing = booked('W', '2025-07-10', { closes: true });
  const woken = (...bookings: readonly ReturnType<typeof booked>[]) =>
    dormantReport({ customers: [customer('W', old)], bookings }).wakeCohort[0];

  test('does not wake the customer, neither alone nor before another row', () => {
    expect(woken(closing)).toMatchObject({ status: '未唤醒', wokenOn: null, wokenBy: null });
    expect(woken(closing, booked('W', '2025-07-11'))).toMatchObject({ status: '已唤醒', wokenOn: '2025-07-11' });
  });

  test('shows that a customer who is closed without a day was open at t0', () => {
    const customers = [customer('W', old, { custStatus: 'closed' as const })];
    const { wakeCohort } = dormantReport({ customers, bookings: [closing] });
    expect(wakeCohort[0]).toMatchObject({ status: '期间销户', wokenOn: null });
  });
});

describe('a 销户 row of one of several accounts', () => {
  const accounts: readonly Account[] = [
    { acctNo: 'A', custNo: 'W', openDate: old, closeDate: on('2025-08-01') },
    { acctNo: 'B', custNo: 'W', openDate: old },
  ];
  const woken = (bookings: readonly (readonly [string, string])[]) =>
    dormantReport({
      customers: [customer('W', old)],
      accounts,
      bookings: bookings.map(([acctNo, day]) => booked('W', day, { acctNo })),
    }).wakeCohort[0];

  test('does not wake the customer', () => {
    expect(woken([['A', '2025-08-01']])).toMatchObject({ status: '未唤醒', wokenOn: null, wokenBy: null });
  });

  test('leaves the first transaction on another account', () => {
    const days = [
      ['A', '2025-08-01'],
      ['B', '2025-08-20'],
    ] as const;
    expect(woken(days)).toMatchObject({ status: '已唤醒', wokenOn: '2025-08-20' });
  });
});

describe('有效唤醒', () => {
  const report = (before: number, after: number, dataDate = asOf) =>
    dormantReport({
      customers: [customer('W', old)],
      bookings: [booked('W', '2025-07-10')],
      balances: [
        { custNo: 'W', dataDate: on('2025-06-30'), aumFen: fenOf(before) },
        { custNo: 'W', dataDate, aumFen: fenOf(after) },
      ],
    });
  const end = on('2025-09-28');

  test.each([
    [0, 100_000, true],
    [0, 99_999, false],
    [500_000, 600_000, true],
    [500_000, 599_999, false],
  ])('AUM from %i to %i 分: %s', (before, after, isEffective) => {
    const { wakeCohort, summary } = report(before, after, end);
    expect(wakeCohort[0]).toMatchObject({ isEffective, aumAtCohortFen: before, aumFen: after });
    expect(summary.wake.effective).toMatchObject({ numerator: isEffective ? 1 : 0, denominator: 1 });
  });

  test('looks at the first snapshot after the window where none lies within', () => {
    expect(report(0, 200_000).wakeCohort[0]).toMatchObject({ isEffective: true, aumFen: 200_000 });
  });

  test.each(['2025-06-30', '2025-10-01'])('cannot be told with a second snapshot of %s', (dataDate) => {
    expect(report(0, 200_000, on(dataDate)).summary.wake.effective).toBeNull();
  });
});

describe('contacts', () => {
  const contact = (custNo: string, day: string, more = {}) => ({
    contactedAt: { day: on(day) },
    custNo,
    method: '电话',
    ...more,
  });
  const members = ['K1', 'K2', 'K3', 'K4'].map((id) => customer(id, old, { custName: `唤${id}` }));
  const wish = {
    customers: members,
    bookings: [booked('K1', '2025-08-01'), booked('K3', '2025-08-01')],
    contacts: [
      contact('K1', '2025-07-20'),
      contact('K1', '2025-07-05', { method: '短信' }),
      { contactedAt: { day: on('2025-07-06') }, custName: '唤K2', method: '面访' },
      { contactedAt: { day: on('2025-07-06') }, custName: '无此人' },
      contact('K3', '2025-06-30'),
      contact('K4', '2025-07-01', { isValid: false }),
    ],
  };
  const report = dormantReport(wish);

  test('of the window give the 接触率 and the 接触唤醒率', () => {
    expect(report.summary.wake.contactShare).toMatchObject({ numerator: 2, denominator: 4 });
    expect(report.summary.wake.contacted).toMatchObject({ numerator: 1, denominator: 2 });
  });

  test('show the first one beside the customer', () => {
    expect(report.wakeCohort.map(({ firstContactOn, contactMethod }) => [firstContactOn, contactMethod])).toEqual([
      ['2025-07-05', '短信'],
      ['2025-07-06', '面访'],
      [null, null],
      [null, null],
    ]);
  });

  test('that nobody can be found for are told', () => {
    expect(report.notes).toContain('1 条联系记录没有客户号，姓名又对不上唯一的客户，未计入');
  });

  test('not provided are 未提供, not 0', () => {
    const { wake: figures, reactivation } = dormantReport({ ...wish, contacts: undefined }).summary;
    expect([figures.contacted, figures.contactShare, reactivation]).toEqual([null, null, null]);
  });
});

describe('B5', () => {
  const cohortOn = on('2025-03-31');
  const contacted = (day: string) => [{ contactedAt: { day: on(day) }, custNo: 'B', method: '电话' }];
  const sale = (day: string) => [{ tradeDate: on(day), custNo: 'B', productName: '稳利', amountFen: fenOf(100) }];
  const of = (contact: string, sold: string, nps?: readonly (readonly [string, number])[]) =>
    dormantReport({
      cohortOn,
      customers: [customer('B', old)],
      contacts: contacted(contact),
      wealthSales: sale(sold),
      nps: nps?.map(([day, score]) => ({ custNo: 'B', ratedOn: on(day), score })),
    }).summary.reactivation;

  test.each([
    ['2025-04-10', '2025-07-09', 1],
    ['2025-04-10', '2025-07-10', 0],
    ['2025-04-10', '2025-04-10', 1],
    ['2025-04-10', '2025-04-09', 0],
  ])('contacted %s, bought %s: %i of 1', (contact, sold, bought) => {
    expect(of(contact, sold)).toMatchObject({ repurchase: { numerator: bought, denominator: 1 }, inFlight: 0 });
  });

  test('is 在途 until the ninetieth day after the contact', () => {
    const ninety = addDays(asOf, -90);
    expect(of(ninety, asOf)).toMatchObject({ repurchase: { numerator: 1, denominator: 1 }, inFlight: 0 });
    expect(of(addDays(ninety, 1), asOf)).toMatchObject({ repurchase: { denominator: 0, value: null }, inFlight: 1 });
  });

  test('compares the last score before the contact with the last one since', () => {
    const nps = [
      ['2025-01-01', 2],
      ['2025-04-09', 5],
      ['2025-04-10', 7],
      ['2025-05-01', 9],
    ] as const;
    expect(of('2025-04-10', '2025-04-10', nps)?.satisfactionChange).toEqual({ customers: 1, before: 5, after: 9 });
    expect(of('2025-04-10', '2025-04-10', nps.slice(2))?.satisfactionChange).toBeNull();
  });
});
