import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ownPortfolios } from '../../../src/analysis/portfolio/own-portfolio.js';
import type { EmployeePortfolio, PortfolioReport } from '../../../src/analysis/portfolio/report.js';
import { on, rulesWith } from '../branch.js';
import { balance, managed, type PortfolioWish, portfolio } from './branch.js';
import { branchWish } from './wish.js';

const report = portfolio(branchWish);

function customerOf(id: string, { customers }: PortfolioReport = report) {
  const found = customers.find(({ customerId }) => customerId === id);
  if (found === undefined) throw new Error(`${id} is not in the list`);
  return found;
}

function turnovers({ employees }: PortfolioReport) {
  return Object.fromEntries(
    employees.map(({ employeeNo, opening, added, left, closing }) => [
      employeeNo ?? '未分配',
      [opening, added, left, closing],
    ]),
  );
}

function add(employees: readonly EmployeePortfolio[], figure: (employee: EmployeePortfolio) => number | null) {
  return employees.reduce((sum, employee) => sum + (figure(employee) ?? Number.NaN), 0);
}

describe('who is 贵宾', () => {
  test('年日均 decides, not the balance of the day', () => {
    expect(report.basis).toBe('年日均');
    expect(report.customers.map(({ customerId }) => customerId).sort()).toEqual(['C1', 'C2', 'C3', 'C4', 'C5']);
    expect(customerOf('C4')).toMatchObject({ aumFen: 3_000_000, band: '5万以下' });
  });

  test.each([
    [200_000, 1],
    [199_999.99, 0],
  ])('AUM of %d decides where there is no 年日均: %i customer', (yuan, count) => {
    const alone = portfolio({ ...branchWish, balances: [balance('C1', '2025-09-30', yuan)] });
    expect(alone).toMatchObject({ basis: '时点', average: null });
    expect(alone.customers).toHaveLength(count);
    expect(alone.notes).toContain('贵宾客户改按数据日期的时点 AUM 不少于 20 万元认定');
  });

  test('nobody is, and it is said, where AUM is not provided; all are with includesAll', () => {
    const blind = portfolio({ ...branchWish, balances: undefined });
    expect(blind).toMatchObject({ basis: null, customers: [] });
    expect(blind.notes[0]).toContain('贵宾客户无法判定');
    const all = portfolio({ ...branchWish, balances: undefined, includesAll: true });
    expect(all.customers).toHaveLength(6);
    expect(all.total).toMatchObject({ aumFen: null, bands: null, yearAverageFen: null });
  });
});

describe('a customer', () => {
  test('is masked, aged, grouped, and of the tier of segment', () => {
    expect(customerOf('C1')).toMatchObject({
      customerName: '陈*奎',
      phone: '132****2345',
      age: 35,
      group: '青年组·投资型',
      riskLevel: 'C3',
      riskExpiresOn: '2025-10-15',
      tier: '核心客户',
      recencyDays: 10,
      frequency: 6,
      amountFen: 60_000_000,
    });
    expect(customerOf('C2')).toMatchObject({ group: '中老年组·储蓄型', tier: '沉寂预警' });
    expect(customerOf('C3')).toMatchObject({ tier: '睡眠客户', employeeNo: null });
  });

  test('has the change against the snapshot of the month before', () => {
    expect(customerOf('C1').monthChangeFen).toBe(1_000_000);
    const without = (branchWish.balances ?? []).filter(({ dataDate }) => dataDate !== on('2025-08-31'));
    expect(customerOf('C1', portfolio({ ...branchWish, balances: without })).monthChangeFen).toBeNull();
  });

  test('has services that are signed, categories held and the next maturity', () => {
    expect(report.services).toEqual(['手机银行', '代发工资']);
    expect(customerOf('C1')).toMatchObject({
      services: ['手机银行'],
      products: ['理财', '基金', '保险', '电子渠道'],
      nextMaturityOn: '2025-10-07',
      isContacted: true,
    });
    expect(customerOf('C2')).toMatchObject({ services: [], products: [], nextMaturityOn: null, isContacted: false });
  });

  test('is composed of parts that add up to AUM, what is left being 其他', () => {
    expect(customerOf('C3')).toMatchObject({
      aumFen: 26_000_000,
      depositFen: 20_000_000,
      wealthFen: 5_000_000,
      fundFen: 0,
      otherFen: 1_000_000,
    });
    expect(report.notes).toContain('1 户的分项之和小于 AUM，差额计入“保险及其他”');
  });

  test('keeps parts that come to more than AUM, so that the check of the sheet fails', () => {
    const balances = [
      balance('C1', '2025-06-30', 300_000),
      balance('C1', '2025-09-30', 300_000, {
        depositFen: balance('', '2025-09-30', 300_000.01).aumFen,
        wealthFen: balance('', '2025-09-30', 0).aumFen,
        fundFen: balance('', '2025-09-30', 0).aumFen,
      }),
    ];
    const torn = portfolio({ ...branchWish, balances });
    expect(customerOf('C1', torn)).toMatchObject({ depositFen: 30_000_001, otherFen: 0 });
    expect(torn.notes.join()).toContain('1 户的分项之和大于 AUM');
  });

  test('is a credit customer with a running loan that is no credit card', () => {
    const loans = [
      { custNo: 'C1', loanType: '个人住房贷款', balanceFen: balance('', '2025-09-30', 9).aumFen },
      { custNo: 'C2', loanType: '信用卡分期' },
      { custNo: 'C3', loanType: '消费贷', status: '结清' },
    ];
    const lent = portfolio({ ...branchWish, loans });
    expect(['C1', 'C2', 'C3'].map((id) => customerOf(id, lent).isCredit)).toEqual([true, false, false]);
    expect(customerOf('C1', lent)).toMatchObject({ loanFen: 900, aumFen: 65_000_000 });
    expect(customerOf('C2', lent).loanFen).toBeNull();
  });

  test('does not appear under public, but counts for the employee', () => {
    const shown = portfolio({ ...branchWish, rules: rulesWith({ privacy: { profile: 'public' } }) });
    expect(shown.customers).toEqual([]);
    expect(shown.total).toEqual(report.total);
  });
});

