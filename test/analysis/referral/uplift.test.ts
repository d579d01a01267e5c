import { describe, expect, test } from 'vitest';
import { openedAccounts } from '../../../src/analysis/referral/opened.js';
import { upliftOf } from '../../../src/analysis/referral/uplift.js';
import { fenOf } from '../../../src/model/fen.js';
import type { Referral } from '../../../src/model/referral.js';
import { asOf, customer, on } from '../branch.js';
import { episode, snapshot } from './episode.js';
import { at, row } from './register.js';

const balances = [
  ...snapshot('2025-05-31', { A: 10_000, B: 50_000, K: 1 }),
  ...snapshot('2025-09-30', { A: 30_000, B: 20_000, C: 5_000, K: 900_000 }),
];
const customers = ['A', 'B', 'C']
  .map((custNo) => customer(custNo))
  .concat(customer('K', undefined, { custType: '对公' }));

function received(custNo: string, day: string, more = {}) {
  return episode(custNo, day, null, { row: row(custNo, day, undefined, { receivedAt: at(day), ...more }) });
}

describe('uplift (C16)', () => {
  test('gains alone, and net of losses; companies are left out', () => {
    const episodes = ['A', 'B', 'C', 'K'].map((custNo) => received(custNo, '2025-06-10'));
    expect(upliftOf(episodes, { balances, customers }, asOf).figures).toEqual({
      positiveFen: 2_500_000,
      netFen: -500_000,
      customers: 3,
      unknownCustomers: 0,
    });
  });

  test('the register wins over the snapshot', () => {
    const stated = received('A', '2025-06-10', { aumAtReceiptFen: fenOf(2_900_000) });
    const uplift = upliftOf([stated], { balances, customers }, asOf);
    expect(uplift.receiptFen(stated)).toBe(2_900_000);
    expect(uplift.figures.netFen).toBe(100_000);
  });

  test('who is received on asOf itself has gained nothing yet, and is known', () => {
    const { figures } = upliftOf([received('A', '2025-09-30')], { balances, customers }, asOf);
    expect(figures).toEqual({ positiveFen: 0, netFen: 0, customers: 1, unknownCustomers: 0 });
  });

  test('a customer counts once, from the first receipt', () => {
    const twice = [received('A', '2025-09-30'), received('A', '2025-06-10')];
    expect(upliftOf(twice, { balances, customers }, asOf).figures).toMatchObject({ netFen: 2_000_000, customers: 1 });
  });

  test('neither received nor successful is no uplift; a success without 接收时间 counts from its registration', () => {
    const open = episode('A', '2025-06-10', null, { row: row('A', '2025-06-10', undefined, { status: '已登记' }) });
    const won = episode('A', '2025-06-10', '2025-06-20');
    const uplift = upliftOf([open], { balances, customers }, asOf);
    expect([uplift.receiptFen(open), uplift.receiptFen(won)]).toEqual([null, 1_000_000]);
    expect(uplift.figures).toEqual({ positiveFen: 0, netFen: 0, customers: 0, unknownCustomers: 0 });
  });

  test('what cannot be compared is unknown, not 0', () => {
    const early = [received('A', '2025-05-30')];
    const unknown = { positiveFen: null, netFen: null, customers: 0, unknownCustomers: 1 };
    expect(upliftOf(early, { balances, customers }, asOf).figures).toEqual(unknown);
    expect(upliftOf(early, { balances: undefined, customers }, asOf).figures).toEqual(unknown);
  });

  test.each([
    ['2025-05-30', 0, 'a snapshot after the receipt'],
    ['2025-05-31', null, 'none after it'],
    ['2025-06-01', null, 'only one before it'],
  ])('received on %s with one snapshot of 2025-05-31: %s, %s', (day, netFen, _reason) => {
    const single = balances.filter(({ dataDate }) => dataDate === '2025-05-31');
    const stated = received('A', day, { aumAtReceiptFen: fenOf(1_000_000) });
    const uplift = upliftOf([stated], { balances: single, customers }, asOf);
    expect(uplift.figures.netFen).toBe(netFen);
    expect(uplift.presentFen(stated)).toBe(netFen === null ? null : 1_000_000);
    expect(uplift.figures.unknownCustomers).toBe(netFen === null ? 1 : 0);
  });

  test('who was received on a day that nobody wrote down is unknown, and so is who was received where nothing tells', () => {
    const of = (more: Partial<Referral>) =>
      upliftOf([episode('A', '2025-06-10', null, { row: row('A', '2025-06-10', undefined, more) })], input, asOf)
        .figures;
    const input = { balances, customers };
    expect(of({ status: '已接收' })).toEqual({ positiveFen: null, netFen: null, customers: 0, unknownCustomers: 1 });
    expect(of({})).toEqual({ positiveFen: null, netFen: null, customers: 0, unknownCustomers: 0 });
    expect(of({ status: '已登记' })).toEqual({ positiveFen: 0, netFen: 0, customers: 0, unknownCustomers: 0 });
  });

  test('merged rows and somebody unrelated change nothing', () => {
    const plain = upliftOf([received('A', '2025-06-10')], { balances, customers }, asOf).figures;
    const more = [received('A', '2025-06-10'), { ...received('B', '2025-06-10'), state: '重复' as const }];
    const others = [...balances, ...snapshot('2025-09-30', { Z: 7 })];
    expect(upliftOf(more, { balances: others, customers }, asOf).figures).toEqual(plain);
  });
});

describe('opened with a referral (C16)', () => {
  const opened = [
    customer('A', on('2025-06-01')),
    customer('B', on('2025-10-01')),
    customer('K', on('2025-06-01'), { custType: '对公' }),
  ];

  test('private and corporate apart, each customer once, not after asOf', () => {
    const episodes = ['A', 'A', 'B', 'K', 'Z'].map((custNo) => episode(custNo, '2025-05-20', null));
    expect(openedAccounts(episodes, { customers: opened, accounts: undefined }, asOf)).toEqual({
      personal: 1,
      corporate: 1,
    });
  });

  test('existing customers and self-referrals opened nothing', () => {
    const episodes = [
      episode('A', '2025-05-20', null, { customerType: '存量' }),
      episode('K', '2025-05-20', null, { state: '自荐' }),
    ];
    expect(openedAccounts(episodes, { customers: opened, accounts: undefined }, asOf)).toEqual({
      personal: 0,
      corporate: 0,
    });
  });

  test('without a customer export nothing is known', () => {
    expect(openedAccounts([], { customers: undefined, accounts: undefined }, asOf)).toBeNull();
    const accounts = [{ acctNo: '1', custNo: 'A', openDate: asOf }];
    expect(openedAccounts([], { customers: undefined, accounts }, asOf)).toBeNull();
  });

  test('without any day of opening nobody is known to be new', () => {
    const undated = [customer('A'), customer('B')];
    expect(openedAccounts([], { customers: undated, accounts: [] }, asOf)).toBeNull();
    const accounts = [{ acctNo: '1', custNo: 'A', openDate: asOf }];
    expect(openedAccounts([], { customers: undated, accounts }, asOf)).toEqual({ personal: 0, corporate: 0 });
  });
});
