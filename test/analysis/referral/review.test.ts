import { describe, expect, test } from 'vitest';
import type { Episode } from '../../../src/analysis/referral/episode.js';
import type { ReferralInput } from '../../../src/analysis/referral/input.js';
import { reviewQuestions } from '../../../src/analysis/referral/review.js';
import { comparableAddress, comparablePhone } from '../../../src/analysis/referral/review-contacts.js';
import { fenOf } from '../../../src/model/fen.js';
import type { Transaction } from '../../../src/model/transaction.js';
import { booked, type Draft } from '../../engine/bookings.js';
import { asOf, customer, on, rulesWith } from '../branch.js';
import { customerParty, episode, manager, staff, teller, withBookings } from './episode.js';
import { input, row } from './register.js';

const rules = rulesWith();
const wan = 1_000_000;

function ask(episodes: readonly Episode[], wish: Partial<ReferralInput> = {}) {
  return reviewQuestions(episodes, input(wish), rules, asOf);
}

function refers(from: string, to: string, day: string, wish: Partial<Episode> = {}): Episode {
  return episode(to, day, null, { referrer: customerParty(from), ...wish });
}

describe('自荐', () => {
  test('receiver and referrer are one person', () => {
    expect(ask([episode('A', '2025-06-01', null, { receiver: teller, state: '自荐' })])).toEqual([
      {
        rule: '自荐',
        referralNos: ['ZJ-A-2025-06-01'],
        about: '丁小满（0101）',
        evidence: '2025-06-01登记，转介人与接收人是同一人',
        question: '这笔由谁实际转介、由谁实际承接？',
      },
    ]);
  });

  test('a customer who refers himself is called by 客户号', () => {
    const [question] = ask([refers('A', 'A', '2025-06-01', { state: '自荐' })]);
    expect(question).toMatchObject({ about: '客户A', evidence: '2025-06-01登记，转介人与被转介客户是同一人' });
  });
});

describe('互相转介', () => {
  test('two customers who refer each other are asked about once', () => {
    const rows = [refers('A', 'B', '2025-05-01'), refers('B', 'A', '2025-06-01')];
    const expected = [
      expect.objectContaining({
        rule: '互相转介',
        about: '客户A、客户B',
        referralNos: ['ZJ-B-2025-05-01', 'ZJ-A-2025-06-01'],
        evidence: '2025-05-01客户A转介客户B，2025-06-01客户B转介客户A',
      }),
    ];
    expect(ask(rows)).toEqual(expected);
    expect(ask([...rows].reverse())).toEqual(expected);
  });

  test('three in a ring are asked about once, three in a row are not', () => {
    const chain = [refers('A', 'B', '2025-05-01'), refers('B', 'C', '2025-06-01')];
    expect(ask(chain)).toEqual([]);
    expect(ask([...chain, refers('C', 'A', '2025-07-01')]).map(({ about }) => about)).toEqual(['客户A、客户B、客户C']);
  });

  test.each(['重复', '自荐', '期外'] as const)('%s makes no ring', (state) => {
    const found = ask([refers('A', 'B', '2025-05-01'), refers('B', 'A', '2025-06-01', { state })]);
    expect(found.filter(({ rule }) => rule === '互相转介')).toEqual([]);
  });

  test('two employees who hand over the same customer, merged rows among them', () => {
    const there = episode('A', '2025-05-01', null);
    const back = episode('A', '2025-05-20', null, { referrer: manager, receiver: teller, state: '重复' });
    expect(ask([there, back])).toEqual([
      expect.objectContaining({
        about: '丁小满（0101）、何立夏（0201）',
        evidence: '客户A于2025-05-01由丁小满（0101）转给何立夏（0201），2025-05-20由何立夏（0201）转给丁小满（0101）',
      }),
    ]);
    expect(ask([there, episode('B', '2025-05-20', null, { referrer: manager, receiver: teller })])).toEqual([]);
  });
});

