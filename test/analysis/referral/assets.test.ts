import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assetRatios, aumReader } from '../../../src/analysis/referral/assets.js';
import type { Episode } from '../../../src/analysis/referral/episode.js';
import { asOf, on, rulesWith } from '../branch.js';
import { customerParty, episode, snapshot } from './episode.js';

const rules = rulesWith();

function referred(by: string, customerId: string, wish: Partial<Episode> = {}): Episode {
  return episode(customerId, '2025-06-01', '2025-06-10', { referrer: customerParty(by), ...wish });
}

const golden = [referred('R1', 'A'), referred('R1', 'B'), referred('R2', 'C')];
const balances = snapshot('2025-09-30', { R1: 1_000_000, R2: 200_000, A: 600_000, B: 1_000_000, C: 220_000 });

describe('§7.6', () => {
  test('82.73, 101.11 and 90.00 %', () => {
    const ratios = assetRatios(golden, { balances }, rules, asOf);
    expect(ratios.weighted).toBeCloseTo(182 / 220, 12);
    expect(ratios.uniqueReferrer).toBeCloseTo(182 / 3 / 60, 12);
    expect(ratios.meanOfRatios).toBeCloseTo(0.9, 12);
    expect(ratios).toMatchObject({ pairs: 3, benchmark: 0.82 });
    const percent = [ratios.weighted, ratios.uniqueReferrer, ratios.meanOfRatios].map(
      (share) => Math.round((share ?? 0) * 10_000) / 100,
    );
    expect(percent).toEqual([82.73, 101.11, 90]);
  });

  test('a referrer without assets stays in the ratio of means and leaves the mean of ratios', () => {
    const more = [...golden, referred('R0', 'D')];
    const ratios = assetRatios(
      more,
      { balances: [...balances, ...snapshot('2025-09-30', { D: 380_000 })] },
      rules,
      asOf,
    );
    expect(ratios.weighted).toBeCloseTo(220 / 220, 12);
    expect(ratios.meanOfRatios).toBeCloseTo(0.9, 12);
    expect(ratios.pairs).toBe(4);
  });

  test('the order of the rows never matters', () => {
    const expected = assetRatios(golden, { balances }, rules, asOf);
    const shuffled = fc.shuffledSubarray(golden, { minLength: 3 });
    fc.assert(
      fc.property(shuffled, (episodes) => {
        expect(assetRatios(episodes, { balances: [...balances].reverse() }, rules, asOf)).toEqual(expected);
      }),
    );
  });
});

test.each([
  ['an employee', { referrer: episode('X', '2025-06-01', null).referrer }],
  ['a customer without 客户号', { referrer: { ...customerParty('R9'), no: null } }],
  ['a late deal', { state: '逾期成交' }],
  ['a cancelled deal', { state: '撤销' }],
  ['somebody without 客户号', { customerId: null }],
] satisfies [string, Partial<Episode>][])('%s changes nothing', (_, wish) => {
  const plain = assetRatios(golden, { balances }, rules, asOf);
  expect(assetRatios([...golden, referred('R1', 'E', wish)], { balances }, rules, asOf)).toEqual(plain);
});

test('without AUM, or with nobody to compare, there is no ratio', () => {
  const none = { weighted: null, uniqueReferrer: null, meanOfRatios: null, pairs: 0 };
  expect(assetRatios(golden, { balances: undefined }, rules, asOf)).toMatchObject(none);
  expect(assetRatios([], { balances }, rules, asOf)).toMatchObject(none);
});

describe('AUM on a day', () => {
  const read = aumReader({ balances: [...snapshot('2025-06-30', { A: 1 }), ...snapshot('2025-09-30', { B: 3 })] });

  test.each([
    ['before the first snapshot nothing is known', 'A', '2025-06-29', null],
    ['on the day of the snapshot', 'A', '2025-06-30', 100],
    ['until the next one', 'A', '2025-09-29', 100],
    ['somebody missing from the later one holds nothing', 'A', '2025-09-30', 0],
    ['and somebody new does', 'B', '2025-10-31', 300],
  ])('%s', (_, customerId, day, expected) => expect(read(customerId, on(day))).toBe(expected));
});
