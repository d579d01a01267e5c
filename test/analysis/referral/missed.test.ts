import { describe, expect, test } from 'vitest';
import type { Episode } from '../../../src/analysis/referral/episode.js';
import type { ReferralInput } from '../../../src/analysis/referral/input.js';
import { missedReferrals } from '../../../src/analysis/referral/missed.js';
import { measureReferrals } from '../../../src/analysis/referral/referral.js';
import type { Account } from '../../../src/model/account.js';
import type { Transaction } from '../../../src/model/transaction.js';
import { booked, type Draft } from '../../engine/bookings.js';
import { asOf, customer, on, rulesWith } from '../branch.js';
import { managed } from '../portfolio/branch.js';
import { episode, withBookings } from './episode.js';
import { input } from './register.js';

const rules = rulesWith();
const wan = 1_000_000;

function account(acctNo: string, custNo: string, openDate?: string, more: Partial<Account> = {}): Account {
  return { acctNo, custNo, openDate: openDate === undefined ? undefined : on(openDate), ...more };
}

function credit(acctNo: string, day: string, amount: number, more: Draft = {}): Transaction {
  return booked({ acctNo, on: day, amount, direction: 'C', summary: '现金存入', channel: '柜面', ...more });
}

/** One 分 on the first and on the last day of the file. */
function around(acctNo: string): readonly Transaction[] {
  return [credit(acctNo, '2025-06-01', 1), credit(acctNo, '2025-09-29', 1)];
}

const newcomer: Partial<ReferralInput> = {
  customers: [customer('N', on('2025-06-10'), { custName: '秦无双', managerName: '何立夏' })],
  accounts: [account('A1', 'N', '2025-06-10')],
};

async function missed(
  rows: readonly Transaction[],
  wish: Partial<ReferralInput> = newcomer,
  episodes: readonly Episode[] = [],
) {
  return missedReferrals(await withBookings(wish, episodes, rows, rules), episodes, rules, asOf);
}

describe('new accounts (C6)', () => {
  test.each([
    ['exactly 5万 on the day of opening', [credit('A1', '2025-06-10', 5 * wan)], 5 * wan],
    ['one 分 below', [credit('A1', '2025-06-10', 5 * wan - 1)], null],
    ['5万 on the next day', [credit('A1', '2025-06-11', 5 * wan)], 5 * wan],
    ['5万 two days later', [credit('A1', '2025-06-12', 5 * wan)], null],
    ['5万 the day before', [credit('A1', '2025-06-09', 5 * wan)], null],
    ['several deposits', [credit('A1', '2025-06-10', 3 * wan), credit('A1', '2025-06-11', 2 * wan)], 5 * wan],
    ['wages from others', [credit('A1', '2025-06-10', 5 * wan, { summary: '代发工资' })], 5 * wan],
    ['what the bank books itself', [credit('A1', '2025-06-10', 5 * wan, { summary: '理财产品到期' })], null],
    ['money out', [credit('A1', '2025-06-10', 5 * wan, { direction: 'D', summary: '转账' })], null],
  ])('%s', async (_, rows, amountFen) => {
    const { newAccounts, newAccountTriggers } = await missed(rows);
    expect(newAccounts?.map((found) => found.amountFen)).toEqual(amountFen === null ? [] : [amountFen]);
    expect(newAccountTriggers).toBe(amountFen === null ? 0 : 1);
  });

  test('whom to ask is the manager of 管户关系 before that of the customer export', async () => {
    const assignments = [managed('N', '0202', '2025-09-30')];
    const employees = [{ empNo: '0202', empName: '苏念' }];
    const found = await missed([credit('A1', '2025-06-10', 5 * wan)], { ...newcomer, assignments, employees });
    expect(found.newAccounts?.map(({ managerName }) => managerName)).toEqual(['苏念']);
  });

  test('the row names the customer masked, and whom to ask', async () => {
    expect((await missed([credit('A1', '2025-06-10', 5 * wan)])).newAccounts).toEqual([
      {
        customerId: 'N',
        customerName: '秦*双',
        managerName: '何立夏',
        reason: '新开户存入',
        on: '2025-06-10',
        amountFen: 5 * wan,
      },
    ]);
  });

  test.each([
    ['2025-06-08', {}, 1],
    ['2025-06-09', {}, 0],
    ['2025-06-10', {}, 0],
    ['2025-06-17', {}, 0],
    ['2025-06-18', {}, 1],
    ['2025-06-10', { state: '重复' }, 0],
    ['2025-06-10', { state: '自荐' }, 1],
    ['2025-06-10', { customerId: 'Z' }, 1],
  ] satisfies [string, Partial<Episode>, number][])('a referral of %s %o leaves %i', async (day, wish, left) => {
    const found = await missed([credit('A1', '2025-06-10', 5 * wan)], newcomer, [episode('N', day, null, wish)]);
    expect(found.newAccounts).toHaveLength(left);
    expect(found.newAccountTriggers).toBe(1);
  });

  test.each([
    ['one more account of a known customer', { customers: [customer('N', on('2020-01-01'))] }, 0],
    ['a customer entered a day later', { customers: [customer('N', on('2025-06-11'))] }, 1],
    ['a customer entered two days earlier', { customers: [customer('N', on('2025-06-08'))] }, 0],
    ['a company', { customers: [customer('N', on('2025-06-10'), { custType: '对公' })] }, 0],
    ['no customer export, first account', { customers: undefined }, 1],
    [
      'no customer export, second account',
      { customers: undefined, accounts: [account('A0', 'N', '2021-01-01'), account('A1', 'N', '2025-06-10')] },
      0,
    ],
    ['an account without 开户日期', { accounts: [account('A1', 'N')] }, null],
    [
      'an account without 开户日期 beside one with it',
      { accounts: [account('A0', 'M', '2025-06-10'), account('A1', 'N')] },
      0,
    ],
    ['opened on the first day of the period', { from: on('2025-06-10') }, 1],
    ['opened before the period', { from: on('2025-06-11') }, 0],
    ['opened after the period', { through: on('2025-06-09') }, 0],
    ['a period that the transactions do not reach', { through: on('2025-05-31') }, null],
    ['the last day that they do reach', { through: on('2025-06-01') }, 0],
    ['a period after them', { from: on('2025-09-30') }, null],
  ] satisfies [string, Partial<ReferralInput>, number | null][])('%s: %s', async (_, wish, triggers) => {
    const rows = [...around('A1'), credit('A1', '2025-06-10', 5 * wan)];
    const found = await missed(rows, { ...newcomer, ...wish });
    expect(found.newAccountTriggers).toBe(triggers);
    expect(found.newAccounts?.length ?? null).toBe(triggers);
  });

  test('two accounts of one customer are one trigger, and the same money is not counted twice', async () => {
    const accounts = [account('A1', 'N', '2025-06-10'), account('A2', 'N', '2025-06-10')];
    const rows = [credit('A1', '2025-06-10', 6 * wan), credit('A2', '2025-06-10', 5 * wan)];
    const found = await missed(rows, { ...newcomer, accounts });
    expect(found.newAccounts?.map((one) => one.amountFen)).toEqual([6 * wan]);
    expect(found.newAccountTriggers).toBe(1);
  });
});

