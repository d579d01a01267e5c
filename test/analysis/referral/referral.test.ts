import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ReferralInput } from '../../../src/analysis/referral/input.js';
import { measureReferrals } from '../../../src/analysis/referral/referral.js';
import { addDays } from '../../../src/model/day.js';
import { fenOf } from '../../../src/model/fen.js';
import { ratio } from '../../../src/model/ratio.js';
import type { Referral } from '../../../src/model/referral.js';
import { asOf, on, type RulesInput, rulesWith } from '../branch.js';
import { at, goldenRegister, input, row } from './register.js';

function report(referrals: readonly Referral[], more: Partial<ReferralInput> = {}, rules: RulesInput = {}) {
  return measureReferrals(input({ referrals, ...more }), rulesWith(rules), asOf);
}

describe('the register of §7.4', () => {
  const { summary, kaplanMeier, cohorts } = report(goldenRegister);

  test('raw is 5 of 10, matured 2 of 5, and 3 are in flight', () => {
    expect(summary.rawRate).toEqual({ numerator: 5, denominator: 10, value: 0.5 });
    expect(summary.matured).toEqual({ numerator: 2, denominator: 5, value: 0.4 });
    expect(summary).toMatchObject({ registered: 10, won: 5, inFlight: 3, inFlightFailed: 0 });
  });

  test('the curve falls at 5, 9, 19 and 78 days to an estimate of 51.39 %', () => {
    const steps = kaplanMeier.map(({ days, atRisk, events, survival }) => [
      days,
      atRisk,
      events,
      Math.round(survival * 10_000) / 10_000,
    ]);
    expect(steps).toEqual([
      [5, 9, 1, 0.8889],
      [9, 8, 1, 0.7778],
      [19, 6, 1, 0.6481],
      [78, 4, 1, 0.4861],
    ]);
    expect(summary.kaplanMeier.days).toBe(90);
    expect(summary.kaplanMeier.value).toBeCloseTo(0.513889, 6);
  });

  test('horizons show who is at risk', () => {
    expect(
      summary.horizons.map(({ days, atRisk, matured }) => [days, atRisk, matured.numerator, matured.denominator]),
    ).toEqual([
      [30, 5, 2, 7],
      [60, 5, 2, 7],
      [90, 3, 2, 5],
    ]);
    expect(summary.horizons[2]?.kaplanMeier).toBe(summary.kaplanMeier.value);
  });

  test('months that some have not reached are marked', () => {
    expect(
      cohorts.map(({ month, registered, cells }) => [month, registered, ...cells.map((cell) => cell.isComplete)]),
    ).toEqual([
      ['2025-05', 2, true, true, true],
      ['2025-06', 2, true, true, true],
      ['2025-07', 2, true, true, false],
      ['2025-08', 1, true, true, false],
      ['2025-09', 3, false, false, false],
    ]);
    expect(cohorts[1]?.cells.map(({ success }) => success.numerator)).toEqual([0, 0, 1]);
  });
});

test('a shorter W is read with the same horizons', () => {
  const { summary, kaplanMeier } = report(goldenRegister, {}, { ref: { successDays: 30 } });
  expect(summary.kaplanMeier.days).toBe(30);
  expect(kaplanMeier.map(({ days }) => days)).toEqual([5, 9, 19]);
  expect(summary.horizons.map(({ kaplanMeier: value }) => value)).toEqual([
    summary.kaplanMeier.value,
    summary.kaplanMeier.value,
    expect.closeTo(0.513889, 6),
  ]);
});

test.each([
  ['returned before a deal', '2025-09-01', undefined, '退回', 1, 1],
  ['returned after a deal', '2025-09-01', '2025-09-05', '退回', 1, 1],
  ['failed on day W', '2025-07-02', undefined, '未成交', 0, 0],
  ['failed one day earlier in its life', '2025-07-03', undefined, '未成交', 1, 1],
  ['pursued', '2025-09-01', undefined, '跟进中', 1, 0],
] as const)('in flight and failed among them: %s', (_, registered, deal, status, inFlight, inFlightFailed) => {
  expect(report([row('A', registered, deal, { status })]).summary).toMatchObject({ inFlight, inFlightFailed });
});

