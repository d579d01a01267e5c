import { expect, test } from 'vitest';
import { rulesTable } from '../../src/cli/rules-table.js';
import { describeRules } from '../../src/model/rule-list.js';
import { rulesWith } from '../analysis/branch.js';

const rules = describeRules(
  rulesWith({ rfm: { windowDays: 90 }, txn: { resetClasses: ['ACTIVE', 'THIRD_PARTY', 'MANDATE'] } }),
);
const text = rulesTable(rules);

test('every key is shown whole, so that it can be copied into a rules file', () => {
  const keys = text.split('\n').map((line) => line.split(' ')[0]);
  expect(keys).toEqual(expect.arrayContaining(rules.map(({ key }) => key)));
});

test('a changed rule is shown with its default, a long value does not run into its source', () => {
  expect(text).toMatch(/^rfm\.windowDays +90天 +配置（默认 365天）$/m);
  expect(text).toContain('ACTIVE、THIRD_PARTY、MANDATE 配置');
});