describe('large deposits (C7)', () => {
  const known: Partial<ReferralInput> = {
    customers: [customer('O', on('2019-01-01')), customer('K', on('2019-01-01'), { custType: '对公' })],
    accounts: [account('B1', 'O', '2019-01-01'), account('B2', 'O', '2019-01-01'), account('K1', 'K', '2019-01-01')],
  };

  test.each([
    ['50万 over the counter', [credit('B1', '2025-06-10', 50 * wan)], 1],
    ['one 分 below', [credit('B1', '2025-06-10', 50 * wan - 1)], 0],
    ['two of 25万', [credit('B1', '2025-06-10', 25 * wan), credit('B1', '2025-06-10', 25 * wan, { txnId: '2' })], 0],
    ['by mobile', [credit('B1', '2025-06-10', 50 * wan, { channel: '手机银行' })], 0],
    ['a wealth product that matured', [credit('B1', '2025-06-10', 50 * wan, { summary: '理财到期' })], 0],
    [
      'an own transfer',
      [
        booked({ acctNo: 'B2', on: '2025-06-10', amount: 50 * wan, txnId: '7', channel: '柜面' }),
        credit('B1', '2025-06-10', 50 * wan, { txnId: '7', summary: '转账' }),
      ],
      0,
    ],
    ['of a company', [credit('K1', '2025-06-10', 50 * wan)], 0],
  ])('%s', async (_, rows, triggers) => {
    expect((await missed(rows, known)).largeDepositTriggers).toBe(triggers);
  });

  test.each([
    ['on day 7 after', '2025-06-17', 0],
    ['on day 8 after', '2025-06-18', 1],
  ])('a referral %s', async (_, day, left) => {
    const found = await missed([credit('B1', '2025-06-10', 50 * wan)], known, [episode('O', day, null)]);
    expect(found.largeDeposits).toHaveLength(left);
  });

  test('of two deposits the later one without a referral is shown, with the sum of both', async () => {
    const rows = [credit('B1', '2025-06-10', 50 * wan), credit('B1', '2025-08-10', 60 * wan)];
    const on = async (days: readonly string[]) =>
      (
        await missed(
          rows,
          known,
          days.map((day) => episode('O', day, null)),
        )
      ).largeDeposits;
    expect((await on([]))?.map((found) => [found.on, found.amountFen])).toEqual([['2025-08-10', 110 * wan]]);
    expect((await on(['2025-08-11']))?.map((found) => found.on)).toEqual(['2025-06-10']);
    expect(await on(['2025-06-11', '2025-08-11'])).toEqual([]);
  });

  test.each([
    [{ from: on('2025-06-10') }, 1],
    [{ from: on('2025-06-11') }, 0],
    [{ through: on('2025-06-10') }, 1],
    [{ through: on('2025-06-09') }, 0],
    [{ through: on('2025-06-01') }, 0],
    [{ through: on('2025-05-31') }, null],
    [{ from: on('2025-09-29') }, 0],
    [{ from: on('2025-09-30') }, null],
  ] satisfies [Partial<ReferralInput>, number | null][])('the period %o: %s', async (period, triggers) => {
    const found = await missed([...around('B1'), credit('B1', '2025-06-10', 50 * wan)], { ...known, ...period });
    expect(found.largeDepositTriggers).toBe(triggers);
  });

  test('a new customer belongs to C6', async () => {
    const found = await missed([credit('A1', '2025-06-10', 60 * wan)]);
    expect([found.newAccountTriggers, found.largeDepositTriggers]).toEqual([1, 0]);
  });
});

