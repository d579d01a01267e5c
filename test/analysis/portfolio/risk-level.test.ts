import { expect, test } from 'vitest';
import { riskReader } from '../../../src/analysis/portfolio/risk-level.js';
import { asOf, customer, on, rulesWith } from '../branch.js';

const rules = rulesWith();

test.each([
  [['2025-09-30'], 'C4'],
  [['2025-10-01'], 'C2'],
  [['2025-09-30', '2025-10-01'], 'C4'],
])('with tests of %j the level is %s', (days, level) => {
  const tests = days.map((day) => ({ custNo: 'A', riskLevel: 'C4', testedOn: on(day) }));
  expect(riskReader(tests, rules, asOf)('A', customer('A', undefined, { riskLevel: 'C2' })).riskLevel).toBe(level);
});

test('of two tests on one day the higher level counts, in any order', () => {
  const tests = ['C2', 'C3'].map((riskLevel) => ({ custNo: 'A', riskLevel, testedOn: asOf }));
  for (const of of [tests, [...tests].reverse()])
    expect(riskReader(of, rules, asOf)('A', undefined).riskLevel).toBe('C3');
});

test('a text that the rules do not know stays as it is', () => {
  const tests = [{ custNo: 'A', riskLevel: '特别稳健', testedOn: asOf }];
  expect(riskReader(tests, rules, asOf)('A', undefined)).toEqual({ riskLevel: '特别稳健', riskExpiresOn: null });
});
