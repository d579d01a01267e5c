// Who keeps a log, who is to be contacted, what is sold, what is reminded of.
import { describe, expect, test } from 'vitest';
import { nextBirthday } from '../../../src/analysis/worklog/birthdays.js';
import { quarterMeant } from '../../../src/analysis/worklog/sales-targets.js';
import { workingDays } from '../../../src/analysis/worklog/working-days.js';
import { fenOf } from '../../../src/model/fen.js';
import { type Period, parsePeriod } from '../../../src/model/period.js';
import { on, rulesWith } from '../branch.js';
import { contact, dayOf, deposit, fullLog, logOf, logsOf, person, sale, target } from './branch.js';

test.each([
  ['2025-09', 22, '2025-09-01', '2025-09-30'],
  ['2025-02', 20, '2025-02-03', '2025-02-28'],
  ['2025-11', 20, '2025-11-03', '2025-11-28'],
])('%s has %i days from Monday to Friday', (label, count, first, last) => {
  const days = workingDays(parsePeriod(label) as Period);
  expect([days.length, days[0], days.at(-1)]).toEqual([count, first, last]);
});

describe('a log is kept', () => {
  test('by whoever manages customers and by customer managers without any, ascending', () => {
    const employees = [
      { empNo: '0009', empName: '赵六', role: '客户经理' },
      { empNo: '0007', empName: '周明', role: '大堂经理' },
      { empNo: '0008', empName: '孙七', role: '运营主管' },
    ];
    expect(logsOf({ employees }).map(({ employeeNo }) => employeeNo)).toEqual(['0007', '0009']);
  });

  test('not by employees who left', () => {
    const employees = [{ empNo: '0007', empName: '周明', role: '客户经理', isPresent: false }];
    expect(logsOf({ employees })).toEqual([]);
  });

  test('by managers whom no staff list knows', () => {
    expect(logsOf({ employees: undefined }).map(({ employeeNo }) => employeeNo)).toEqual(['0007']);
  });

  test('for customers who are still there', () => {
    const customers = [
      person('C01'),
      person('C02', { closeDate: on('2025-09-30') }),
      person('C03', { custStatus: 'deceased' }),
    ];
    expect(logOf({ customers }).customers.map(({ customerId }) => customerId)).toEqual(['C01']);
  });

  test('by nobody where single customers must not be shown', () => {
    expect(logsOf({ rules: rulesWith({ privacy: { profile: 'public' } }) })).toEqual([]);
  });
});

describe('a follow-up', () => {
  const dues = (contacts: Parameters<typeof logOf>[0]['contacts'], day: string) =>
    dayOf(logOf({ contacts }), day).followUps.map(({ customerId, dueOn }) => [customerId, dueOn]);

  test.each([
    ['2025-09-09', 0],
    ['2025-09-10', 1],
    ['2025-09-11', 0],
  ])('due on 2025-09-10 stands on %s %i times', (day, times) => {
    expect(dues([contact('2025-09-01', { nextContactOn: on('2025-09-10') })], day)).toHaveLength(times);
  });

  test.each(['2025-09-06', '2025-09-07', '2025-09-08'])('due on %s stands on Monday', (due) => {
    expect(dues([contact('2025-09-01', { nextContactOn: on(due) })], '2025-09-08')).toEqual([['C01', due]]);
  });

  test('is settled by a contact in between', () => {
    const first = contact('2025-09-01', { nextContactOn: on('2025-09-10') });
    expect(dues([first, contact('2025-09-09')], '2025-09-10')).toEqual([]);
    expect(dues([first, contact('2025-09-10')], '2025-09-10')).toHaveLength(1);
  });

  test('stands once per customer', () => {
    const two = [1, 2].map((n) => contact(`2025-09-0${n}`, { nextContactOn: on('2025-09-10'), reason: `产品推介` }));
    expect(dues(two, '2025-09-10')).toHaveLength(1);
  });

  test('belongs to whoever made the contact, else to who manages the customer', () => {
    const contacts = [
      contact('2025-09-01', { nextContactOn: on('2025-09-10'), staffNo: '0099' }),
      contact('2025-09-01', { custNo: 'C05', nextContactOn: on('2025-09-10'), staffNo: undefined, staffName: '周明' }),
    ];
    expect(dues(contacts, '2025-09-10')).toEqual([['C05', '2025-09-10']]);
    expect(
      dues([contact('2025-09-01', { nextContactOn: on('2025-09-10'), staffNo: undefined })], '2025-09-10'),
    ).toHaveLength(1);
  });

  test.each([
    ['产品到期', '产品到期'],
    ['与王芳约时间', '其他'],
    ['张三丰的理财到期', '***理财到期'],
  ])('for “%s” says %s', (reason, shown) => {
    const contacts = [contact('2025-09-01', { nextContactOn: on('2025-09-10'), reason })];
    expect(dayOf(logOf({ contacts }), '2025-09-10').followUps[0]?.reason).toBe(shown);
  });

  test('of one day and its settlement on that same day still stands', () => {
    const contacts = [contact('2025-09-01', { nextContactOn: on('2025-09-10') }), contact('2025-09-10')];
    expect(dues(contacts, '2025-09-10')).toHaveLength(1);
  });

  test('of an invalid contact does not count', () => {
    expect(dues([contact('2025-09-01', { nextContactOn: on('2025-09-10'), isValid: false })], '2025-09-10')).toEqual(
      [],
    );
  });
});

