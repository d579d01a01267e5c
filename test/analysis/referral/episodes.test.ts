import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { episodesOf } from '../../../src/analysis/referral/episodes.js';
import { referrerTypeOf } from '../../../src/analysis/referral/groups.js';
import type { ReferralInput } from '../../../src/analysis/referral/input.js';
import { referralStates } from '../../../src/analysis/referral/listed.js';
import { addDays, daysBetween } from '../../../src/model/day.js';
import type { Referral } from '../../../src/model/referral.js';
import { asOf, on, type RulesInput, rulesWith } from '../branch.js';
import { at, goldenRegister, input, row } from './register.js';

function states(referrals: readonly Referral[], more: Partial<ReferralInput> = {}, rules: RulesInput = {}) {
  const recorded = referrals.map((entry) =>
    (entry.dealDate ?? entry.status) === undefined ? { ...entry, status: '已登记' } : entry,
  );
  return episodesOf(input({ referrals: recorded, ...more }), rulesWith(rules), asOf).map(({ state }) => state);
}

describe('the register of §7.4', () => {
  test('every referral is in the state that its dates say', () => {
    expect(states(goldenRegister)).toEqual([
      '成功',
      '未成功',
      '成功',
      '逾期成交',
      '未成功',
      '成功',
      '在途',
      '成功',
      '在途',
      '在途',
    ]);
  });

  test('rows after asOf are left out', () => {
    expect(states([row('A', '2025-09-30'), row('B', '2025-10-01')])).toEqual(['在途']);
  });
});

describe('states', () => {
  test.each([
    ['in flight one day before W', '2025-07-03', undefined, {}, '在途'],
    ['not successful on day W', '2025-07-02', undefined, {}, '未成功'],
    ['success on the day of registration', '2025-06-01', '2025-06-01', {}, '成功'],
    ['success on day W', '2025-06-01', '2025-08-30', {}, '成功'],
    ['late one day after W', '2025-06-01', '2025-08-31', {}, '逾期成交'],
    ['explicit failure in flight', '2025-09-01', undefined, { status: '未成交' }, '在途未成交'],
    ['explicit failure after W', '2025-05-01', undefined, { status: '失效' }, '未成功'],
    ['a deal before the registration is no success', '2025-05-10', '2025-05-09', {}, '未成功'],
    ['a deal after asOf does not count yet', '2025-09-01', '2025-10-01', { status: '已成交' }, '在途'],
    ['a deal that was returned', '2025-06-01', '2025-06-05', { status: '退回' }, '撤销'],
    ['a deal that is said not to be one', '2025-06-01', '2025-06-05', { status: '未成交' }, '未成功'],
    ['an undated deal of a young referral', '2025-07-02', undefined, { status: '已成交' }, '成功'],
    ['an undated deal of an old referral', '2025-07-01', undefined, { status: '已成交' }, '逾期成交'],
  ] as const)('%s', (_, registered, deal, more, state) => {
    expect(states([row('A', registered, deal, more)])).toEqual([state]);
  });

  test('days are counted to the success', () => {
    const [episode] = episodesOf(input({ referrals: [row('A', '2025-06-20', '2025-09-28')] }), rulesWith(), asOf);
    expect(episode).toMatchObject({ daysToSuccess: 100, successOn: '2025-09-28', ageDays: 102 });
  });

  test('the period bounds registrations on both sides, inclusive', () => {
    const days = ['2025-06-30', '2025-07-01', '2025-07-31', '2025-08-01'];
    const rows = days.map((day, n) => row(`P${n}`, day));
    expect(states(rows, { from: on('2025-07-01'), through: on('2025-07-31') })).toEqual([
      '期外',
      '未成功',
      '在途',
      '期外',
    ]);
  });
});

