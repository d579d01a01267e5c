import { describe, expect, test } from 'vitest';
import { type PurchaseInput, purchasesOf } from '../../../src/analysis/purchases.js';
import { repurchaseAnswer, repurchaseOf } from '../../../src/analysis/referral/repurchase.js';
import { fenOf } from '../../../src/model/fen.js';
import type { FundTransaction } from '../../../src/model/fund-transaction.js';
import type { WealthSale } from '../../../src/model/wealth-sale.js';
import { asOf, on, rulesWith } from '../branch.js';
import { customerParty, episode } from './episode.js';

const rules = rulesWith();

function sale(custNo: string, day: string, more: Partial<WealthSale> = {}): WealthSale {
  return { custNo, tradeDate: on(day), productName: '稳健一号', amountFen: fenOf(5_000_000), ...more };
}

function fund(custNo: string, day: string, business: string, more: Partial<FundTransaction> = {}): FundTransaction {
  return { custNo, applyDate: on(day), fundCode: '000001', business, status: '成功', ...more };
}

function files(wish: Partial<PurchaseInput>): PurchaseInput {
  return { wealthSales: undefined, fundTransactions: undefined, accounts: undefined, ...wish };
}

describe('§7.7: the window clips to the end of the month', () => {
  test.each([
    ['2025-05-31', '2025-08-31', '2025-09-30', '是'],
    ['2025-05-31', '2025-09-01', '2025-09-30', '否'],
    ['2025-11-30', '2026-02-28', '2026-02-28', '是'],
    ['2025-11-30', '2026-03-01', '2026-03-31', '否'],
    ['2025-11-30', '2026-02-28', '2026-02-27', '未到期'],
    ['2025-06-30', '2025-09-30', '2025-09-30', '是'],
    ['2025-06-30', '2025-07-01', '2025-09-29', '未到期'],
  ])('first %s, second %s, as of %s: %s', (first, second, day, answer) => {
    expect(repurchaseAnswer([on(second), on(first)], 3, on(day))).toBe(answer);
  });

  test('a second purchase on the same day is none', () => {
    expect(repurchaseAnswer([on('2025-05-31'), on('2025-05-31')], 3, asOf)).toBe('否');
    expect(repurchaseAnswer([on('2025-05-31'), on('2025-05-31'), on('2025-06-01')], 3, asOf)).toBe('是');
  });

  test('nobody repurchases who never purchased', () => expect(repurchaseAnswer([], 3, asOf)).toBeNull());
});

describe('who counts', () => {
  const bought = ['A', 'B', 'C', 'D', 'E'].map((custNo) => sale(custNo, '2025-05-01'));
  const input = files({ wealthSales: [...bought, sale('A', '2025-06-01'), sale('F', '2025-09-01')] });
  const episodes = [
    episode('A', '2025-04-20', '2025-05-01'),
    episode('B', '2025-04-20', '2025-05-01'),
    episode('C', '2025-04-20', '2025-05-01', { customerType: '存量' }),
    episode('D', '2025-04-20', null),
    episode('E', '2025-01-20', '2025-05-01', { state: '逾期成交' }),
    episode('F', '2025-08-20', '2025-09-01'),
    episode('G', '2025-04-20', '2025-05-01', { referrer: customerParty('A') }),
  ];

  test('successful new customers with a first purchase whose window has passed', () => {
    const { figures, of } = repurchaseOf(episodes, input, rules, asOf);
    expect(figures).toEqual({ numerator: 1, denominator: 2, value: 0.5, provided: true, pending: 1 });
    expect(episodes.map(of)).toEqual(['是', '否', null, null, null, '未到期', null]);
  });

  test('a customer who was referred twice counts once', () => {
    const twice = [...episodes, episode('A', '2025-01-01', '2025-01-10')];
    expect(repurchaseOf(twice, input, rules, asOf).figures).toMatchObject({ numerator: 1, denominator: 2 });
  });

  test('purchases of others change nothing', () => {
    const more = { ...input, wealthSales: [sale('Z', '2025-05-01'), ...(input.wealthSales ?? [])] };
    expect(repurchaseOf(episodes, more, rules, asOf).figures).toEqual(
      repurchaseOf(episodes, input, rules, asOf).figures,
    );
  });

  test('without sales files nothing is said, also where accounts are given', () => {
    const { figures, of } = repurchaseOf(episodes, files({ accounts: [] }), rules, asOf);
    expect(figures).toEqual({ numerator: 0, denominator: 0, value: null, provided: false, pending: 0 });
    expect(of(episodes[0]!)).toBeNull();
  });
});

describe('what is a purchase', () => {
  const daysOf = (wish: Partial<PurchaseInput>) =>
    purchasesOf(files(wish), asOf)
      ?.get('A')
      ?.map((one) => one.on) ?? [];

  test.each([
    ['申购', {}, true],
    ['认购', {}, true],
    ['认购确认', {}, true],
    ['定投', {}, false],
    ['红利', {}, false],
    ['赎回', {}, false],
    ['申购', { status: '失败' }, false],
    ['申购', { status: undefined }, false],
    ['申购', { status: undefined, confirmDate: on('2025-05-02') }, true],
    ['申购', { confirmDate: on('2025-10-01') }, false],
  ] satisfies [string, Partial<FundTransaction>, boolean][])('fund %s %o: %s', (business, more, isOne) => {
    expect(daysOf({ fundTransactions: [fund('A', '2025-05-01', business, more)] })).toEqual(
      isOne ? ['2025-05-01'] : [],
    );
  });

  test('认购确认 is the second line of its 认购', () => {
    const rows = [fund('A', '2025-05-01', '认购'), fund('A', '2025-05-20', '认购确认')];
    expect(daysOf({ fundTransactions: rows })).toEqual(['2025-05-01']);
  });

  test.each([
    [{}, true],
    [{ status: '已撤单' }, false],
    [{ productType: '自动续期' }, false],
    [{ tradeDate: on('2025-10-01') }, false],
  ] satisfies [Partial<WealthSale>, boolean][])('wealth sale %o: %s', (more, isOne) => {
    expect(daysOf({ wealthSales: [sale('A', '2025-05-01', more)] }).length).toBe(isOne ? 1 : 0);
  });

  test.each([
    [{ acctType: '定期' }, true],
    [{ acctType: '定期', autoRenew: false }, true],
    [{ acctType: '定期', autoRenew: true }, false],
    [{ productClass: '整存整取' }, true],
    [{ acctType: '活期', term: '一年' }, false],
    [{ acctType: '个人贷款', maturityDate: on('2026-05-01') }, false],
    [{ maturityDate: on('2026-05-01') }, true],
  ])('account %o: %s', (more, isOne) => {
    const accounts = [{ acctNo: 'T1', custNo: 'A', openDate: on('2025-05-01'), ...more }];
    expect(daysOf({ wealthSales: [], accounts })).toEqual(isOne ? ['2025-05-01'] : []);
  });
});