describe('sales', () => {
  const line = (category: string, wish: Parameters<typeof logOf>[0], day = '2025-09-30') => {
    const found = dayOf(logOf(wish), day).sales.find((one) => one.category === category);
    if (found === undefined) throw new Error(`no line ${category}`);
    return found;
  };

  test('count the day, the month and the quarter, both ends included', () => {
    const wealthSales = ['2025-06-30', '2025-07-01', '2025-08-31', '2025-09-01', '2025-09-30'].map((day) =>
      sale(day, 1),
    );
    expect(line('理财', { wealthSales }).figures).toEqual({
      todayCount: 1,
      todayFen: 100,
      monthToDate: 200,
      quarterToDate: 400,
    });
  });

  test('leave out what was undone and what others sold', () => {
    const wealthSales = [
      sale('2025-09-30', 1, { status: '已撤单' }),
      sale('2025-09-30', 2, { salesNo: '0099' }),
      sale('2025-09-30', 4, { salesNo: undefined }),
    ];
    expect(line('理财', { wealthSales }).figures?.todayFen).toBe(400);
  });

  test.each([
    ['C01', [400, 0]],
    ['C02', [0, 400]],
    ['C03', [0, 0]],
  ])('by a name that two share belong to whoever looks after %s: %j', (custNo, expected) => {
    const employees = ['0007', '0008', '0009'].map((empNo, at) => ({ empNo, empName: at === 2 ? '周明' : '李强' }));
    const customers = employees.map(({ empNo }, at) => person(`C0${at + 1}`, { managerNo: empNo }));
    const wealthSales = [sale('2025-09-30', 4, { custNo, salesNo: undefined, salesName: '李强' })];
    const logs = logsOf({ employees, customers, wealthSales });
    const soldBy = (no: string) => {
      const log = logs.find(({ employeeNo }) => employeeNo === no)!;
      return dayOf(log, '2025-09-30').sales.find(({ category }) => category === '理财')?.figures?.todayFen;
    };
    expect([soldBy('0007'), soldBy('0008')]).toEqual(expected);
    expect(soldBy('0009')).toBe(0);
  });

  test('of funds count purchases only', () => {
    const fund = { fundCode: '000001', custNo: 'C01', applyDate: on('2025-09-30'), appliedFen: fenOf(100) };
    const fundTransactions = ['认购', '申购', '赎回', '红利', '定投'].map((business) => ({ ...fund, business }));
    expect(line('基金', { fundTransactions }).figures).toMatchObject({ todayCount: 2, todayFen: 200 });
  });

  test('of funds leave out what was undone', () => {
    const fund = { fundCode: '000001', custNo: 'C01', applyDate: on('2025-09-30'), business: '申购' };
    const fundTransactions = [
      { ...fund, appliedFen: fenOf(100), status: '失败' },
      { ...fund, appliedFen: fenOf(300), status: '成功' },
    ];
    expect(line('基金', { fundTransactions }).figures).toMatchObject({ todayCount: 1, todayFen: 300 });
  });

  test('of deposits need a snapshot of both days', () => {
    const balances = [
      deposit('C01', '2025-08-31', 10),
      deposit('C01', '2025-09-30', 25),
      deposit('C99', '2025-09-30', 7),
    ];
    expect(line('储蓄存款净增', { balances }).figures).toEqual({
      todayCount: null,
      todayFen: null,
      monthToDate: 1500,
      quarterToDate: null,
    });
    expect(line('储蓄存款净增', { balances }, '2025-09-29').figures).toBeNull();
  });

  test('are not provided where no export tells', () => {
    expect(line('信用卡', {}).figures).toBeNull();
    expect(line('理财', {}).figures).toBeNull();
    expect(line('理财', { wealthSales: [] }).figures?.monthToDate).toBe(0);
  });

  test('of 成功转介 belong to the referrer', () => {
    const referral = { registeredAt: { day: on('2025-09-01') }, custNo: 'C09', dealDate: on('2025-09-30') };
    const referrals = [
      { ...referral, referrerNo: '0007' },
      { ...referral, referrerNo: '0007', status: '退回' },
      { ...referral, referrerNo: '0008', receiverNo: '0007' },
    ];
    expect(line('成功转介', { referrals }).figures?.todayCount).toBe(1);
  });

  test.each([
    [[target('理财销售额', 50)], 50_000_000],
    [[target('理财销售额', 500_000, { unit: '元' })], 50_000_000],
    [[target('理财销售额', 50, { unit: undefined })], null],
    [[target('理财销售额', 50, { period: '二季度' })], null],
    [[target('理财销售额', 50, { empNo: '0008' })], null],
    [[target('理财新客', 50), target('理财老客', 20)], null],
    [[target('理财', 50), target('理财老客', 20)], 50_000_000],
    [undefined, null],
  ])('are held against the one target of the quarter (case %#)', (targets, expected) => {
    expect(line('理财', { targets }).target).toBe(expected);
  });
});