describe('a register that was exported after asOf', () => {
  const [received, visited] = [{ receivedAt: at('2025-09-29') }, { firstVisitAt: at('2025-10-01') }];
  test.each([
    ['received later', '已接收', { receivedAt: at('2025-10-01') }, undefined],
    ['received on asOf', '已接收', { receivedAt: at('2025-09-30 23:59') }, '已接收'],
    ['visited later', '已首访', { ...received, ...visited }, undefined],
    ['pursued after a later visit', '跟进中', { ...received, ...visited }, undefined],
    ['failed after a later visit', '未成交', { ...received, ...visited }, undefined],
    ['failed with a later feedback', '退回', { ...received, feedbackAt: at('2025-10-01') }, undefined],
    ['failed without a date', '退回', received, '退回'],
    ['received before a later visit', '已接收', { ...received, ...visited }, '已接收'],
  ])('%s', (_, status, more, expected) => {
    const referrals = [row('A', '2025-09-29', undefined, { status, ...more })];
    expect(episodesOf(input({ referrals }), rulesWith(), asOf)[0]?.row.status).toBe(expected);
  });
});

describe('merging', () => {
  test.each([
    ['on the same day', '2025-05-01', '重复'],
    ['on day W', '2025-07-30', '重复'],
    ['one day after W', '2025-07-31', '在途'],
  ])('a second registration %s', (_, second, state) => {
    expect(states([row('A', '2025-05-01'), row('A', second)])[1]).toBe(state);
  });

  test('the window runs from the first registration, not from the last', () => {
    expect(states([row('A', '2025-04-01'), row('A', '2025-06-01'), row('A', '2025-07-01')])).toEqual([
      '未成功',
      '重复',
      '未成功',
    ]);
  });

  test('the first keeps its referrer and date, and takes over the deal of the later row', () => {
    const first = row('A', '2025-05-01', undefined, { referrerNo: '0101' });
    const second = row('A', '2025-05-20', '2025-06-01', { referrerNo: '0102', status: '已成交', dealProduct: '理财' });
    const [kept, merged] = episodesOf(input({ referrals: [second, first] }), rulesWith(), asOf);
    expect(kept).toMatchObject({ state: '成功', daysToSuccess: 31, referrer: { no: '0101' } });
    expect(kept?.row.dealProduct).toBe('理财');
    expect(merged).toMatchObject({ state: '重复', mergedInto: kept?.referralNo, successOn: null });
  });

  test('a cancelled second row takes nothing away from the first', () => {
    expect(states([row('A', '2025-09-01'), row('A', '2025-09-05', undefined, { status: '失效' })])[0]).toBe('在途');
  });

  test('a second attempt keeps a returned referral alive', () => {
    const returned = row('A', '2025-09-01', undefined, { status: '退回' });
    expect(states([returned])).toEqual(['在途未成交']);
    expect(states([returned, row('A', '2025-09-05', undefined, { status: '跟进中' })])[0]).toBe('在途');
  });

  test.each([
    ['an undated deal of the second row is a deal', '已登记', '已成交', '已成交', '逾期成交'],
    ['the second row has come further', '已登记', '已首访', '已首访', '未成功'],
    ['the second row has not come so far', '跟进中', '已登记', '跟进中', '未成功'],
    ['the second row failed', '跟进中', '未成交', '跟进中', '未成功'],
  ])('of two statuses: %s', (_, first, second, status, state) => {
    const rows = [
      row('A', '2025-05-01', undefined, { status: first }),
      row('A', '2025-05-20', undefined, { status: second }),
    ];
    const [kept] = episodesOf(input({ referrals: rows }), rulesWith(), asOf);
    expect([kept?.row.status, kept?.state]).toEqual([status, state]);
  });

  test.each([
    ['已接收', '未成交', '在途未成交'],
    ['已登记', '退回', '在途未成交'],
    ['未成交', '已成交', '成功'],
  ])('one entry in two exports, %s and %s, has come as far as the further one', (first, second, state) => {
    const entry = (status: string) => row('A', '2025-08-01', undefined, { status });
    expect(states([entry(first), entry(second)])[0]).toBe(state);
    expect(states([entry(second), entry(first)])[0]).toBe(state);
  });

  test.each([
    ['phone', { custNo: undefined, phone: '13900000001' }],
    ['ID number', { custNo: undefined, idNo: '11010119900307123x' }],
    ['name, where nothing else is known', { custNo: undefined, custName: '洪知了' }],
  ])('the same person is known by %s', (_, more) => {
    expect(states([row('A', '2025-05-01', undefined, more), row('B', '2025-05-02', undefined, more)])[1]).toBe('重复');
  });

  test.each([
    ['phone', { phone: '138****1234' }],
    ['ID number', { idNo: '110101********123X' }],
    ['name', { custName: '洪*了' }],
    ['phone, beside a name', { phone: '138****1234', custName: '洪*了' }],
  ])('a masked %s tells nobody apart', (_, more) => {
    const hidden = { custNo: undefined, ...more };
    const rows = [row('A', '2025-05-01', undefined, hidden), row('B', '2025-05-02', undefined, hidden)];
    expect(states(rows, { customers: [{ custNo: 'A', ...more }] })).toEqual(['未成功', '未成功']);
    expect(episodesOf(input({ referrals: rows }), rulesWith(), asOf)[0]?.customerId).toBeNull();
  });

  test('a name beside a masked phone still tells persons apart', () => {
    const hidden = { custNo: undefined, phone: '138****1234', custName: '洪知了' };
    expect(states([row('A', '2025-05-01', undefined, hidden), row('B', '2025-05-02', undefined, hidden)])[1]).toBe(
      '重复',
    );
  });

  test('a phone is matched to the only customer who has it', () => {
    const customers = [{ custNo: 'A', phone: '13900000001' }];
    const byPhone = row('?', '2025-05-02', undefined, { custNo: undefined, phone: '13900000001' });
    const found = episodesOf(
      input({ referrals: [row('A', '2025-05-01', undefined, { status: '已登记' }), byPhone], customers }),
      rulesWith(),
      asOf,
    );
    expect(found.map(({ customerId, state }) => [customerId, state])).toEqual([
      ['A', '未成功'],
      ['A', '重复'],
    ]);
  });

  test('a phone that two customers share identifies neither', () => {
    const customers = ['A', 'B'].map((custNo) => ({ custNo, phone: '13900000001' }));
    const byPhone = row('?', '2025-05-02', undefined, { custNo: undefined, phone: '13900000001' });
    const [found] = episodesOf(input({ referrals: [byPhone], customers }), rulesWith(), asOf);
    expect(found).toMatchObject({ customerId: null, customerType: '潜在' });
  });

  test('a phone gives way where the ID numbers differ', () => {
    const customers = [{ custNo: 'A', phone: '13900000001', idNo: '1' }];
    const other = row('?', '2025-05-02', undefined, { custNo: undefined, phone: '13900000001', idNo: '2' });
    expect(episodesOf(input({ referrals: [other], customers }), rulesWith(), asOf)[0]?.customerId).toBeNull();
  });
});

