import { describe, expect, test } from 'vitest';
import type { SegmentInput } from '../../src/analysis/assess.js';
import { segmentCustomers } from '../../src/analysis/segment.js';
import type { Balance } from '../../src/model/balance.js';
import { fenOf } from '../../src/model/fen.js';
import type { Holding } from '../../src/model/holding.js';
import type { RiskTest } from '../../src/model/risk-test.js';
import { tiers } from '../../src/model/tier.js';
import { asOf, bookingsOf, branch, customer, on, rulesWith } from './branch.js';
import { active, goldenBranch, silent } from './golden-customers.js';

const report = segmentCustomers(goldenBranch(), rulesWith(), asOf);
const byId = new Map(report.customers.map((found) => [found.customerId, found]));

describe('the twelve customers of §7.2', () => {
  test.each(active)('%s, last active %s, F %i, M %i 分, is %s', (id, last, frequency, amountFen, tier) => {
    expect(byId.get(id)).toMatchObject({ tier, frequency, amountFen, lastActiveOn: last });
  });

  test.each(silent)('%s, opened %s and silent, is %s', (id, _opened, tier) => {
    expect(byId.get(id)).toMatchObject({ tier, frequency: 0, amountFen: 0, recencyDays: null, lastActiveOn: null });
  });

  test('have the days of the table', () => {
    const days = active.map(([id]) => byId.get(id)?.recencyDays);
    expect(days).toEqual([30, 31, 60, 20, 90, 91, 179, 180, 10, 0]);
  });

  test('are told their own last day, whoever was active the day before', () => {
    const days = ['2025-09-01', '2025-09-02', '2025-09-03', '2025-09-02', '2025-09-01'];
    const bookings = days.flatMap((day, at) => bookingsOf(`P${at}`, on(day), 1, 100));
    const { customers } = segmentCustomers(branch({ bookings }), rulesWith(), asOf);
    expect(customers.map(({ lastActiveOn }) => lastActiveOn)).toEqual(days);
  });

  test('are dormant in 2 of 12 cases', () => {
    expect(report.summary.dormantShare).toEqual({ numerator: 2, denominator: 12, value: 2 / 12 });
  });

  test('have the subtype 从未交易 only where the account was opened within the file', () => {
    expect(byId.get('C11')?.subtype).toBe('从未交易');
    expect(byId.get('C08')?.subtype).toBe('睡眠');
    expect(byId.get('C12')?.subtype).toBeNull();
  });

  test.each([
    ['C01', 'R=30≤30，F=5≥5，M=500,000.00≥500,000'],
    ['C02', 'R=31≤60，F=9≥3，M=900,000.00≥200,000；未达核心客户：R=31>30（差1天）'],
    ['C04', 'R=20≤60，F=5≥3，M=499,999.99≥200,000；未达核心客户：M=499,999.99<500,000（差0.01元）'],
    [
      'C05',
      'R=90≤90，F=2≥2，M=50,000.00≥50,000；未达潜力客户：R=90>60（差30天），F=2<3（差1次），M=50,000.00<200,000（差150,000.00元）',
    ],
    ['C06', '未达基础客户：R=91>90（差1天）；未满睡眠天数：R=91<180'],
    ['C08', 'R=180≥180'],
    ['C09', '未达基础客户：F=1<2（差1次）'],
    ['C10', '未达基础客户：M=49,999.99<50,000（差0.01元）'],
    ['C11', '从未交易，开户2025-04-03已180天≥180'],
    ['C12', '尚未交易，开户2025-04-04才179天<180'],
  ])('%s is told why: %s', (id, reason) => {
    expect(byId.get(id)?.reason).toBe(reason);
  });

  test('are listed in ascending order and counted once each', () => {
    expect(report.customers.map(({ customerId }) => customerId)).toEqual([...byId.keys()].sort());
    expect(report.summary.tiers.map(({ tier }) => tier)).toEqual([...tiers]);
    expect(report.summary.tiers.reduce((sum, { customers }) => sum + customers, 0)).toBe(12);
  });

  test('make a report that survives JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(report))).toEqual(report);
  });

  test('have the keys of the contract in its order', () => {
    expect(Object.keys(report).slice(0, 6)).toEqual(['report', 'asOf', 'rules', 'intake', 'problems', 'summary']);
    expect(Object.keys(report).at(-1)).toBe('customers');
  });
});

