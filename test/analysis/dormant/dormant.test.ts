import { describe, expect, test } from 'vitest';
import { dormantCustomers } from '../../../src/analysis/dormant/dormant.js';
import { dormantMeasures } from '../../../src/analysis/dormant/measures.js';
import { ownershipOf } from '../../../src/engine/ownership.js';
import { summarise } from '../../../src/engine/stream.js';
import { fenOf } from '../../../src/model/fen.js';
import type { Transaction } from '../../../src/model/transaction.js';
import { asOf, customer, on, rulesWith } from '../branch.js';
import { active, silent } from '../golden-customers.js';
import { booked, dormantInput, dormantReport } from './branch.js';

const golden = {
  customers: [
    ...active.map(([id]) => customer(id, on('2020-01-01'))),
    ...silent.map(([id, opened]) => customer(id, on(opened))),
  ],
  bookings: active.map(([id, last]) => booked(id, last)),
};

describe('the twelve customers of §7.2', () => {
  const report = dormantReport(golden);

  test('are dormant in 2 of 12 cases, 16.67 %', () => {
    expect(report.summary).toMatchObject({ inScope: 12, dormant: 2, neverTraded: 1, active: 9, newlyOpened: 1 });
    expect(report.summary.share).toEqual({ numerator: 2, denominator: 12, value: 2 / 12 });
    expect(Math.round((report.summary.share.value ?? 0) * 10_000)).toBe(1667);
  });

  test('sleep as C08 after 180 days and as C11 who never traded', () => {
    expect(
      report.customers.map(({ customerId, type, idleDays, reason }) => [customerId, type, idleDays, reason]),
    ).toEqual([
      ['C08', '睡眠', 180, 'R=180≥180'],
      ['C11', '从未交易', null, '从未交易，开户2025-04-03已180天≥180'],
    ]);
  });

  test('fall asleep next in the order of their last days', () => {
    const next = report.countdown.map(({ customerId, sleepsOn, daysLeft, withinDays }) => [
      customerId,
      sleepsOn,
      daysLeft,
      withinDays,
    ]);
    expect(next).toEqual([
      ['C05', '2025-12-29', 90, 90],
      ['C06', '2025-12-28', 89, 90],
      ['C07', '2025-10-01', 1, 30],
      ['C12', '2025-10-01', 1, 30],
    ]);
    expect(report.summary.countdown).toEqual([
      { withinDays: 30, customers: 2, aumFen: null },
      { withinDays: 60, customers: 2, aumFen: null },
      { withinDays: 90, customers: 4, aumFen: null },
    ]);
  });

  test('make a report that survives JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });
});

describe('the noise of §7.3', () => {
  const rows: readonly (readonly [string, 'D' | 'C', string])[] = [
    ['2025-03-20', 'D', '转账'],
    ['2025-06-21', 'C', '结息'],
    ['2025-09-21', 'C', '结息'],
    ['2025-07-10', 'D', '短信服务费'],
    ['2025-08-10', 'D', '短信服务费'],
    ['2025-09-10', 'D', '短信服务费'],
    ['2025-09-05', 'D', '代扣电费'],
    ['2025-01-01', 'D', '转账'],
  ];
  const transactions = rows.map(
    ([day, direction, summary], place): Transaction => ({
      txnDate: on(day),
      txnId: `T${place}`,
      custNo: 'N1',
      acctNo: 'A1',
      amountFen: fenOf(1234),
      direction,
      isForeign: false,
      summary,
      reversal: 'normal',
    }),
  );

  async function idleDays(input: object) {
    const rules = rulesWith({ ...input, dormant: { countdownDays: [200] } });
    const wish = { rules, customers: [customer('N1', on('2020-01-01'))] };
    const measures = dormantMeasures(rules, asOf, on('2025-06-30'));
    const source = {
      file: 'x.csv',
      async *rows() {
        yield transactions;
      },
    };
    const engine = await summarise([source], ownershipOf(wish.customers, undefined), measures, rules, asOf);
    const report = dormantCustomers({ ...dormantInput(wish), engine }, rules, asOf);
    return [report.summary.dormant, report.customers[0]?.idleDays, report.countdown[0]?.idleDays];
  }

  test('leaves the customer asleep for 194 days', async () => {
    expect(await idleDays({})).toEqual([1, 194, undefined]);
  });

  test('wakes at 25 days only where mandates count', async () => {
    expect(await idleDays({ txn: { resetClasses: ['ACTIVE', 'THIRD_PARTY', 'MANDATE'] } })).toEqual([0, undefined, 25]);
  });
});

describe('无法判定', () => {
  const report = dormantReport({ ...golden, coveredFrom: on('2025-04-05') });

  test('is in neither part of the share', () => {
    expect(report.undetermined.map(({ customerId }) => customerId)).toEqual(['C11', 'C12']);
    expect(report.summary.share).toMatchObject({ numerator: 1, denominator: 10 });
  });

  test('says why', () => {
    expect(report.undetermined[0]?.reason).toBe(
      '交易明细自2025-04-05起（179天），不足180天，明细内无客户交易，不能判定',
    );
    expect(report.coverage).toMatchObject({ days: 179, windowDays: 180, flag: '覆盖不足', provesDormancy: false });
  });

  test('is settled by an old movement, never by a recent one', () => {
    const moved = (day: string) => customer('L1', on('2020-01-01'), { lastTxnDate: on(day) });
    const of = (day: string) => dormantReport({ customers: [moved(day)], coveredFrom: on('2025-09-01') }).summary;
    expect(of('2025-04-03')).toMatchObject({ dormant: 1, undetermined: 0 });
    expect(of('2025-04-04')).toMatchObject({ dormant: 0, undetermined: 1 });
    expect(of('2025-09-21')).toMatchObject({ dormant: 0, undetermined: 1 });
  });
});

describe('AUM', () => {
  const balances = active.map(([custNo], place) => ({
    custNo,
    dataDate: asOf,
    aumFen: fenOf((place + 1) * 1_000_000),
  }));
  const report = dormantReport({ ...golden, balances });

  test('gives the second share, and ranks the list', () => {
    expect(report.summary.aumShare).toMatchObject({ numerator: 8_000_000, denominator: 55_000_000 });
    expect(report.customers.map(({ aumFen }) => aumFen)).toEqual([8_000_000, 0]);
  });

  test('fills the bands so that they add up', () => {
    expect(report.summary.bands).toEqual([
      { band: '0', customers: 1, aumFen: 0 },
      { band: '0–100', customers: 0, aumFen: 0 },
      { band: '100–1千', customers: 0, aumFen: 0 },
      { band: '1千–5万', customers: 0, aumFen: 0 },
      { band: '5万以上', customers: 1, aumFen: 8_000_000 },
    ]);
  });
});

describe('customers by manager', () => {
  const report = dormantReport({
    customers: [
      customer('M1', on('2020-01-01'), { managerName: '林一' }),
      customer('M2', on('2020-01-01'), { managerNo: '007' }),
      customer('M3', on('2020-01-01')),
      customer('M4', on('2020-01-01')),
    ],
    employees: [{ empNo: '007', empName: '周二' }],
    assignments: [
      { custNo: 'M4', managerName: '从前', startDate: on('2020-01-01'), endDate: on('2025-09-29') },
      { custNo: 'M4', managerName: '现在', startDate: on('2025-09-30') },
    ],
    bookings: [booked('M1', '2025-01-01'), booked('M2', '2025-09-01')],
  });

  test('find their manager in the customer list, the staff list or the assignment in force; nobody comes last', () => {
    expect(report.byManager.map(({ managerName, inScope, dormant }) => [managerName, inScope, dormant])).toEqual([
      ['林一', 1, 1],
      ['现在', 1, 1],
      ['周二', 1, 0],
      [null, 1, 1],
    ]);
  });
});

test('managers of one name stand apart where the 工号 tells them, in every list', () => {
  const named = (id: string, managerNo: string | undefined) =>
    customer(id, on('2020-01-01'), { managerName: '周敏', managerNo });
  const report = dormantReport({ customers: [named('M1', '01'), named('M2', '02'), named('M3', undefined)] });
  const called = ['周敏', '周敏（01）', '周敏（02）'];
  expect(report.byManager.map(({ managerName }) => managerName)).toEqual(called);
  expect(report.customers.map(({ managerName }) => managerName)).toEqual([...called.slice(1), called[0]]);
  expect(report.wakeCohort.map(({ managerName }) => managerName)).toEqual([...called.slice(1), called[0]]);
});

test('who cannot be judged is in no share, neither of a manager nor of AUM', () => {
  const mine = { managerName: '林一' };
  const { byManager, summary } = dormantReport({
    customers: [
      customer('S', on('2020-01-01'), { ...mine, lastTxnDate: on('2025-01-01') }),
      customer('U', on('2020-01-01'), mine),
      customer('A', on('2020-01-01'), mine),
    ],
    bookings: [booked('A', '2025-09-10')],
    coveredFrom: on('2025-09-01'),
    balances: (['S', 'U', 'A'] as const).map((custNo, place) => ({
      custNo,
      dataDate: asOf,
      aumFen: fenOf([100, 1000, 300][place] ?? 0),
    })),
  });
  expect(summary).toMatchObject({ dormant: 1, undetermined: 1, aumShare: { numerator: 100, denominator: 400 } });
  expect(byManager[0]).toMatchObject({ inScope: 3, share: { numerator: 1, denominator: 2 } });
});

describe('accounts that stand for customers', () => {
  const report = dormantReport({
    bookings: [booked('6222021234561234', '2025-03-01'), booked('6222029999991234', '2025-09-01')],
    engine: { accountsAsCustomers: true },
  });

  test('are judged like customers and masked', () => {
    expect(report.summary).toMatchObject({ inScope: 2, dormant: 1, accounts: null });
    expect(report.customers[0]?.customerId).toBe('622202******1234');
    expect(JSON.stringify(report)).not.toMatch(/\d{11,}/);
  });
});

test('names and phones are masked wherever they stand', () => {
  const { customers, wakeCohort, countdown } = dormantReport({
    customers: [
      customer('P1', on('2020-01-01'), { custName: '陈思奎', phone: '13212342345' }),
      customer('P2', on('2020-01-01'), { custName: '陈思奎', phone: '13212342345' }),
    ],
    bookings: [booked('P2', '2025-05-01')],
    contacts: [
      { contactedAt: { day: on('2025-07-05') }, custNo: 'P1', method: '电话', result: '陈思奎称改用13212342345' },
    ],
  });
  expect(customers[0]).toMatchObject({
    customerName: '陈*奎',
    phone: '132****2345',
    contactResult: '陈*奎称改用132****2345',
  });
  expect(JSON.stringify({ customers, wakeCohort, countdown })).not.toMatch(/陈思奎|13212342345/);
});
