import { describe, expect, test } from 'vitest';
import type { Account } from '../../../src/model/account.js';
import { fenOf } from '../../../src/model/fen.js';
import { asOf, customer, on, rulesWith } from '../branch.js';
import { booked, type DormantWish, dormantReport } from './branch.js';

const old = on('2020-01-01');
const idle = booked('P', '2025-04-03', { acctNo: '6222020000000001' });
const busy = booked('P', '2025-09-01', { acctNo: '6222020000000002' });

function account(acctNo: string, more: Partial<Account> = {}): Account {
  return { acctNo, custNo: 'P', openDate: old, balanceFen: fenOf(100), ...more };
}

function view(wish: DormantWish) {
  const { accounts, summary } = dormantReport({ customers: [customer('P', old)], ...wish });
  return { accounts: accounts ?? [], summary: summary.accounts };
}

describe('an account', () => {
  const { accounts, summary } = view({
    bookings: [idle, busy],
    accounts: [account('6222020000000001', { balanceFen: fenOf(500) }), account('6222020000000002')],
  });

  test('sleeps by its own last transaction, while the customer is active', () => {
    expect(summary).toMatchObject({ inScope: 2, dormant: 1, undetermined: 0, dormantBalanceFen: 500 });
    expect(accounts).toMatchObject([
      { account: '622202******0001', lastActiveOn: '2025-04-03', idleDays: 180, customerIsActive: true },
    ]);
  });

  test.each<[string, Partial<Account>, number]>([
    ['a current account', {}, 1],
    ['a closed account', { status: 'closed' }, 0],
    ['a time deposit before maturity', { acctType: '定期', maturityDate: on('2025-10-01') }, 0],
    ['a time deposit without maturity', { acctType: '整存整取' }, 0],
    ['a time deposit that matured and waits', { acctType: '定期', maturityDate: on('2025-09-30') }, 1],
    ['a time deposit by term and maturity alone', { term: '12M', maturityDate: on('2025-10-01') }, 0],
    ['a loan account', { acctType: '个人住房贷款' }, 0],
    ['the account from which a loan is paid', { acctType: '贷款还款户' }, 1],
    ['an account opened after asOf', { openDate: on('2025-10-01') }, 0],
  ])('in scope is %s (%o): %i', (_what, more, inScope) => {
    expect(view({ accounts: [account('A', more)] }).summary?.inScope).toBe(inScope);
  });

  test.each<[Partial<Account>, number, number]>([
    [{}, 0, 1],
    [{ lastTxnDate: on('2025-04-03') }, 1, 0],
    [{ lastTxnDate: on('2025-04-04') }, 0, 1],
  ])('without transactions in a short file and with %o: dormant %i, undetermined %i', (more, dormant, undetermined) => {
    const { summary: figures } = view({ accounts: [account('A', more)], coveredFrom: on('2025-09-01') });
    expect(figures).toMatchObject({ dormant, undetermined });
  });

  test('opened lately does not sleep', () => {
    expect(view({ accounts: [account('A', { openDate: on('2025-04-04') })] }).summary).toMatchObject({ dormant: 0 });
    expect(view({ accounts: [account('A', { openDate: on('2025-04-03') })] }).summary).toMatchObject({ dormant: 1 });
  });

  test('of a customer out of scope is out of scope', () => {
    const customers = [customer('P', old, { custStatus: 'deceased' })];
    expect(view({ customers, accounts: [account('A')] }).summary?.inScope).toBe(0);
  });

  test('of several lines is one account, of which the unmatured lines are left out', () => {
    const accounts = [
      account('A', { subAcctNo: '1', balanceFen: fenOf(1) }),
      account('A', { subAcctNo: '2', balanceFen: fenOf(2) }),
      account('A', { subAcctNo: '3', balanceFen: fenOf(9), acctType: '定期', maturityDate: on('2026-01-01') }),
    ];
    expect(view({ accounts }).accounts.map(({ balanceFen }) => balanceFen)).toEqual([3]);
  });
});

test('a test of AUM looks at the AUM of the customer, not at the balance of the account', () => {
  const { summary } = view({
    rules: rulesWith({ dormant: { preset: 'crm365' } }),
    accounts: [account('A', { balanceFen: fenOf(50_000) })],
    balances: [{ custNo: 'P', dataDate: asOf, aumFen: fenOf(5_000) }],
  });
  expect(summary).toMatchObject({ inScope: 1, dormant: 1 });
});

test('accounts are listed by balance, those without one last, and told apart where masked they look alike', () => {
  const { accounts } = view({
    accounts: [
      account('6222021111110001', { balanceFen: undefined }),
      account('6222022222220001', { balanceFen: fenOf(5) }),
      account('6222023333330001', { balanceFen: fenOf(7) }),
    ],
  });
  expect(accounts.map(({ account: shown, balanceFen }) => [shown, balanceFen])).toEqual([
    ['622202******0001#3', 7],
    ['622202******0001#2', 5],
    ['622202******0001', null],
  ]);
});

test('without an account export there is no view of accounts', () => {
  const { accounts, summary } = dormantReport({ customers: [customer('P', old)] });
  expect([accounts, summary.accounts]).toEqual([null, null]);
});