test('the last day whose registrations are mature is told beside the rates (C1)', () => {
  const told = (successDays: number) => report(goldenRegister, {}, { ref: { successDays } }).notes.join('\n');
  expect(told(90)).toContain('登记满 90 天，即 2025-07-02 及以前登记的');
  expect(told(30)).toContain('登记满 30 天，即 2025-08-31 及以前登记的');
});

test.each([
  ['neither customers nor accounts', {}, false],
  ['customers', { customers: [{ custNo: 'Z', openDate: asOf }] }, true],
  ['accounts', { accounts: [{ acctNo: '1', custNo: 'Z', openDate: asOf }] }, true],
  ['customers and accounts without any 开户日期', { customers: [{ custNo: 'Z' }], accounts: [] }, false],
])('repurchase of new customers with %s', (_, more, provided) => {
  expect(report(goldenRegister, { wealthSales: [], ...more }).summary.repurchase.provided).toBe(provided);
});

test('what the register never states is null, not 0', () => {
  const rows = [row('A', '2025-06-01'), row('B', '2025-06-01', '2025-06-10')];
  const bare = report(rows, { contacts: [] }).summary;
  expect([bare.received, bare.visited, bare.tellerAccepted, bare.contactCoverage]).toEqual([null, null, null, null]);
  const stated = report([...rows, row('C', '2025-06-01', undefined, { status: '已接收' })], { contacts: [] }).summary;
  expect([stated.received, stated.visited]).toEqual([2, 1]);
  expect(stated.tellerAccepted).toMatchObject({ numerator: 2, denominator: 3 });
  expect(stated.contactCoverage).toMatchObject({ numerator: 0, denominator: 2 });
});

test.each([
  [{ wealthSales: [] }, '没有基金交易：复购看不到基金，可能偏低；基金赎回无从得知'],
  [{ fundTransactions: [] }, '没有理财销售：复购看不到理财，可能偏低；理财撤单无从得知'],
  [{}, '没有理财销售或基金交易：复购未提供，成交后撤单、赎回无从得知'],
])('with sales %o it is told: %s', (more, told) => {
  const { notes } = report(goldenRegister, more);
  expect(
    notes.filter((note) => note.includes('复购') && note.startsWith('没有') && !note.includes('客户信息')),
  ).toEqual([told]);
});

test('customers who refer without their number are told, since they get no points', () => {
  const byName = { referrerType: '存量客户', referrerNo: undefined, referrerName: '秦无双', referrerRole: undefined };
  const { notes, points } = report([row('A', '2025-06-01', '2025-06-10', byName)]);
  expect(points.customers).toEqual([]);
  expect(notes).toContain('1 笔由存量客户引荐而没有引荐人客户号，不计客户积分和资产比；请补填转介人号');
});

test('a part of the register knows what the whole of it states', () => {
  const own = [row('A', '2025-06-01')];
  const first = {
    receivedAt: at('2025-06-02'),
    firstVisitAt: at('2025-06-02'),
    intendedProduct: '基金',
    trigger: '其他',
  };
  const register = [...own, row('B', '2025-06-01', '2025-06-10', first)];
  expect(report(own).referrals[0]).toMatchObject({ state: '未提供', firstVisit: '未提供', direction: '需求缺失' });
  const { summary, referrals } = report(own, {
    register,
    balances: [{ custNo: 'Z', dataDate: asOf, aumFen: fenOf(1) }],
  });
  expect(referrals[0]).toMatchObject({ state: '未成功', firstVisit: '超时未访', direction: '方向不符' });
  expect(summary).toMatchObject({ unknown: 0, received: 0, matured: ratio(0, 1), uplift: { netFen: 0 } });
});

test('nobody is known to be new where no export dates an opening', () => {
  const { summary, notes } = report(goldenRegister, { customers: [{ custNo: 'G01' }], accounts: [] });
  expect(summary.opened).toBeNull();
  expect(notes).toContainEqual(expect.stringContaining('客户信息和账户都没有开户日期'));
});

test('an empty register has rates without values', () => {
  const { summary, referrals, funnel, notes } = report([]);
  expect(summary).toMatchObject({
    received: 0,
    visited: 0,
    unknown: 0,
    tellerAccepted: { value: null },
    rawRate: { value: null },
    matured: { value: null },
    interval: null,
    kaplanMeier: { value: null },
    isSmallSample: true,
  });
  expect(referrals).toEqual([]);
  expect(funnel.some(({ isWeakest }) => isWeakest)).toBe(false);
  expect(notes.length).toBeGreaterThan(0);
});