describe('self-referral', () => {
  const byCustomer = { referrerType: '存量客户', referrerRole: undefined };
  const customers = [
    { custNo: 'A', phone: '13900000001' },
    { custNo: 'B', phone: '13900000001', idNo: '1' },
    { custNo: 'C', phone: '13900000002', idNo: '2', isStaff: true, custName: '丁小满' },
    { custNo: 'D', phone: '13900000001', idNo: '3' },
    { custNo: 'E', phone: '138****0001', idNo: '1****2' },
    { custNo: 'F', phone: '138****0001', idNo: '1****2' },
  ];
  test.each([
    ['the same 客户号', row('A', '2025-09-01', undefined, { ...byCustomer, referrerNo: 'A' }), '自荐'],
    ['the same phone', row('B', '2025-09-01', undefined, { ...byCustomer, referrerNo: 'A' }), '自荐'],
    ['the same phone of two ID numbers', row('D', '2025-09-01', undefined, { ...byCustomer, referrerNo: 'B' }), '在途'],
    ['the same masked phone', row('F', '2025-09-01', undefined, { ...byCustomer, referrerNo: 'E' }), '在途'],
    ['another customer', row('C', '2025-09-01', undefined, { ...byCustomer, referrerNo: 'A' }), '在途'],
    ['referrer and receiver are one employee', row('A', '2025-09-01', undefined, { receiverNo: '0101' }), '自荐'],
    ['the customer is the employee', row('C', '2025-09-01'), '自荐'],
  ] as const)('%s', (_, referral, state) => {
    expect(states([referral], { customers })).toEqual([state]);
  });

  test('a self-referral takes nobody in', () => {
    const self = row('A', '2025-05-01', undefined, { receiverNo: '0101' });
    expect(states([self, row('A', '2025-05-10', '2025-05-12')])).toEqual(['自荐', '成功']);
  });
});