describe('客户群组', () => {
  const fen = (yuan: number) => balance('', '2025-09-30', yuan).aumFen;

  test.each([
    ['储蓄型', { depositFen: fen(0), bondFen: fen(300_000) }],
    ['储蓄型', { depositFen: fen(100_000), wealthFen: fen(100_000), bondFen: fen(100_000) }],
    ['投资型', { depositFen: fen(100_000), wealthFen: fen(150_000), bondFen: fen(50_000) }],
    ['投资型', { demandFen: fen(50_000), timeFen: fen(100_000), trustFen: fen(100_000), metalFen: fen(50_000) }],
    ['储蓄型', { demandFen: fen(50_000), structuredFen: fen(250_000) }],
    ['未提供', { wealthFen: fen(300_000) }],
  ])('is %s for %o of 300,000', (preference, parts) => {
    const balances = [balance('C1', '2025-09-30', 300_000, parts)];
    expect(customerOf('C1', portfolio({ ...branchWish, balances })).group).toBe(`青年组·${preference}`);
  });
});

describe('管户数', () => {
  test('期末 = 期初 + 新增 − 调出, with upgrades, closings and changes of manager', () => {
    expect(turnovers(report)).toEqual({
      '002': [1, 1, 0, 2],
      '001': [2, 1, 1, 2],
      '003': [1, 0, 1, 0],
      未分配: [1, 0, 0, 1],
    });
  });

  test('is 未提供 but for the end without 管户关系; the customer export then says who manages', () => {
    const bare = portfolio({ ...branchWish, assignments: undefined });
    expect(turnovers(bare)).toEqual({
      '002': [null, null, null, 0],
      '001': [null, null, null, 1],
      '003': [null, null, null, 0],
      未分配: [null, null, null, 4],
    });
  });

  test('is 未提供 for the manager of a row without 起始日期, and for nobody else', () => {
    const assignments = [...(branchWish.assignments ?? []), managed('C3', '003')];
    const undated = portfolio({ ...branchWish, assignments });
    expect(turnovers(undated)).toMatchObject({ '003': [null, null, null, 1], '001': [2, 1, 1, 2] });
    expect(undated.total.opening).toBeNull();
  });

  test('a list of today cannot say from whom a customer came who changed hands', () => {
    const assignments = [managed('C1', '001', '2025-08-01'), managed('C4', '002', '2024-01-01')];
    expect(turnovers(portfolio({ ...branchWish, assignments }))).toMatchObject({
      '001': [null, 1, null, 1],
      '002': [null, 0, null, 1],
    });
  });

  test('the latest of overlapping assignments wins, a 理财 one before a 信贷 one', () => {
    const assignments = [
      managed('C1', '003', '2024-01-01'),
      managed('C1', '002', '2024-02-01'),
      { ...managed('C1', '001', '2025-09-01'), manageType: '信贷' },
    ];
    expect(customerOf('C1', portfolio({ ...branchWish, assignments })).employeeNo).toBe('002');
  });
});