describe('success by other definitions', () => {
  const balances = [
    { custNo: 'A', dataDate: on('2025-06-30'), aumFen: fenOf(4_999_999) },
    { custNo: 'A', dataDate: on('2025-07-31'), aumFen: fenOf(5_000_000) },
    { custNo: 'A', dataDate: on('2025-08-29'), aumFen: fenOf(9_000_000) },
  ];
  const snapshotOf = (dataDate: string) => ({ custNo: 'A', dataDate: on(dataDate), aumFen: fenOf(9_000_000) });
  const customers = [{ custNo: 'A', openDate: on('2025-06-20') }];
  const registered = row('A', '2025-06-10', undefined, { status: '已接收', receivedAt: { day: on('2025-07-01') } });
  test.each([
    ['opened', '成功', 10],
    ['qualified', '成功', 51],
    ['aumUp', '成功', 51],
    ['deal', '未成功', null],
  ] as const)('%s', (successDef, state, days) => {
    const [shown] = report([registered], { customers, balances }, { ref: { successDef } }).referrals;
    expect(shown).toMatchObject({ state, daysToSuccess: days });
  });

  test('a snapshot of the day of receipt is none of afterwards: the register itself says what was gained', () => {
    const gained = { receivedAt: at('2025-06-10'), aumGainFen: fenOf(100) };
    const same = [{ custNo: 'A', dataDate: on('2025-06-10'), aumFen: fenOf(500) }];
    const [shown] = report(
      [row('A', '2025-06-01', undefined, gained)],
      { balances: same },
      { ref: { successDef: 'aumUp' } },
    ).referrals;
    expect(shown?.state).toBe('成功');
  });

  test.each([
    ['deal', [row('A', '2025-06-10'), row('B', '2025-09-10')], { customers, balances }],
    ['opened', [registered], { balances, customers: [{ custNo: 'A' }], accounts: [{ acctNo: '1', custNo: 'A' }] }],
    ['qualified', [registered], { customers }],
    ['qualified', [registered], { customers, balances: balances.slice(0, 2) }],
    ['qualified', [registered], { customers, balances: [...balances.slice(0, 2), snapshotOf('2025-08-28')] }],
    ['aumUp', [registered], { customers }],
    ['aumUp', [registered, row('B', '2025-06-10')], { customers, balances: balances.slice(0, 1) }],
    ['aumUp', [row('A', '2025-06-10')], { customers, balances }],
  ] as const)('%s of which no file tells is 未提供 (%#)', (successDef, rows, more) => {
    const whole = report(rows, more, { ref: { successDef } });
    const { summary } = whole;
    expect(whole.referrals.map(({ state, succeeded }) => [state, succeeded])).toEqual(
      rows.map(() => ['未提供', '未提供']),
    );
    expect(summary).toMatchObject({ registered: rows.length, won: 0, unknown: rows.length, inFlight: 0 });
    expect([summary.rawRate, summary.matured]).toEqual([ratio(0, 0), ratio(0, 0)]);
    expect([summary.kaplanMeier.value, ...summary.horizons.map((of) => of.kaplanMeier)]).toEqual(Array(4).fill(null));
    expect(summary.repurchase.provided).toBe(false);
    expect(whole.byReferrer.map(({ staffPoints, rawRate }) => [staffPoints, rawRate.value])).toEqual([[null, null]]);
    expect(whole.cohorts.flatMap(({ cells }) => cells.map(({ success }) => success.value))).toEqual(
      whole.cohorts.flatMap(() => [null, null, null]),
    );
    expect(whole.funnel.slice(-2).map(({ provided }) => provided)).toEqual([false, false]);
    expect(whole.notes).toContainEqual(expect.stringContaining(`${rows.length} 笔转介不知道是否成功`));
  });

  test('one of which the files tell does not answer for another', () => {
    const rows = [registered, row('B', '2025-01-10')];
    const { summary } = report(rows, { customers, balances }, { ref: { successDef: 'qualified' } });
    expect(summary).toMatchObject({ registered: 2, won: 1, unknown: 1 });
    expect([summary.rawRate, summary.matured]).toEqual([ratio(1, 1), ratio(1, 1)]);
  });

  test('deals without any day have a raw rate, and no rate by days', () => {
    const rows = [row('A', '2025-06-10', undefined, { status: '已成交' }), row('B', '2025-06-10', undefined, {})];
    const { summary, cohorts, notes, referrals } = report(rows);
    expect(referrals.map(({ succeeded }) => succeeded)).toEqual(['未提供', '否']);
    expect(summary).toMatchObject({ won: 1, unknown: 0, rawRate: ratio(1, 2), matured: ratio(0, 0) });
    expect(summary.kaplanMeier.value).toBeNull();
    expect(cohorts[0]?.cells.map(({ success }) => success.value)).toEqual([null, null, null]);
    expect(notes).toContainEqual(expect.stringContaining('成交都没有日期'));
    const dated = report([...rows, row('C', '2025-06-10', '2025-06-11')]).summary;
    expect(dated).toMatchObject({ won: 2, matured: ratio(1, 3) });
  });
});