describe('无法判定', () => {
  const shortFile = segmentCustomers(goldenBranch({ coveredFrom: on('2025-04-05') }), rulesWith(), asOf);

  test('is left out of both parts of 睡眠占比', () => {
    const undetermined = shortFile.customers.filter(({ tier }) => tier === '无法判定');
    expect(undetermined.map(({ customerId }) => customerId)).toEqual(['C11', 'C12']);
    expect(shortFile.summary.dormantShare).toMatchObject({ numerator: 1, denominator: 10 });
  });

  test('is left out of both parts of 睡眠占比 by AUM', () => {
    const held = [
      ['C08', 300],
      ['C11', 4000],
      ['C01', 700],
    ] as const;
    const balances = held.map(([custNo, aum]): Balance => ({ custNo, dataDate: asOf, aumFen: fenOf(aum) }));
    const short = goldenBranch({ coveredFrom: on('2025-04-05'), balances });
    const { dormantAumShare } = segmentCustomers(short, rulesWith(), asOf).summary;
    expect(dormantAumShare).toEqual({ numerator: 300, denominator: 1000, value: 0.3 });
  });

  test('gets no scores', () => {
    expect(shortFile.customers.find(({ customerId }) => customerId === 'C11')).toMatchObject({
      scores: null,
      scoreSegment: null,
    });
    expect(shortFile.scoring).toMatchObject({ customers: 10, unranked: 2 });
  });
});

describe('coverage', () => {
  test.each([
    ['2024-10-01', 365, null],
    ['2024-10-02', 364, '覆盖不足'],
  ])('from %s is %i days and flagged %s', (from, days, flag) => {
    const { coverage, problems } = segmentCustomers(goldenBranch({ coveredFrom: on(from) }), rulesWith(), asOf);
    expect(coverage).toMatchObject({ days, windowDays: 365, flag });
    expect(problems.filter(({ code }) => code === 'short-coverage')).toHaveLength(flag === null ? 0 : 1);
  });

  test('without any row is 0 days', () => {
    const { coverage } = segmentCustomers(goldenBranch({ coveredFrom: null, bookings: [] }), rulesWith(), asOf);
    expect(coverage).toMatchObject({ from: null, days: 0, provesDormancy: false });
  });
});

describe('M by AUM', () => {
  const rules = rulesWith({ rfm: { monetary: 'aum' } });
  const balances: readonly Balance[] = [{ custNo: 'C01', dataDate: asOf, aumFen: fenOf(50000000) }];

  test('takes the balance and not the transactions', () => {
    const found = segmentCustomers(goldenBranch({ rules, balances }), rules, asOf).customers;
    expect(found[0]).toMatchObject({ tier: '核心客户', aumFen: 50000000 });
    expect(found[1]).toMatchObject({ tier: '一般活跃', aumFen: 0 });
  });

  test('fails with 未提供 where no balances were given', () => {
    const found = segmentCustomers(goldenBranch({ rules }), rules, asOf).customers[0];
    expect(found).toMatchObject({ tier: '一般活跃', aumFen: null, reason: '未达基础客户：M=未提供' });
  });
});

describe('the windows', () => {
  test('perTier count F and M within the days of the tier', () => {
    const rules = rulesWith({ rfm: { windowDays: 'perTier' } });
    const bookings = [
      ...bookingsOf('P1', on('2025-09-01'), 4, 60000000),
      ...bookingsOf('P1', on('2025-08-31'), 1, 100),
      ...bookingsOf('P2', on('2025-09-01'), 5, 60000000),
    ];
    const { customers } = segmentCustomers(branch({ rules, bookings }), rules, asOf);
    expect(customers.map(({ tier }) => tier)).toEqual(['潜力客户', '核心客户']);
  });

  test('perTier ask each tier for the days of its own, and show those of the widest', () => {
    const rules = rulesWith({ rfm: { windowDays: 'perTier' } });
    const bookings = [
      ...bookingsOf('P1', on('2025-09-20'), 5, 50000000),
      ...bookingsOf('P2', on('2025-08-15'), 3, 20000000),
      ...bookingsOf('P3', on('2025-07-10'), 2, 5000000),
      ...bookingsOf('P4', on('2025-07-10'), 2, 4999999),
    ];
    const { customers } = segmentCustomers(branch({ rules, bookings }), rules, asOf);
    expect(customers.map(({ tier, frequency, amountFen }) => [tier, frequency, amountFen])).toEqual([
      ['核心客户', 5, 50000000],
      ['潜力客户', 3, 20000000],
      ['基础客户', 2, 5000000],
      ['一般活跃', 2, 4999999],
    ]);
  });

  test('of 365 days leave R alone: an old customer has R but neither F nor M', () => {
    const bookings = bookingsOf('P1', on('2024-09-30'), 3, 300);
    const { customers } = segmentCustomers(branch({ bookings }), rulesWith(), asOf);
    expect(customers[0]).toMatchObject({ recencyDays: 365, frequency: 0, amountFen: 0 });
  });
});

