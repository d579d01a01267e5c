import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { monthEndsFrom } from '../../../src/analysis/referral/customer-points.js';
import type { Episode } from '../../../src/analysis/referral/episode.js';
import { pointsOf } from '../../../src/analysis/referral/points.js';
import { bandPoints } from '../../../src/analysis/referral/staff-points.js';
import type { Balance } from '../../../src/model/balance.js';
import { asOf, customer, on, type RulesInput, rulesWith } from '../branch.js';
import { customerParty, episode, manager, snapshot, staff, teller } from './episode.js';

const rules = rulesWith();

function points(episodes: readonly Episode[], balances?: readonly Balance[], wish: RulesInput = {}) {
  const customers = [customer('R1', undefined, { custName: '秦无双' }), customer('A', on('2025-05-05'))];
  return pointsOf(episodes, { balances, customers }, rulesWith(wish), asOf);
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
  test.each([
    ['a new customer', {}, 200],
    ['an existing customer', { customerType: '存量' }, 100],
    ['a late deal', { state: '逾期成交' }, undefined],
    ['a self-referral', { state: '自荐' }, undefined],
    ['somebody who is no customer yet', { customerType: '潜在', customerId: null }, undefined],
  ] satisfies [string, Partial<Episode>, number | undefined][])('%s: %s', (_, wish, expected) => {
    const { customers } = points([episode('A', '2025-05-01', '2025-05-10', { ...byCustomer, ...wish })]);
    expect(customers[0]?.points).toBe(expected);
  });

  test('a new customer is awarded once, to who came first', () => {
    const second = episode('A', '2025-08-20', '2025-09-01', { referrer: customerParty('R2') });
    const first = episode('A', '2025-05-01', '2025-05-10', byCustomer);
    expect(points([second, first]).customers.map((account) => account.customerId)).toEqual(['R1']);
  });

  test('a cancelled deal does not use up the award', () => {
    const cancelled = episode('A', '2025-05-01', '2025-05-10', { ...byCustomer, state: '撤销', successOn: null });
    const later = episode('A', '2025-08-20', '2025-09-01', { referrer: customerParty('R2') });
    const { customers } = points([cancelled, later]);
    expect(customers.map((account) => [account.customerId, account.points])).toEqual([
      ['R2', 200],
      ['R1', 0],
    ]);
    expect(customers[1]?.entries.map((entry) => entry.points)).toEqual([200, -200]);
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
    const { customers } = points([episode('A', '2025-05-01', '2025-05-10', byCustomer)], snapshot(day, { A: yuan }));
    expect(customers[0]).toMatchObject({ points: 200, redeemable });
  });

  test('enough on a month end that is the day of opening', () => {
    const customers = [customer('A', on('2025-05-31'))];
    const balances = snapshot('2025-05-31', { A: 50_000 });
    const won = episode('A', '2025-05-01', '2025-05-31', byCustomer);
    expect(pointsOf([won], { balances, customers }, rules, asOf).customers[0]?.redeemable).toBe(200);
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
