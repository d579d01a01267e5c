import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { testedTiers } from '../../src/analysis/measures.js';
import { classify, type RfmFacts, testsOf } from '../../src/analysis/rfm.js';
import { daySerial } from '../../src/model/day.js';
import { asOf, rulesWith } from './branch.js';

function facts(recencyDays: number | null, frequency: number, amountFen: number): RfmFacts {
  const window = { frequency, amountFen };
  return {
    lastSerial: recencyDays === null ? null : daySerial(asOf) - recencyDays,
    ...window,
    byTier: { 核心客户: window, 潜力客户: window, 基础客户: window },
    openDate: undefined,
    lastMovedOn: undefined,
    coveredFrom: undefined,
    aumFen: null,
  };
}

describe('the tier on both sides of every threshold', () => {
  test.each([
    [30, 5, 50000000, '核心客户'],
    [31, 5, 50000000, '潜力客户'],
    [30, 4, 50000000, '潜力客户'],
    [30, 5, 49999999, '潜力客户'],
    [0, 6, 50000001, '核心客户'],
    [60, 3, 20000000, '潜力客户'],
    [61, 3, 20000000, '基础客户'],
    [60, 2, 20000000, '基础客户'],
    [60, 3, 19999999, '基础客户'],
    [90, 2, 5000000, '基础客户'],
    [91, 2, 5000000, '沉寂预警'],
    [90, 1, 5000000, '一般活跃'],
    [90, 2, 4999999, '一般活跃'],
    [91, 0, 0, '沉寂预警'],
    [179, 99, 900000000, '沉寂预警'],
    [180, 99, 900000000, '睡眠客户'],
    [181, 0, 0, '睡眠客户'],
    [0, 0, 0, '一般活跃'],
  ])('R=%i, F=%i, M=%i 分 is %s', (recencyDays, frequency, amountFen, tier) => {
    expect(classify(facts(recencyDays, frequency, amountFen), rulesWith(), asOf).tier).toBe(tier);
  });

  test('follows configured thresholds, to the 分', () => {
    const rules = rulesWith({ rfm: { tiers: { 核心客户: { minAmountYuan: 500000.29 } } } });
    expect(classify(facts(30, 5, 50000029), rules, asOf).tier).toBe('核心客户');
    expect(classify(facts(30, 5, 50000028), rules, asOf).tier).toBe('潜力客户');
  });

  test('nests: whoever is in a tier passes the tests of the tiers below', () => {
    const { tiers } = rulesWith().rfm;
    const strictness = testedTiers.map((tier) => tiers[tier].maxRecencyDays);
    expect(strictness).toEqual([...strictness].sort((a, b) => a - b));
  });

  test('is the first of which every shown test passes', () => {
    const near = (of: number) => fc.integer({ min: of - 1, max: of + 1 });
    const days = fc.oneof(...[30, 60, 90].map(near));
    const count = fc.oneof(...[2, 3, 5].map(near));
    const fen = fc.oneof(...[5_000_000, 20_000_000, 50_000_000].map(near));
    fc.assert(
      fc.property(
        days,
        count,
        fen,
        fc.option(fen),
        fc.constantFrom('aum', 'txnAmount'),
        (r, f, m, aumFen, monetary) => {
          const rules = rulesWith({ rfm: { monetary } });
          const customer = { ...facts(r, f, m), aumFen };
          const first = testedTiers.find((tier) => testsOf(tier, customer, rules, asOf).every(({ passed }) => passed));
          expect(classify(customer, rules, asOf).tier).toBe(first ?? (r > 90 ? '沉寂预警' : '一般活跃'));
        },
      ),
    );
  });
});