describe('a deal that is undone', () => {
  const deal = row('A', '2025-06-01', '2025-06-10', { dealProduct: '安心理财A', dealFen: fenOf(10_000_000) });
  const sale = {
    custNo: 'A',
    productName: '安心理财A',
    amountFen: fenOf(10_000_000),
    tradeDate: on('2025-06-10'),
  };
  test.each([
    ['撤单', '撤销'],
    ['存续', '成功'],
    ['已赎回', '成功'],
  ])('wealth sale %s', (status, state) => {
    expect(report([deal], { wealthSales: [{ ...sale, status }] }).referrals[0]?.state).toBe(state);
  });

  test('one of two sales that was withdrawn leaves the deal', () => {
    const wealthSales = [
      { ...sale, status: '撤单' },
      { ...sale, status: '存续' },
    ];
    expect(report([deal], { wealthSales }).referrals[0]?.state).toBe('成功');
  });

  test.each([
    ['on the same day', '2025-06-10', '撤销'],
    ['on the last day', '2025-06-25', '撤销'],
    ['a day later', '2025-06-26', '成功'],
  ])('fund redeemed %s', (_, redeemed, state) => {
    const fundTransactions = [
      { custNo: 'A', fundCode: '000001', business: '申购', applyDate: on('2025-06-10') },
      { custNo: 'A', fundCode: '000001', business: '赎回', applyDate: on(redeemed) },
    ];
    expect(report([deal], { fundTransactions }).referrals[0]?.state).toBe(state);
  });

  test('it stays in every denominator and counts as no success', () => {
    const { summary } = report([deal], { wealthSales: [{ ...sale, status: '撤单' }] });
    expect(summary).toMatchObject({ registered: 1, won: 0, matured: { numerator: 0, denominator: 1 } });
  });
});

describe('people', () => {
  const many = (no: string, name: string, won: number, total: number) =>
    Array.from({ length: total }, (_, n) =>
      row(`${no}-${n}`, '2025-05-01', n < won ? '2025-05-05' : undefined, { referrerNo: no, referrerName: name }),
    );

  test('1 of 1 never tops the list; equal rates share a rank', () => {
    const referrals = [
      ...many('1', '一', 5, 10),
      ...many('2', '二', 10, 20),
      ...many('3', '三', 6, 10),
      ...many('4', '四', 1, 1),
      ...many('5', '五', 1, 10),
      ...many('6', '六', 9, 9),
    ];
    const shown = report(referrals).byReferrer.map(({ referrerNo, rank, isSmallSample }) => [
      referrerNo,
      rank,
      isSmallSample,
    ]);
    expect(shown).toEqual([
      ['3', 1, false],
      ['1', 2, false],
      ['2', 2, false],
      ['5', 4, false],
      ['6', null, true],
      ['4', null, true],
    ]);
  });

  test('customers are masked, employees are not, and no phone or ID number leaves the report', () => {
    const customers = [{ custNo: 'R', custName: '欧阳知秋', phone: '13900000009', idNo: '110101199003071234' }];
    const referrals = [
      row('A', '2025-09-01', undefined, {
        custName: '洪小满',
        phone: '13900000001',
        note: '洪小满约 2025-09-30 回电 139 0000 0001',
        referrerType: '存量客户',
        referrerNo: 'R',
        referrerName: '欧阳知秋',
        referrerRole: undefined,
      }),
      row('B', '2025-09-01', undefined, { idNo: '110101199003071235' }),
    ];
    const whole = report(referrals, { customers });
    const text = JSON.stringify(whole);
    for (const hidden of ['洪小满', '欧阳知秋', '13900000001', '13900000009', '139 0000', '11010119900307'])
      expect(text).not.toContain(hidden);
    expect(text).toContain('丁小满');
    expect(whole.referrals.find(({ customerId }) => customerId === 'A')?.note).toBe('洪*满约 2025-09-30 回电 ****');
  });
});

