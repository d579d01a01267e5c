import { describe, expect, test } from 'vitest';
import { eventCustomers, kitUse } from '../../../src/analysis/referral/events.js';
import type { ReferralInput } from '../../../src/analysis/referral/input.js';
import { asOf, customer, on } from '../branch.js';
import { snapshot } from './episode.js';
import { input } from './register.js';

const tea = { eventNo: 'E1', eventName: '端午茶话会', eventDate: on('2025-06-01'), invitedCustNos: [] };
const opened = on('2025-06-10');

function brought(wish: Partial<ReferralInput>) {
  const customers = [customer('A', opened, { source: '端午茶话会' })];
  return eventCustomers(input({ events: [tea], customers, ...wish }), asOf);
}

describe('wealthy customers of an event (C15)', () => {
  test.each([
    ['100万 on day 90', '2025-08-30', 1_000_000, 1],
    ['one 元 less', '2025-08-30', 999_999, 0],
    ['on day 91 alone nobody knows of the days before', '2025-08-31', 1_000_000, null],
    ['before the event nobody knows of the days after', '2025-05-31', 1_000_000, null],
  ])('%s', (_, day, yuan, customers) => {
    expect(brought({ balances: snapshot(day, { A: yuan }) })).toEqual([{ event: '端午茶话会', customers }]);
  });

  test.each([
    ['100万 on day 91', '2025-08-31'],
    ['100万 before the event', '2025-05-31'],
  ])('%s, and nothing between', (_, day) => {
    const balances = [...snapshot('2025-06-30', { A: 0 }), ...snapshot(day, { A: 1_000_000 })];
    expect(brought({ balances })).toEqual([{ event: '端午茶话会', customers: 0 }]);
  });

  test.each([
    ['known before with less', 400_000, 1],
    ['known before with as much', 1_000_000, 0],
  ])('%s', (_, before, customers) => {
    const known = [customer('A', on('2019-01-01'), { source: 'E1' })];
    const balances = [...snapshot('2025-05-31', { A: before }), ...snapshot('2025-06-30', { A: 1_200_000 })];
    expect(brought({ customers: known, balances })).toEqual([{ event: '端午茶话会', customers }]);
  });

  test('known before with nothing to compare is not counted', () => {
    const known = [customer('A', on('2019-01-01'), { source: 'E1' })];
    expect(brought({ customers: known, balances: snapshot('2025-06-30', { A: 1_200_000 }) })?.[0]?.customers).toBe(0);
  });

  test('other sources and later events count nothing', () => {
    const balances = snapshot('2025-06-30', { A: 1_200_000 });
    const customers = [customer('A', opened, { source: '亲友' })];
    const later = { ...tea, eventName: '中秋', eventDate: on('2025-10-01') };
    expect(brought({ customers, balances, events: [later, tea] })).toEqual([{ event: '端午茶话会', customers: 0 }]);
  });

  test('two events of one name are told apart by their days', () => {
    const again = { ...tea, eventNo: 'E2', eventDate: on('2025-02-01') };
    const found = brought({ balances: snapshot('2025-06-30', { A: 1_200_000 }), events: [tea, again, tea] });
    expect(found).toEqual([
      { event: '端午茶话会（2025-02-01）', customers: null },
      { event: '端午茶话会（2025-06-01）', customers: 1 },
    ]);
  });

  test.each([
    ['events', { events: undefined }],
    ['AUM', { balances: undefined }],
    ['来源', { customers: [customer('A', opened)] }],
  ] satisfies [string, Partial<ReferralInput>][])('without %s nothing is known', (_, wish) => {
    expect(brought({ balances: snapshot('2025-06-30', { A: 1 }), ...wish })).toBeNull();
  });
});

test('there is no kit log', () => expect(kitUse()).toBeNull());
