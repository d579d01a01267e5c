import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Episode } from '../../../src/analysis/referral/episode.js';
import { episodesOf } from '../../../src/analysis/referral/episodes.js';
import type { ReferralInput } from '../../../src/analysis/referral/input.js';
import { lastWeekday, monthEndsFrom } from '../../../src/analysis/referral/month-ends.js';
import { pointsOf } from '../../../src/analysis/referral/points.js';
import { bandPoints } from '../../../src/analysis/referral/staff-points.js';
import type { Balance } from '../../../src/model/balance.js';
import type { Referral } from '../../../src/model/referral.js';
import { asOf, customer, on, type RulesInput, rulesWith } from '../branch.js';
import { customerParty, episode, manager, snapshot, staff, teller } from './episode.js';
import { input, row } from './register.js';

const rules = rulesWith();

function points(episodes: readonly Episode[], balances?: readonly Balance[], wish: RulesInput = {}) {
  const customers = [customer('R1', undefined, { custName: '秦无双' }), customer('A', on('2025-05-05'))];
  return pointsOf(episodes, { accounts: undefined, balances, customers }, rulesWith(wish), asOf);
}

const byCustomer = { referrer: customerParty('R1') };

describe('staff points (C8)', () => {
  test.each([
    [null, 10],
    [-1, 10],
    [0, 10],
    [4_999_999, 10],
    [5_000_000, 20],
    [19_999_999, 20],
    [20_000_000, 50],
    [49_999_999, 50],
    [50_000_000, 100],
  ])('a gain of %s 分 gives %i', (gain, expected) => expect(bandPoints(gain, rules.points.staffBands)).toBe(expected));

  // Deal 2025-05-10: day 90 is 2025-08-08.
  test.each([
    ['the snapshot of the month before day 90', '2025-07-31', 100],
    ['one of day 90 itself', '2025-08-08', 100],
    ['one after day 90 is not looked at', '2025-08-09', 10],
    ['the oldest that still counts', '2025-07-09', 100],
    ['one of more than a month before day 90', '2025-07-08', 10],
  ])('%s', (_, day, expected) => {
    const balances = [...snapshot('2025-04-30', { A: 0 }), ...snapshot(day, { A: 500_000 })];
    const { staff: accounts } = points([episode('A', '2025-05-01', '2025-05-10')], balances);
    expect(accounts.map((account) => account.points)).toEqual([expected / 2, expected / 2]);
  });

  test('day 90 that is still to come gives the lowest band', () => {
    const balances = [...snapshot('2025-06-30', { A: 0 }), ...snapshot('2025-09-30', { A: 500_000 })];
    const of = (deal: string) => points([episode('A', '2025-07-01', deal)], balances).staff[0]?.points;
    expect([of('2025-07-02'), of('2025-07-03')]).toEqual([50, 5]);
  });

  test('the shares add up to the whole, and stand under both', () => {
    const { staff: accounts } = points([episode('A', '2025-05-01', '2025-05-10')], undefined, {
      points: { referrerShare: 0.3 },
    });
    expect(accounts).toEqual([
      {
        staffNo: '0201',
        staffName: '何立夏',
        points: 7,
        entries: [expect.objectContaining({ reason: '接收', points: 7 })],
      },
      {
        staffNo: '0101',
        staffName: '丁小满',
        points: 3,
        entries: [expect.objectContaining({ reason: '转介', points: 3 })],
      },
    ]);
  });

  test('no success, no points; without a receiver the referrer keeps the own share', () => {
    expect(points([episode('A', '2025-09-01', null)]).staff).toEqual([]);
    const alone = points([episode('A', '2025-05-01', '2025-05-10', { receiver: null })]).staff;
    expect(alone.map((account) => account.points)).toEqual([5]);
  });

  test('a cancelled deal is given and taken back', () => {
    const { staff: accounts } = points([episode('A', '2025-05-01', '2025-05-10', { state: '撤销', successOn: null })]);
    expect(accounts.map((account) => account.points)).toEqual([0, 0]);
    expect(accounts[0]?.entries).toEqual([
      { referralNo: 'ZJ-A-2025-05-01', on: '2025-05-10', points: 5, reason: '转介' },
      { referralNo: 'ZJ-A-2025-05-01', on: '2025-05-25', points: -5, reason: '冲回' },
    ]);
  });

  test('a reversal is never dated after asOf', () => {
    const { staff: accounts } = points([episode('A', '2025-09-01', '2025-09-25', { state: '撤销', successOn: null })]);
    expect(accounts[0]?.entries.map((entry) => entry.on)).toEqual(['2025-09-25', '2025-09-30']);
  });
});