test.each([
  ['Q3', 3],
  ['2025Q3', 3],
  ['第三季度', 3],
  ['3季度', 3],
  ['３', 3],
  ['2025年', null],
  ['9月', null],
  ['', null],
])('the period “%s” is quarter %s', (text, quarter) => {
  expect(quarterMeant(text)).toBe(quarter);
});

test.each([
  ['1990-10-03', undefined, '2025-09-30', '2025-10-03'],
  ['1990-09-30', undefined, '2025-09-30', '2025-09-30'],
  ['1990-09-29', undefined, '2025-09-30', '2026-09-29'],
  ['1992-02-29', undefined, '2025-02-27', '2025-02-28'],
  ['1992-02-29', undefined, '2024-02-27', '2024-02-29'],
  ['1990-01-01', undefined, '2025-12-30', '2026-01-01'],
  ['1900-01-01', undefined, '2025-12-30', undefined],
  [undefined, '110101199010031234', '2025-09-30', '2025-10-03'],
  [undefined, '110101901003123', '2025-09-30', '2025-10-03'],
  [undefined, undefined, '2025-09-30', undefined],
])('born %s (%#) has the next birthday seen from %s', (born, idNo, from, expected) => {
  const customer = { custNo: 'C01', ...(born === undefined ? {} : { birthDate: on(born) }), idNo };
  expect(nextBirthday(customer, on(from))).toBe(expected);
});

