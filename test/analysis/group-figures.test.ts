import { expect, test } from 'vitest';
import { addToGroup, emptyGroup, figuresOf } from '../../src/analysis/group-figures.js';

test('averages are per customer of the group, recency per customer who has one, shares of all', () => {
  const members = [
    { recencyDays: 10, frequency: 4, amountFen: 300, aumFen: 1000 },
    { recencyDays: 21, frequency: 2, amountFen: 100, aumFen: 500 },
    { recencyDays: null, frequency: 0, amountFen: 0, aumFen: null },
  ];
  const [group, all] = [emptyGroup(), emptyGroup()];
  for (const member of members) addToGroup(group, member);
  for (const member of [...members, { recencyDays: 1, frequency: 9, amountFen: 9, aumFen: 1500 }])
    addToGroup(all, member);
  expect(figuresOf(group, all, true)).toEqual({
    customers: 3,
    share: { numerator: 3, denominator: 4, value: 0.75 },
    amountFen: 400,
    aumFen: 1500,
    aumShare: { numerator: 1500, denominator: 3000, value: 0.5 },
    averageRecencyDays: { numerator: 31, denominator: 2, value: 15.5 },
    averageFrequency: { numerator: 6, denominator: 3, value: 2 },
    averageAmountFen: { numerator: 400, denominator: 3, value: 400 / 3 },
    averageAumFen: { numerator: 1500, denominator: 3, value: 500 },
  });
  expect(figuresOf(group, all, false)).toMatchObject({ aumFen: null, aumShare: null, averageAumFen: null });
});