const anyDay = fc.integer({ min: -5, max: 200 }).map((days) => addDays(asOf, -days));
const anyRow = fc.record({
  referralNo: fc.option(fc.constantFrom('R1', 'R2', 'R3'), { nil: undefined }),
  custNo: fc.option(fc.constantFrom('A', 'B', 'C', 'D', 'E', 'F'), { nil: undefined }),
  custName: fc.constantFrom('洪小满', '温知了'),
  registeredAt: fc.record({ day: anyDay, time: fc.constantFrom(undefined, '09:00:00', '09:00:30', '17:59:59') }),
  receivedAt: fc.option(fc.record({ day: anyDay }), { nil: undefined }),
  firstVisitAt: fc.option(fc.record({ day: anyDay, time: fc.constantFrom(undefined, '10:00:00') }), { nil: undefined }),
  dealDate: fc.option(anyDay, { nil: undefined }),
  referrerNo: fc.constantFrom('0101', '0102', '0201', 'A'),
  receiverNo: fc.constantFrom('0201', '0202', undefined),
  intendedProduct: fc.constantFrom('理财', '基金', undefined),
  status: fc.option(fc.constantFrom('已成交', '未成交', '退回', '跟进中', '已登记'), { nil: undefined }),
});
const customers = ['A', 'B', 'C'].map((custNo) => ({ custNo, openDate: on('2025-07-01'), custName: `客${custNo}` }));
const employees = [
  { empNo: '0101', empName: '丁小满', role: '柜员' },
  { empNo: '0201', empName: '何立夏', role: '客户经理' },
];

describe('laws', () => {
  test('sums reconcile', () => {
    fc.assert(
      fc.property(fc.array(anyRow, { maxLength: 30 }), fc.constantFrom(null, on('2025-08-01')), (rows, from) => {
        const whole = report(rows, { customers, employees, from });
        const { summary, referrals } = whole;
        const inState = (...states: readonly string[]) =>
          referrals.filter(({ state }) => states.includes(state)).length;
        expect(summary.rows.read).toBe(referrals.length);
        expect(summary.rows.read).toBe(
          summary.registered + summary.rows.merged + summary.rows.selfReferred + summary.rows.outOfPeriod,
        );
        expect(summary.registered).toBe(inState('成功', '逾期成交', '在途', '在途未成交', '未成功', '撤销', '未提供'));
        expect(summary.unknown).toBe(inState('未提供'));
        expect(summary.won).toBe(inState('成功', '逾期成交'));
        expect(referrals.filter(({ succeeded }) => succeeded === '在途').length).toBe(summary.inFlight);
        for (const groups of [whole.byReferrer, whole.byRole, whole.byDirection, whole.byProduct, whole.cohorts])
          expect(groups.reduce((sum, { registered }) => sum + registered, 0)).toBe(summary.registered);
        for (const groups of [whole.byReferrer, whole.byRole, whole.byDirection, whole.byProduct])
          expect(groups.reduce((sum, { matured }) => sum + matured.numerator, 0)).toBe(summary.matured.numerator);
        const { met, late, overdue, pending, unrecorded, invalid } = summary.firstVisit;
        expect(met + late + overdue + pending + unrecorded + invalid).toBe(summary.registered);
        const stages = whole.funnel.slice(0, 5).map((stage) => stage.referrals);
        expect([...stages].sort((a, b) => b - a)).toEqual(stages);
      }),
      { numRuns: 200 },
    );
  });

  test('the order of rows never matters', () => {
    const anyRows = fc.array(anyRow, { maxLength: 20 });
    const anyOrder = anyRows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(anyOrder, ([rows, shuffled]) => {
        const other = report(shuffled, { customers: [...customers].reverse(), employees: [...employees].reverse() });
        expect(JSON.stringify(other)).toBe(JSON.stringify(report(rows, { customers, employees })));
      }),
      { numRuns: 200 },
    );
  });
});