describe('reminders', () => {
  const count = (
    kind: '生日' | '到期' | '转介首访将到期' | '投诉回访',
    wish: Parameters<typeof logOf>[0],
    day: string,
  ) => dayOf(logOf(wish), day).reminders.counts[kind];

  test.each([
    ['2025-09-25', 0],
    ['2025-09-26', 1],
    ['2025-09-29', 1],
    ['2025-09-30', 0],
  ])('of a birthday on 2025-09-29 on %s: %i', (day, times) => {
    expect(count('生日', { customers: [person('C01', { birthDate: on('1980-09-29') })] }, day)).toBe(times);
  });

  test.each([
    ['2025-09-15', 0],
    ['2025-09-16', 1],
    ['2025-09-23', 1],
    ['2025-09-24', 0],
  ])('of a deposit that matures on 2025-09-23 on %s: %i', (day, times) => {
    const accounts = [{ acctNo: '1', custNo: 'C01', productClass: '定期', maturityDate: on('2025-09-23') }];
    expect(count('到期', { accounts }, day)).toBe(times);
  });

  test.each([
    ['in the list of two days', ['2025-08-31', '2025-09-30'], '存续', 1],
    ['redeemed in part', ['2025-09-30'], '部分赎回', 1],
    ['redeemed', ['2025-09-30'], '已赎回', 0],
    ['cancelled', ['2025-09-30'], '已撤单', 0],
    ['listed after asOf only', ['2025-10-01'], '存续', 0],
  ])('of a product that matures on 2025-09-23, %s', (_name, dates, status, times) => {
    const product = { custNo: 'C01', productCategory: '理财', productName: '一号', maturityDate: on('2025-09-23') };
    const holdings = dates.map((date) => ({ ...product, status, dataDate: on(date), signed: {} }));
    expect(count('到期', { holdings }, '2025-09-19')).toBe(times);
  });

  test.each([
    ['2025-09-22', 1],
    ['2025-09-25', 1],
    ['2025-09-26', 0],
  ])('of a referral of 2025-09-22 without a visit on %s: %i', (day, times) => {
    const referrals = [{ registeredAt: { day: on('2025-09-22') }, receiverNo: '0007', custNo: 'C01' }];
    expect(count('转介首访将到期', { referrals }, day)).toBe(times);
    const visited = referrals.map((one) => ({ ...one, firstVisitAt: { day: on('2025-09-22') } }));
    expect(count('转介首访将到期', { referrals: visited }, '2025-09-23')).toBe(0);
  });

  test.each([
    ['2025-09-12', 0],
    ['2025-09-15', 1],
    ['2025-09-16', 1],
    ['2025-09-17', 0],
    ['2025-09-19', 1],
  ])('of a complaint solved on 2025-09-12 on %s: %i', (day, times) => {
    const complaints = [
      { receivedAt: { day: on('2025-09-10') }, resolvedAt: { day: on('2025-09-12') }, custNo: 'C01', revisits: [] },
    ];
    expect(count('投诉回访', { complaints }, day)).toBe(times);
  });

  test('are not provided where the export is not', () => {
    expect(dayOf(logOf({}), '2025-09-30').reminders.counts).toEqual({
      生日: null,
      到期: null,
      睡眠待联系: null,
      流失预警: null,
      转介首访将到期: null,
      投诉回访: null,
    });
  });

  test('of a sleeper stop for the days of the wake-up window after a contact', () => {
    const contacts = [contact('2025-09-10', { custNo: 'C03' })];
    const log = fullLog({ contacts });
    expect(dayOf(log, '2025-09-10').reminders.counts.睡眠待联系).toBe(1);
    expect(dayOf(log, '2025-09-11').reminders.counts.睡眠待联系).toBe(0);
    expect(dayOf(fullLog(), '2025-09-01').reminders.counts.睡眠待联系).toBe(1);
  });

  test.each([
    ['2025-06-20', 0],
    ['2025-06-19', 1],
  ])('of a sleeper who was contacted on %s, 90 or 91 days before, stand %i times', (day, times) => {
    const log = fullLog({ contacts: [contact(day, { custNo: 'C03' })] });
    expect(dayOf(log, '2025-09-18').reminders.counts.睡眠待联系).toBe(times);
  });

  test.each([
    ['2025-09-26', 1],
    ['2025-09-27', 0],
    ['2025-09-28', 0],
    ['2025-09-29', 0],
  ])('of a revisit due on 2025-09-28 are settled by one of the day before or after: %s leaves %i', (day, times) => {
    const solved = { receivedAt: { day: on('2025-09-20') }, resolvedAt: { day: on('2025-09-25') }, custNo: 'C01' };
    const contacts = [contact(day, { reason: '投诉回访' })];
    const log = logOf({ complaints: [{ ...solved, revisits: [] }], contacts });
    expect(dayOf(log, '2025-09-30').reminders.counts.投诉回访).toBe(0);
    expect(dayOf(log, '2025-09-29').reminders.counts.投诉回访).toBe(day === '2025-09-29' ? 1 : times);
  });

  test('of a sleeper begin on the 180th day', () => {
    const month = parsePeriod('2025-08') as Period;
    const log = fullLog({ month });
    expect(dayOf(log, '2025-08-27').reminders.counts.睡眠待联系).toBe(0);
    expect(dayOf(log, '2025-08-28').reminders.counts.睡眠待联系).toBe(1);
  });

  test('are listed up to eight', () => {
    const customers = Array.from({ length: 11 }, (_, n) =>
      person(`C${String(n).padStart(2, '0')}`, { birthDate: on('1980-09-30') }),
    );
    const { counts, first } = dayOf(logOf({ customers }), '2025-09-30').reminders;
    expect([counts.生日, first.length]).toEqual([11, 8]);
  });
});

test('G16 tells people without 客户号 apart by their names', () => {
  const named = ['韩梅梅', '李雷', '韩梅梅'].map((custName) => contact('2025-09-01', { custNo: undefined, custName }));
  expect(logOf({ contacts: named }).contacts?.mostCustomers).toBe(2);
});

test('G16 counts distinct customers over the days with a contact', () => {
  const contacts = [
    contact('2025-09-01', { minutes: 10 }),
    contact('2025-09-01', { minutes: 20 }),
    contact('2025-09-01', { custNo: 'C02' }),
    contact('2025-09-06', { custNo: 'C03' }),
    contact('2025-10-01'),
  ];
  expect(logOf({ contacts }).contacts).toEqual({
    days: 2,
    customersPerDay: { numerator: 3, denominator: 2, value: 1.5 },
    mostCustomers: 2,
    minutesPerContact: { numerator: 30, denominator: 2, value: 15 },
  });
});