describe('电话与地址相同', () => {
  const customers = [
    customer('R', undefined, { phone: '139 0000 0001', address: '江城市 柳巷12号3单元' }),
    customer('A', undefined, { phone: '+8613900000001', address: '江城市柳巷12号３单元' }),
    customer('B', undefined, { phone: '13900000002', address: '江城市' }),
    customer('C', undefined, { phone: '13900000002', address: '江城市' }),
  ];

  test('of referrer and referred', () => {
    const found = ask([refers('R', 'A', '2025-05-01'), refers('R', 'B', '2025-05-02')], { customers });
    expect(found.map(({ rule, evidence }) => [rule, evidence])).toEqual([
      ['电话相同', '转介人客户R与被转介的客户A登记的电话相同'],
      ['地址相同', '转介人客户R与被转介的客户A登记的地址相同'],
    ]);
  });

  test('of several referred by one employee, not by two', () => {
    const rows = [episode('B', '2025-05-01', null), episode('C', '2025-05-02', null)];
    expect(ask(rows, { customers }).map(({ rule, evidence }) => [rule, evidence])).toEqual([
      ['电话相同', '2位被转介客户（客户B、客户C）登记的电话相同'],
    ]);
    expect(ask([rows[0]!, { ...rows[1]!, referrer: staff('0102', '孟春') }], { customers })).toEqual([]);
  });

  test('one person twice is not two persons', () => {
    const rows = [episode('B', '2025-01-01', null), episode('B', '2025-06-02', null)];
    expect(ask(rows, { customers })).toEqual([]);
  });

  test.each([
    ['13900000001', '13900000001'],
    ['86-139-0000-0001', '13900000001'],
    ['００８６13900000001', '13900000001'],
    ['8613900', '8613900'],
    ['123456', null],
    ['00000000000', null],
    [undefined, null],
  ])('phone %s compares as %s', (phone, expected) => expect(comparablePhone(phone)).toBe(expected));

  test.each([
    ['江城市柳巷12号', '江城市柳巷12号'],
    ['江城市柳巷2号', null],
    ['江城市东湖区柳巷街道', null],
    [undefined, null],
  ])('address %s compares as %s', (address, expected) => expect(comparableAddress(address)).toBe(expected));
});

describe('成交后销户', () => {
  const won = episode('A', '2025-05-01', '2025-05-10');

  test.each([
    ['on the day of the deal', '2025-05-10', 1],
    ['on day 90', '2025-08-08', 1],
    ['on day 91', '2025-08-09', 0],
    ['before the deal', '2025-05-09', 0],
    ['after asOf', '2025-10-01', 0],
  ])('%s', (_, day, questions) => {
    const customers = [customer('A', undefined, { closeDate: on(day) })];
    expect(ask([won], { customers })).toHaveLength(questions);
  });

  test('all accounts closed is closed, one left open is not', () => {
    const closed = { acctNo: 'A1', custNo: 'A', closeDate: on('2025-06-01') };
    expect(ask([won], { accounts: [closed] }).map(({ evidence }) => evidence)).toEqual([
      '客户A于2025-05-10成交，2025-06-01销户，相隔22天',
    ]);
    expect(ask([won], { accounts: [closed, { acctNo: 'A2', custNo: 'A' }] })).toEqual([]);
  });
});

