import { describe, expect, test } from 'vitest';
import { membershipOn } from '../../src/analysis/population.js';
import { rosterOf } from '../../src/analysis/roster.js';
import { segmentCustomers } from '../../src/analysis/segment.js';
import type { Account } from '../../src/model/account.js';
import { isCorporate } from '../../src/model/corporate.js';
import type { Customer } from '../../src/model/customer.js';
import { fenOf } from '../../src/model/fen.js';
import { asOf, bookingsOf, branch, customer, on, rulesWith } from './branch.js';

function membership(record: Partial<Customer>, accounts: readonly Partial<Account>[] = [], rules = rulesWith()) {
  const customers = [customer('X', undefined, record)];
  const roster = rosterOf(
    {
      customers,
      accounts: accounts.map((account, index) => ({ acctNo: `A${index}`, custNo: 'X', ...account })),
      balances: undefined,
      activities: new Map(),
      accountsAsCustomers: false,
    },
    asOf,
  );
  return membershipOn(roster, 'X', rules, asOf);
}

describe('who is in scope', () => {
  test.each([
    ['nobody knows anything', {}, [], null],
    ['closed today', { closeDate: on('2025-09-30') }, [], '销户'],
    ['closed tomorrow', { closeDate: on('2025-10-01') }, [], null],
    ['closed tomorrow, already marked', { closeDate: on('2025-10-01'), custStatus: 'closed' }, [], null],
    ['marked closed without a day', { custStatus: 'closed' }, [], '销户'],
    ['marked normal but closed', { custStatus: 'open', closeDate: on('2025-01-01') }, [], '销户'],
    ['normal, every account closed', { custStatus: 'open' }, [{ closeDate: asOf }, { status: 'closed' }], '销户'],
    ['one account left', {}, [{ closeDate: asOf }, { status: 'open' }], null],
    ['one account closes tomorrow', {}, [{ closeDate: on('2025-10-01'), status: 'closed' }], null],
    ['closed, and the next account opens tomorrow', {}, [{ closeDate: asOf }, { openDate: on('2025-10-01') }], '销户'],
    ['deceased', { custStatus: 'deceased' }, [], '死亡'],
    ['frozen', { custStatus: 'frozen' }, [], null],
    ['corporate by type', { custType: '对公客户' }, [], '对公'],
    ['corporate by document', { idType: '营业执照' }, [], '对公'],
    ['opened today', { openDate: asOf }, [], null],
    ['opened tomorrow', { openDate: on('2025-10-01') }, [], '尚未开户'],
    ['first account opened tomorrow', {}, [{ openDate: on('2025-10-01') }], '尚未开户'],
  ] as const)('%s', (_, record, accounts, exclusion) => {
    expect(membership(record, accounts).exclusion).toBe(exclusion);
  });

  test('includes corporate customers on request', () => {
    const rules = rulesWith({ scope: { includeCorporate: true } });
    expect(membership({ custType: '对公' }, [], rules).exclusion).toBeNull();
  });

  test('takes the opening day of the customer before that of the accounts', () => {
    expect(membership({ openDate: on('2020-05-05') }, [{ openDate: on('2010-01-01') }]).openDate).toBe('2020-05-05');
    expect(membership({}, [{ openDate: on('2012-01-01') }, { openDate: on('2010-01-01') }]).openDate).toBe(
      '2010-01-01',
    );
  });

  test.each([
    ['of the customer', { lastTxnDate: on('2025-01-01') }, [], '2025-01-01'],
    ['of the customer, though an account is silent', { lastTxnDate: on('2025-01-01') }, [{}], '2025-01-01'],
    [
      'of an account that moved later',
      { lastTxnDate: on('2025-01-01') },
      [{ lastTxnDate: on('2025-02-02') }],
      '2025-02-02',
    ],
    [
      'of the accounts, all known',
      {},
      [{ lastTxnDate: on('2024-02-02') }, { closeDate: on('2024-03-03') }],
      '2024-03-03',
    ],
    ['unknown with one account unknown', {}, [{ lastTxnDate: on('2024-02-02') }, {}], undefined],
    ['unknown without any account', {}, [], undefined],
  ] as const)('the last movement is that %s', (_, record, accounts, expected) => {
    expect(membership(record, accounts).lastMovedOn).toBe(expected);
  });
});

test.each([
  [undefined, undefined, false],
  ['个人', '身份证', false],
  ['个人客户', undefined, false],
  ['对公', undefined, true],
  ['企业', '身份证', true],
  ['个人', '营业执照', true],
  [undefined, '统一社会信用代码证书', true],
  [undefined, '组织机构代码证', true],
  [undefined, '军官证', false],
  [undefined, '港澳居民来往内地通行证', false],
  ['个体工商户', undefined, true],
  ['公', undefined, true],
  ['私', undefined, false],
])('客户类型 %s with 证件类型 %s is corporate: %s', (custType, idType, expected) => {
  expect(isCorporate(custType, idType)).toBe(expected);
});

describe('the population', () => {
  const bookings = [...bookingsOf('B', asOf, 1, 100), ...bookingsOf('A', asOf, 1, 100)];
  const accounts: readonly Account[] = [{ acctNo: '1', custNo: 'C' }];
  const balances = [
    { custNo: 'D', dataDate: asOf, aumFen: fenOf(1) },
    { custNo: 'E', dataDate: on('2025-10-31'), aumFen: fenOf(1) },
  ];
  const idsOf = (wish: Parameters<typeof branch>[0]) =>
    segmentCustomers(branch(wish), rulesWith(), asOf).customers.map(({ customerId }) => customerId);

  test('is the customer export where there is one, and the others are counted', () => {
    const report = segmentCustomers(
      branch({ customers: [customer('A'), customer('F')], accounts, balances, bookings }),
      rulesWith(),
      asOf,
    );
    expect(report.customers.map(({ customerId }) => customerId)).toEqual(['A', 'F']);
    expect(report.summary.excluded).toEqual([{ reason: '不在客户导出', customers: 3 }]);
    expect(report.problems.map(({ code }) => code)).toContain('unknown-customer');
  });

  test('is everybody in accounts, past balances and transactions without a customer export', () => {
    expect(idsOf({ accounts, balances, bookings })).toEqual(['A', 'B', 'C', 'D']);
  });

  test('is empty for an empty customer export', () => {
    expect(idsOf({ customers: [] })).toEqual([]);
  });

  test('counts a repeated customer once, the later 数据日期 first, whatever the order', () => {
    const older = customer('A', undefined, { dataDate: on('2025-08-31'), managerName: '甲' });
    const newer = customer('A', undefined, { dataDate: asOf, managerName: '乙' });
    const reports = [
      [older, newer, newer],
      [newer, older, newer],
    ].map((customers) => segmentCustomers(branch({ customers }), rulesWith(), asOf));
    for (const report of reports) {
      expect(report.customers.map(({ managerName }) => managerName)).toEqual(['乙']);
      expect(report.problems.filter(({ code }) => code === 'duplicate-key').length).toBeGreaterThan(0);
    }
  });
});