describe('customer points (C9)', () => {
  // A was opened on 2025-05-05, four days after the registration.
  test.each([
    ['a new customer', {}, 200],
    ['a new customer without a deal', { state: '未成功', successOn: null }, 200],
    ['a new customer with a late deal', { state: '逾期成交' }, 200],
    ['a new customer with a deal that was cancelled', { state: '撤销', successOn: null }, 200],
    ['an existing customer', { customerType: '存量' }, 100],
    ['an existing customer without a deal', { customerType: '存量', state: '未成功', successOn: null }, undefined],
    ['an existing customer with a late deal', { customerType: '存量', state: '逾期成交' }, undefined],
    ['a self-referral', { state: '自荐' }, undefined],
    ['a second registration', { state: '重复' }, undefined],
    ['one of another period', { state: '期外' }, undefined],
    ['somebody who is no customer yet', { customerType: '潜在', customerId: null }, undefined],
  ] satisfies [string, Partial<Episode>, number | undefined][])('%s: %s', (_, wish, expected) => {
    const { customers } = points([episode('A', '2025-05-01', '2025-05-10', { ...byCustomer, ...wish })]);
    expect(customers[0]?.points).toBe(expected);
  });

  const register = (openDate: string, rows: readonly Referral[], more: Partial<ReferralInput> = {}) => {
    const given = input({ referrals: rows, customers: [customer('R1'), customer('A', on(openDate))], ...more });
    return pointsOf(episodesOf(given, rules, asOf), given, rules, asOf).customers.map(({ customerId, entries }) => [
      customerId,
      ...entries.map((entry) => `${entry.on} ${entry.points}`),
    ]);
  };
  const referredBy = (referrerNo: string, registered: string, deal?: string) =>
    row('A', registered, deal, {
      referrerNo,
      referrerName: undefined,
      referrerRole: undefined,
      referrerType: '存量客户',
    });

  test.each([
    ['2025-04-30', '存量', []],
    ['2025-05-01', '新客户', [['R1', '2025-05-01 200']]],
    ['2025-07-30', '新客户', [['R1', '2025-07-30 200']]],
    ['2025-07-31', '新客户', []],
    ['2025-10-01', '潜在', []],
  ])('registered on 2025-05-01 and opened on %s (%s)', (opened, _, expected) => {
    expect(register(opened, [referredBy('R1', '2025-05-01')])).toEqual(expected);
  });

  test('the opening may stand in the accounts alone', () => {
    const accounts = [{ acctNo: '1', custNo: 'A', openDate: on('2025-05-05') }];
    const rows = [referredBy('R1', '2025-05-01')];
    expect(register('2025-05-05', rows, { customers: undefined, accounts })).toEqual([['R1', '2025-05-05 200']]);
  });

  test('a new customer is awarded once, to whose registration the opening belongs', () => {
    const rows = [referredBy('R1', '2025-05-01'), referredBy('R2', '2025-07-31', '2025-08-10')];
    expect(register('2025-07-30', rows)).toEqual([
      ['R1', '2025-07-30 200'],
      ['R2', '2025-08-10 100'],
    ]);
    expect(register('2025-07-31', rows)).toEqual([['R2', '2025-07-31 200']]);
  });

  test('the cancelled deal of an existing customer is given and taken back', () => {
    const cancelled = { ...byCustomer, customerType: '存量', state: '撤销', successOn: null } as const;
    const { customers } = points([episode('A', '2025-05-01', '2025-05-10', cancelled)]);
    expect(customers[0]?.entries.map((entry) => entry.points)).toEqual([100, -100]);
  });

  test('names are masked', () => {
    expect(points([episode('A', '2025-05-01', '2025-05-10', byCustomer)]).customers[0]?.customerName).toBe('秦*双');
  });
});