describe('资金快进快出', () => {
  const won = episode('A', '2025-05-01', '2025-05-10');
  const wish: Partial<ReferralInput> = {
    accounts: [
      { acctNo: 'A1', custNo: 'A' },
      { acctNo: 'A2', custNo: 'A' },
    ],
  };
  const cash = (day: string, amount: number, direction: 'C' | 'D', more: Draft = {}) =>
    booked({ on: day, amount, direction, summary: direction === 'C' ? '现金存入' : '转账', ...more });

  async function flows(rows: readonly Transaction[], more: Partial<ReferralInput> = {}, of: Episode = won) {
    const given = await withBookings({ ...wish, ...more }, [of], rows, rules);
    return reviewQuestions([of], given, rules, asOf).map(({ evidence }) => evidence);
  }

  test.each([
    ['80 % on day 7', [cash('2025-05-10', 5 * wan, 'C'), cash('2025-05-17', 4 * wan, 'D')], 1],
    ['one 分 less', [cash('2025-05-10', 5 * wan, 'C'), cash('2025-05-17', 4 * wan - 1, 'D')], 0],
    ['on day 8', [cash('2025-05-10', 5 * wan, 'C'), cash('2025-05-18', 4 * wan, 'D')], 0],
    ['less than 5万 in', [cash('2025-05-10', 5 * wan - 1, 'C'), cash('2025-05-17', 5 * wan - 1, 'D')], 0],
    ['money in before the deal', [cash('2025-05-09', 5 * wan, 'C'), cash('2025-05-17', 5 * wan, 'D')], 0],
  ])('%s', async (_, rows, questions) => expect(await flows(rows)).toHaveLength(questions));

  const inAndOut = [cash('2025-05-10', 10 * wan, 'C'), cash('2025-05-12', 9 * wan, 'D')];

  test('the evidence says days and amounts', async () => {
    expect(await flows(inAndOut)).toEqual(['客户A于2025-05-10成交起7天内入账100,000.00元，转出90,000.00元']);
  });

  test('what was bought has not left', async () => {
    const bought = { custNo: 'A', tradeDate: on('2025-05-12'), productName: '稳健一号', amountFen: fenOf(9 * wan) };
    const wealthSales = [bought];
    expect(await flows(inAndOut, { wealthSales })).toEqual([]);
    const stated = {
      ...won,
      row: row('A', '2025-05-01', '2025-05-10', { dealProduct: '理财', dealFen: fenOf(9 * wan) }),
    };
    expect(await flows(inAndOut, {}, stated)).toEqual([]);
  });

  test('what went to an own account has not left', async () => {
    const own = [
      cash('2025-05-10', 10 * wan, 'C'),
      cash('2025-05-12', 9 * wan, 'D', { txnId: '77' }),
      cash('2025-05-12', 9 * wan, 'C', { txnId: '77', acctNo: 'A2', summary: '转账' }),
    ];
    expect(await flows(own)).toEqual([]);
  });

  test.each(['重复', '自荐', '期外'] as const)('%s is not asked about', async (state) => {
    expect((await flows(inAndOut, {}, { ...won, state })).filter((text) => text.includes('入账'))).toEqual([]);
  });
});

describe('月末集中登记', () => {
  const registered = (days: readonly string[]) =>
    days.map((day, place) => episode(`M${place}`, `2025-06-${day}`, null));

  test.each([
    ['five of ten in the last three days', ['28', '28', '29', '30', '30', '01', '02', '03', '04', '05'], 1],
    ['five of eleven', ['28', '28', '29', '30', '30', '01', '02', '03', '04', '05', '06'], 0],
    ['four of four', ['28', '28', '29', '30'], 0],
    ['one of five on the day before', ['27', '28', '29', '30', '30'], 0],
  ])('%s', (_, days, questions) => expect(ask(registered(days))).toHaveLength(questions));

  test('counts in the evidence', () => {
    expect(ask(registered(['01', '28', '28', '29', '30', '30']))).toEqual([
      expect.objectContaining({ about: '丁小满（0101）', evidence: '2025-06登记6笔，其中月末最后3天5笔' }),
    ]);
  });

  test('a month that has not ended is not judged', () => {
    const rows = registered(['28', '28', '29', '30', '30']);
    expect(reviewQuestions(rows, input({}), rules, on('2025-06-29'))).toEqual([]);
  });
});

test('every question is one, and names neither customers, phones nor addresses', () => {
  const customers = ['A', 'B', 'R'].map((custNo) =>
    customer(custNo, undefined, {
      custName: '秦无双',
      phone: '13900000001',
      address: '江城市柳巷12号3单元',
      closeDate: on('2025-06-01'),
    }),
  );
  const rows = [
    refers('R', 'A', '2025-05-01', { successOn: on('2025-05-10') }),
    refers('A', 'R', '2025-05-02'),
    refers('R', 'B', '2025-05-03'),
    refers('B', 'B', '2025-05-04', { state: '自荐' }),
  ];
  const found = ask(rows, { customers });
  expect(new Set(found.map(({ rule }) => rule)).size).toBe(5);
  for (const { question, evidence, about } of found) {
    expect(question).toMatch(/？$/);
    expect(`${about}${evidence}${question}`).not.toMatch(/秦无双|139|柳巷|作假|虚假|违规|舞弊|套取/);
  }
});
