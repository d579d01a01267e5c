import { describe, expect, test } from 'vitest';
import { addDays } from '../../../src/model/day.js';
import { fenOf } from '../../../src/model/fen.js';
import { asOf, customer, on, rulesWith } from '../branch.js';
import { booked, dormantReport } from './branch.js';

const old = on('2020-01-01');

describe('a customer falls asleep', () => {
  test.each([
    [180, null],
    [179, 30],
    [150, 30],
    [149, 60],
    [120, 60],
    [119, 90],
    [90, 90],
    [89, null],
  ])('%i days idle: within %s days', (idleDays, withinDays) => {
    const bookings = [booked('C', addDays(asOf, -idleDays))];
    const { countdown } = dormantReport({ customers: [customer('C', old)], bookings });
    expect(countdown[0]?.withinDays ?? null).toBe(withinDays);
    if (withinDays !== null) expect(countdown[0]).toMatchObject({ idleDays, daysLeft: 180 - idleDays });
  });

  test('only where the balance is one that sleeps', () => {
    const rules = rulesWith({ dormant: { preset: 'crm365' } });
    const bookings = [booked('C', addDays(asOf, -364))];
    const of = (aumFen?: number) =>
      dormantReport({
        rules,
        customers: [customer('C', old)],
        bookings,
        ...(aumFen === undefined ? {} : { balances: [{ custNo: 'C', dataDate: asOf, aumFen: fenOf(aumFen) }] }),
      }).countdown.length;
    expect([of(9_999), of(10_000), of()]).toEqual([1, 0, 0]);
  });
});

test('a customer without deposits is marked 零余额, whatever the other assets', () => {
  const { countdown } = dormantReport({
    customers: [customer('C', old)],
    bookings: [booked('C', addDays(asOf, -179))],
    accounts: [{ acctNo: 'A', custNo: 'C', openDate: old, balanceFen: fenOf(0) }],
    balances: [{ custNo: 'C', dataDate: asOf, aumFen: fenOf(100) }],
  });
  expect(countdown[0]).toMatchObject({ aumFen: 100, flags: ['零余额'] });
});

test('the list goes by manager, then by AUM; figures are cumulative, also per manager', () => {
  const people: readonly (readonly [string, string | undefined, number, number])[] = [
    ['C1', '周', 179, 100],
    ['C2', '周', 120, 300],
    ['C3', '李', 100, 200],
    ['C4', undefined, 179, 900],
  ];
  const report = dormantReport({
    customers: people.map(([id, managerName]) => customer(id, old, { managerName })),
    bookings: people.map(([id, , days]) => booked(id, addDays(asOf, -days))),
    balances: people.map(([custNo, , , aum]) => ({ custNo, dataDate: asOf, aumFen: fenOf(aum) })),
  });
  expect(report.countdown.map(({ customerId }) => customerId)).toEqual(['C2', 'C1', 'C3', 'C4']);
  expect(report.summary.countdown).toEqual([
    { withinDays: 30, customers: 2, aumFen: 1000 },
    { withinDays: 60, customers: 3, aumFen: 1300 },
    { withinDays: 90, customers: 4, aumFen: 1500 },
  ]);
  const figures = report.byManager.map(({ managerName, countdown }) => [
    managerName,
    ...countdown.map(({ customers }) => customers),
  ]);
  expect(figures).toEqual([
    ['周', 1, 2, 2],
    ['李', 0, 0, 1],
    [null, 1, 1, 1],
  ]);
});