describe('people', () => {
  test('posts come from the register, else from the staff list', () => {
    const employees = [{ empNo: '0101', empName: '丁小满', role: '高柜柜员' }];
    const unsaid = { referrerRole: undefined, referrerType: undefined, referrerName: undefined };
    const [episode] = episodesOf(
      input({ referrals: [row('A', '2025-09-01', undefined, unsaid)], employees }),
      rulesWith(),
      asOf,
    );
    expect(episode?.referrer).toMatchObject({ kind: '员工', name: '丁小满', role: '高柜柜员' });
    const [stated] = episodesOf(input({ referrals: [row('A', '2025-09-01')], employees }), rulesWith(), asOf);
    expect(stated?.referrer.role).toBe('低柜柜员');
  });

  test.each([
    ['柜员', '高柜柜员', '高柜柜员'],
    ['柜员', '客户经理', '柜员'],
    ['客户经理', '理财经理', '客户经理'],
    ['柜员', undefined, '柜员'],
    ['其他员工', '运营主管', '运营主管'],
    ['营业主管', '运营主管', '运营主管'],
  ])('registered as %s by who is %s today: %s', (referrerType, role, expected) => {
    const referral = row('A', '2025-09-01', undefined, { referrerRole: undefined, referrerType });
    const employees = [{ empNo: '0101', empName: '丁小满', role }];
    const [episode] = episodesOf(input({ referrals: [referral], employees }), rulesWith(), asOf);
    expect(episode?.referrer.role).toBe(expected);
  });

  test.each([
    ['员工', '高柜柜员', '柜员'],
    ['员工', '个人客户经理', '客户经理'],
    ['内部员工', '运营主管', '其他员工'],
    ['员工', undefined, '其他员工'],
    [undefined, '大堂经理', '大堂经理'],
    [undefined, undefined, '其他员工'],
    ['老客户', undefined, '存量客户'],
    ['其他员工', '高柜柜员', '其他员工'],
    ['营业主管', undefined, '营业主管'],
  ])('registered as %s with the post %s, the type is %s', (referrerType, referrerRole, expected) => {
    const referral = row('A', '2025-09-01', undefined, { referrerType, referrerRole });
    const [episode] = episodesOf(input({ referrals: [referral] }), rulesWith(), asOf);
    expect(episode && referrerTypeOf(episode)).toBe(expected);
  });

  test('a name and its number are one person', () => {
    const byName = { referrerNo: undefined };
    const [a, b] = episodesOf(
      input({
        referrals: [row('A', '2025-09-01'), row('B', '2025-09-02', undefined, byName)],
        employees: [{ empNo: '0101', empName: '丁小满' }],
      }),
      rulesWith(),
      asOf,
    );
    expect(a?.referrer.key).toBe(b?.referrer.key);
  });

  test.each([
    ['存量客户', undefined, '存量客户'],
    ['老客户', undefined, '存量客户'],
    ['客户经理', undefined, '员工'],
    ['其他员工', undefined, '员工'],
    [undefined, undefined, '存量客户'],
    [undefined, '柜员', '员工'],
  ] as const)('type %s, post %s', (referrerType, referrerRole, kind) => {
    const referral = row('A', '2025-09-01', undefined, { referrerNo: 'R', referrerType, referrerRole });
    const [episode] = episodesOf(input({ referrals: [referral], customers: [{ custNo: 'R' }] }), rulesWith(), asOf);
    expect(episode?.referrer.kind).toBe(kind);
  });

  test.each([
    ['opened on the day', '2025-09-01', '新客户'],
    ['opened the day before', '2025-08-31', '存量'],
    ['not opened yet', '2025-10-01', '潜在'],
    ['day unknown', undefined, '存量'],
  ])('%s', (_, opened, type) => {
    const customers = [{ custNo: 'A', openDate: opened === undefined ? undefined : on(opened) }];
    const [episode] = episodesOf(input({ referrals: [row('A', '2025-09-01')], customers }), rulesWith(), asOf);
    expect(episode?.customerType).toBe(type);
  });

  test('rows without a number get one that no other row has', () => {
    const rows = ['A', 'B', 'C'].map((custNo) => row(custNo, '2025-09-01', undefined, { referralNo: undefined }));
    const taken = row('D', '2025-09-02', undefined, { referralNo: 'ZJ20250901888002' });
    const employees = [{ empNo: '0101', empName: '丁小满', branchNo: '888' }];
    const numbers = episodesOf(input({ referrals: [...rows, taken], employees }), rulesWith(), asOf);
    expect(numbers.map(({ referralNo }) => referralNo).slice(0, 3)).toEqual([
      'ZJ20250901888001',
      'ZJ20250901888003',
      'ZJ20250901888004',
    ]);
  });
});