describe('employees', () => {
  test('stand by team, then AUM, then 工号; staff without customers too, 未分配 last', () => {
    expect(report.employees.map(({ team, employeeName }) => [team, employeeName])).toEqual([
      ['网点负责人', '李强'],
      ['专职营销团队', '周晓梅'],
      ['柜面营销团队', '赵敏'],
      ['未分配', null],
    ]);
  });

  test('take their own part of the report with the figures of the branch', () => {
    const own = ownPortfolios(report)({ key: 'no 001' });
    expect(own.customers.map(({ customerId }) => customerId)).toEqual(['C1', 'C2']);
    expect(own.employees).toEqual(report.employees.filter(({ employeeNo }) => employeeNo === '001'));
    expect(own.total).toMatchObject({ opening: 2, added: 1, left: 1, closing: 2 });
    const stranger = ownPortfolios(report)({ key: 'no 777' });
    expect(stranger).toMatchObject({ customers: [], employees: [], total: { opening: 0, closing: 0, aumFen: 0 } });
  });

  test('without customers have 0 of what is provided', () => {
    const teller = report.employees.find(({ employeeNo }) => employeeNo === '003');
    expect(teller).toMatchObject({ closing: 0, aumFen: 0, bands: [0, 0, 0, 0], contacted: 0, products: 0 });
  });

  test('tiers are 未提供 without transactions', () => {
    const silent = portfolio({ ...branchWish, bookings: undefined });
    expect(silent.employees.map(({ activity }) => activity)).toEqual([null, null, null, null]);
    expect(silent.notes).toContain('交易明细未提供：客户活跃未计算');
  });

  test('opening assets are those of the customers of the end, and 未提供 without an earlier snapshot', () => {
    expect(report).toMatchObject({ aumOn: '2025-09-30', openingOn: '2025-06-30' });
    expect(report.total.openingAumFen).toBe(195_000_000);
    const late = (branchWish.balances ?? []).filter(({ dataDate }) => dataDate > on('2025-07-01'));
    expect(portfolio({ ...branchWish, balances: late }).total).toMatchObject({ openingAumFen: null, opening: null });
  });

  test('opening assets are those of the evening before the period, of its first day only where the file begins there', () => {
    const daily = [
      balance('C1', '2025-06-30', 300_000),
      balance('C1', '2025-07-01', 400_000),
      balance('C1', '2025-09-30', 500_000),
    ];
    const from = (balances: typeof daily) => portfolio({ ...branchWish, balances });
    expect(from(daily)).toMatchObject({ openingOn: '2025-06-30', total: { openingAumFen: 30_000_000 } });
    expect(from(daily.slice(1))).toMatchObject({ openingOn: '2025-07-01', total: { openingAumFen: 40_000_000 } });
  });
});

describe('what adds up', () => {
  const ids = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7'];
  const days = ['2025-05-31', '2025-06-30', '2025-08-15', '2025-09-30'].map(on);
  const wishes: fc.Arbitrary<PortfolioWish> = fc.record({
    rules: fc.constant(rulesWith()),
    includesAll: fc.boolean(),
    customers: fc.constant(branchWish.customers),
    employees: fc.constantFrom(branchWish.employees, undefined),
    bookings: fc.constantFrom(branchWish.bookings ?? [], undefined),
    balances: fc.array(
      fc.record({
        custNo: fc.constantFrom(...ids),
        dataDate: fc.constantFrom(...days),
        aumFen: fc.integer({ min: 0, max: 90_000_000 }).map((fen) => balance('', '2025-09-30', fen / 100).aumFen),
      }),
      { maxLength: 24 },
    ),
    assignments: fc.array(
      fc
        .tuple(
          fc.constantFrom(...ids),
          fc.constantFrom('001', '002', '003', '008'),
          fc.constantFrom('2024-01-01', '2025-06-30', '2025-07-01', '2025-09-30', undefined),
          fc.constantFrom('2025-06-30', '2025-07-01', '2025-09-29', undefined),
        )
        .map(([id, no, from, until]) => managed(id, no, from, until)),
      { maxLength: 12 },
    ),
  });

  test('every employee closes with opening + added − left, and the rows come to the total, in any branch', () => {
    fc.assert(
      fc.property(wishes, (wish) => {
        const { employees, customers, total, notes } = portfolio(wish);
        for (const { opening, added, left, closing } of employees) {
          if (opening !== null && added !== null && left !== null) expect(opening + added - left).toBe(closing);
        }
        expect(add(employees, ({ closing }) => closing)).toBe(customers.length);
        expect(total.closing).toBe(customers.length);
        for (const row of [...employees, total]) {
          if (row.bands !== null) expect(row.bands.reduce((sum, count) => sum + count, 0)).toBe(row.closing);
          if (row.activity !== null)
            expect(Object.values(row.activity).reduce((sum, count) => sum + count, 0)).toBe(row.closing);
        }
        if (total.aumFen !== null) expect(add(employees, ({ aumFen }) => aumFen)).toBe(total.aumFen);
        expect(new Set(notes).size).toBe(notes.length);
      }),
      { numRuns: 300 },
    );
  });

  test('rows may come in any order', () => {
    fc.assert(
      fc.property(wishes, ({ rules, ...wish }) => {
        const reversed = {
          ...wish,
          balances: [...(wish.balances ?? [])].reverse(),
          assignments: [...(wish.assignments ?? [])].reverse(),
          customers: [...(wish.customers ?? [])].reverse(),
        };
        expect(portfolio({ ...reversed, rules })).toEqual(portfolio({ ...wish, rules }));
      }),
      { numRuns: 100 },
    );
  });
});