describe('accounts that stand for customers', () => {
  const bookings = [
    ...bookingsOf('6222029999991234', asOf, 1, 100),
    ...bookingsOf('6222021234561234', on('2025-03-01'), 1, 100),
  ];
  const { customers, notes } = segmentCustomers(
    branch({ bookings, engine: { accountsAsCustomers: true } }),
    rulesWith(),
    asOf,
  );

  test('are masked, and told apart by number in the order of the accounts', () => {
    expect(customers.map(({ customerId, tier }) => [customerId, tier])).toEqual([
      ['622202******1234', '睡眠客户'],
      ['622202******1234#2', '一般活跃'],
    ]);
    expect(JSON.stringify({ customers, notes })).not.toMatch(/\d{11,}/);
  });
});

describe('names and tags', () => {
  const { customers } = segmentCustomers(
    branch({
      customers: [
        customer('T1', undefined, {
          custName: '陈思奎',
          productsHeld: '存款、理财，基金 存款',
          riskLevel: 'C3',
          riskExpiry: on('2025-09-29'),
        }),
        customer('T2', undefined, { riskLevel: 'C1', riskExpiry: asOf }),
        customer('T3'),
      ],
    }),
    rulesWith(),
    asOf,
  );

  test('are masked and read from the customer export', () => {
    expect(customers[0]).toMatchObject({
      customerName: '陈*奎',
      tags: { products: ['存款', '理财', '基金'], riskLevel: 'C3', riskExpired: true },
    });
  });

  describe('from 产品持有 and 风险测评', () => {
    const held = (custNo: string, productCategory: string | undefined, more: Partial<Holding> = {}): Holding => ({
      custNo,
      productCategory,
      signed: {},
      ...more,
    });
    const tested = (custNo: string, testedOn: string, riskLevel: string, expiresOn?: string): RiskTest => ({
      custNo,
      testedOn: on(testedOn),
      riskLevel,
      expiresOn: expiresOn === undefined ? undefined : on(expiresOn),
    });
    const people = [
      customer('T1', undefined, { productsHeld: '存款', riskLevel: 'C3' }),
      customer('T2'),
      customer('T3'),
    ];
    const tagsOf = (files: Pick<SegmentInput, 'holdings' | 'riskTests'>, customers = people) =>
      segmentCustomers({ ...branch({ customers }), ...files }, rulesWith(), asOf).customers.map(({ tags }) => tags);

    test('categories are those held on asOf; who is not listed holds none', () => {
      const holdings = [
        held('T1', '理财'),
        held('T1', '基金'),
        held('T1', '理财', { productCode: 'X' }),
        held('T1', '保险', { maturityDate: asOf }),
        held('T1', '国债', { status: '已赎回' }),
        held('T2', undefined, { signed: { mobileBanking: true } }),
      ];
      expect(tagsOf({ holdings }).map((tags) => tags?.products)).toEqual([['基金', '理财'], [], []]);
    });
    test('of several 数据日期 the latest up to asOf counts', () => {
      const days = ['2025-08-31', '2025-09-30', '2025-10-31'].map(on);
      const holdings = days.map((dataDate, at) => held(`T${at + 1}`, '理财', { dataDate }));
      expect(tagsOf({ holdings }).map((tags) => tags?.products)).toEqual([[], ['理财'], []]);
    });
    test('a list of services says nothing of products', () => {
      const holdings = [held('T1', undefined, { signed: { mobileBanking: true } })];
      expect(tagsOf({ holdings })[0]?.products).toEqual(['存款']);
    });
    test('the latest test up to asOf comes before the customer export', () => {
      const riskTests = [
        tested('T1', '2024-05-01', 'C2', '2025-05-01'),
        tested('T1', '2025-05-01', 'C4', '2025-09-29'),
        tested('T1', '2025-10-01', 'C5', '2026-10-01'),
        tested('T2', '2025-05-01', 'C1', '2025-09-30'),
      ];
      expect(tagsOf({ riskTests })).toMatchObject([
        { riskLevel: 'C4', riskExpired: true },
        { riskLevel: 'C1', riskExpired: false },
        { riskLevel: null, riskExpired: null },
      ]);
    });
    test('who has no test keeps what the customer export says', () => {
      expect(tagsOf({ riskTests: [tested('T2', '2025-05-01', 'C1')] })[0]).toMatchObject({
        riskLevel: 'C3',
      });
    });
    test('without both, and without a column in the customer export, there are none', () => {
      expect(tagsOf({}, [customer('T1')])).toEqual([null]);
    });
  });

  test('take a risk test as valid on its last day', () => {
    expect(customers[1]?.tags).toMatchObject({ products: [], riskExpired: false });
    expect(customers[2]?.tags).toMatchObject({ riskLevel: null, riskExpired: null });
  });
});

describe('unknown summaries', () => {
  test('lose their phone and account numbers', () => {
    const top = [{ summary: '转13212342345到6222021234561234', rows: 3 }];
    const input = goldenBranch({ engine: { unknownSummaries: { top, more: 0 } } });
    const [found] = segmentCustomers(input, rulesWith(), asOf).activity.unknownSummaries.top;
    expect(found).toEqual({ summary: '转132****2345到622202******1234', rows: 3 });
  });
});