const anyDay = fc.integer({ min: -20, max: 250 }).map((days) => addDays(asOf, -days));
const anyRow = fc.record({
  custNo: fc.option(fc.constantFrom('A', 'B', 'C', 'D'), { nil: undefined }),
  phone: fc.option(fc.constantFrom('1', '2'), { nil: undefined }),
  idNo: fc.option(fc.constantFrom('x', 'y'), { nil: undefined }),
  registered: anyDay,
  dealDate: fc.option(anyDay, { nil: undefined }),
  referrerNo: fc.constantFrom('0101', '0102', '0201', 'A'),
  status: fc.option(fc.constantFrom('已成交', '未成交', '退回', '跟进中'), { nil: undefined }),
});

describe('laws', () => {
  const rules = rulesWith();

  test('every row up to asOf is in exactly one state, and the order of rows never matters', () => {
    const anyRows = fc.array(anyRow, { maxLength: 25 });
    const anyOrder = anyRows.chain((rows) =>
      fc.tuple(fc.constant(rows), fc.shuffledSubarray(rows, { minLength: rows.length })),
    );
    fc.assert(
      fc.property(anyOrder, ([rows, shuffled]) => {
        const read = (wished: typeof rows) =>
          episodesOf(
            input({
              referrals: wished.map(({ registered, dealDate, custNo, ...more }) => ({
                registeredAt: { day: registered },
                dealDate,
                custNo,
                ...more,
              })),
            }),
            rules,
            asOf,
          );
        const episodes = read(rows);
        expect(episodes).toHaveLength(rows.filter(({ registered }) => registered <= asOf).length);
        expect(episodes.every(({ state }) => referralStates.includes(state))).toBe(true);
        expect(read(shuffled)).toEqual(episodes);
      }),
      { numRuns: 300 },
    );
  });

  test('a merged row lies within W of the row that took it in, and that row is not merged itself', () => {
    fc.assert(
      fc.property(fc.uniqueArray(anyRow, { maxLength: 25 }), (rows) => {
        const referrals = rows.map(({ registered, ...more }, n) => ({
          referralNo: `R${n}`,
          registeredAt: { day: registered },
          ...more,
        }));
        const episodes = episodesOf(input({ referrals }), rules, asOf);
        const byNo = new Map(episodes.map((episode) => [episode.referralNo, episode]));
        for (const { state, mergedInto, registeredAt } of episodes) {
          expect(mergedInto !== null).toBe(state === '重复');
          if (mergedInto === null) continue;
          const first = byNo.get(mergedInto);
          expect(first?.state).not.toBe('重复');
          const days = first === undefined ? -1 : daysBetween(first.registeredAt.day, registeredAt.day);
          expect(days).toBeGreaterThanOrEqual(0);
          expect(days).toBeLessThanOrEqual(90);
        }
      }),
      { numRuns: 300 },
    );
  });
});