test('without transactions nothing is known', () => {
  const nothing = { newAccounts: null, largeDeposits: null, newAccountTriggers: null, largeDepositTriggers: null };
  expect(missedReferrals(input(newcomer), [], rules, asOf)).toEqual(nothing);
});

test('transactions that state no account tell nothing of new accounts', async () => {
  const found = await missed([credit('A1', '2025-06-10', 60 * wan, { custNo: 'N', acctNo: undefined })]);
  expect(found).toMatchObject({ newAccounts: null, newAccountTriggers: null });
});

test('without 渠道 nobody knows what came over the counter', async () => {
  const { engine, ...given } = await withBookings(newcomer, [], [credit('A1', '2025-06-10', 60 * wan)], rules);
  if (engine === undefined) throw new Error('no engine');
  const found = missedReferrals({ ...given, engine: { ...engine, statesChannel: false } }, [], rules, asOf);
  expect(found).toMatchObject({ newAccountTriggers: 1, largeDeposits: null, largeDepositTriggers: null });
});

test.each([
  [{}, '应转未转覆盖不足：交易明细从 2025-06-10 起，此前的存入和入账无从得知'],
  [{ from: on('2025-06-09') }, '应转未转覆盖不足：交易明细从 2025-06-10 起，此前的存入和入账无从得知'],
  [{ from: on('2025-06-10') }, undefined],
  [{ accounts: undefined }, '没有账户：新开户存入未提供'],
  [{ accounts: [account('A1', 'N')] }, '账户没有开户日期：新开户存入未提供'],
  [{ through: on('2025-06-09') }, '交易明细没有统计区间内的日期：应转未转未提供'],
] satisfies [Partial<ReferralInput>, string | undefined][])('%o is told: %s', async (wish, told) => {
  const rows = [credit('A1', '2025-06-10', 5 * wan)];
  const { notes } = measureReferrals(await withBookings({ ...newcomer, ...wish }, [], rows, rules), rules, asOf);
  if (told === undefined) expect(notes.join()).not.toContain('覆盖不足');
  else expect(notes).toContain(told);
});

test.each([
  [true, ['九月.csv'], '九月.csv没有交易渠道：其中的柜面大额入账无从得知'],
  [true, [], undefined],
  [false, ['九月.csv'], '交易明细没有交易渠道：柜面大额入账未提供'],
] as const)('渠道 stated in some file (%s), not in %j: %s', async (statesChannel, filesWithoutChannel, told) => {
  const given = await withBookings(newcomer, [], [credit('A1', '2025-06-10', 5 * wan)], rules);
  const engine = given.engine && { ...given.engine, statesChannel, filesWithoutChannel };
  const { notes } = measureReferrals({ ...given, engine }, rules, asOf);
  expect(notes.filter((note) => note.includes('渠道'))).toEqual(told === undefined ? [] : [told]);
});

test('without accounts new ones are unknown, and accounts are never printed as customers', async () => {
  const found = await missed([credit('A1', '2025-06-10', 60 * wan)], {});
  expect(found).toMatchObject({ newAccounts: null, largeDeposits: null });
  const byCustomer = await missed([credit('A1', '2025-06-10', 60 * wan, { custNo: 'N', acctNo: undefined })], {});
  expect(byCustomer.largeDeposits?.map((one) => one.customerId)).toEqual(['N']);
});

test('bookings of others and the order of rows change nothing', async () => {
  const rows = [credit('A1', '2025-06-10', 5 * wan), credit('B1', '2025-06-10', 4 * wan)];
  const plain = await missed(rows);
  expect(await missed([...rows].reverse())).toEqual(plain);
  const accounts = [account('Z1', 'Z', '2019-01-01'), ...(newcomer.accounts ?? [])];
  expect(await missed([credit('Z1', '2025-06-10', wan), ...rows], { ...newcomer, accounts })).toEqual(plain);
});