describe('redeeming (C10)', () => {
  test.each([
    ['2025-05-05', ['2025-05-31', '2025-06-30', '2025-07-31']],
    ['2025-06-02', ['2025-06-30', '2025-07-31', '2025-08-31']],
    ['2025-06-01', ['2025-06-30', '2025-07-31']],
  ])('month ends within 90 days of %s', (since, expected) => {
    expect(monthEndsFrom(on(since), 90)).toEqual(expected);
  });

  // A was opened on 2025-05-05: the last month end is 2025-07-31.
  test.each([
    ['enough on a month end', '2025-07-31', 50_000, 200],
    ['one 元 too little', '2025-07-31', 49_999, 0],
    ['enough on the last working day of the month', '2025-05-30', 50_000, 200],
    ['enough too late', '2025-08-31', 90_000, 0],
    ['enough before the opening', '2025-05-04', 90_000, 0],
  ])('%s', (_, day, yuan, redeemable) => {
    const others = ['2025-05-30', '2025-06-30', '2025-07-31'].flatMap((end) => snapshot(end, { Z: 1 }));
    const balances = [...others, ...snapshot(day, { A: yuan })];
    const { customers } = points([episode('A', '2025-05-01', '2025-05-10', byCustomer)], balances);
    expect(customers[0]).toMatchObject({ points: 200, redeemable });
  });

  test.each([
    ['enough', { A: 50_000 }, 200],
    ['too little, on the only month end that is known,', { A: 49_999 }, null],
  ])('%s is %o: %s', (_, held, redeemable) => {
    const { customers } = points([episode('A', '2025-05-01', '2025-05-10', byCustomer)], snapshot('2025-06-30', held));
    expect(customers[0]?.redeemable).toBe(redeemable);
  });

  test.each([
    ['2025-05-31', '2025-05-30', 'a Saturday'],
    ['2025-08-31', '2025-08-29', 'a Sunday'],
    ['2025-06-30', '2025-06-30', 'a Monday'],
    ['2025-10-31', '2025-10-31', 'a Friday'],
  ])('the last weekday of the month of %s is %s, since it ends on %s', (end, expected) => {
    expect(lastWeekday(on(end))).toBe(expected);
  });

  test('enough on a month end that is the day of opening', () => {
    const customers = [customer('A', on('2025-05-31'))];
    const balances = snapshot('2025-05-31', { A: 50_000 });
    const won = episode('A', '2025-05-01', '2025-05-31', byCustomer);
    expect(pointsOf([won], { accounts: undefined, balances, customers }, rules, asOf).customers[0]?.redeemable).toBe(
      200,
    );
  });

  test('without AUM it is not known', () => {
    expect(points([episode('A', '2025-05-01', '2025-05-10', byCustomer)]).customers[0]?.redeemable).toBeNull();
  });
});

describe('laws', () => {
  const episodes = fc
    .array(
      fc.record({
        customerId: fc.constantFrom('A', 'B', 'C'),
        day: fc.integer({ min: 1, max: 28 }),
        by: fc.integer({ min: 0, max: 3 }),
      }),
      { maxLength: 12 },
    )
    .map((drafts) =>
      drafts.map(({ customerId, day, by }, place) => {
        const registered = `2025-06-${String(day).padStart(2, '0')}`;
        const referrer = [teller, staff('0102', '孟春'), customerParty('R1'), customerParty('R2')][by] ?? teller;
        return episode(customerId, registered, '2025-07-01', { referrer, receiver: manager, referralNo: `N${place}` });
      }),
    );

  test('an employee and a customer never share a referral, and row order never matters', () => {
    fc.assert(
      fc.property(episodes, (rows) => {
        const { staff: employees, customers } = points(rows);
        const inStaff = new Set(employees.flatMap(({ entries }) => entries.map((entry) => entry.referralNo)));
        expect(customers.flatMap(({ entries }) => entries).filter((entry) => inStaff.has(entry.referralNo))).toEqual(
          [],
        );
        expect(points([...rows].reverse())).toEqual({ staff: employees, customers });
      }),
    );
  });

  test('every account is the sum of its entries', () => {
    fc.assert(
      fc.property(episodes, (rows) => {
        const { staff: employees, customers } = points(rows);
        for (const account of [...employees, ...customers])
          expect(account.points).toBeCloseTo(
            account.entries.reduce((sum, entry) => sum + entry.points, 0),
            9,
          );
      }),
    );
  });
});
