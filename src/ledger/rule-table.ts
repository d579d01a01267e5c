// Every rule in force, for every 口径与数据质量 sheet.
import type { RuleRow } from '../model/rule-list.js';
import { tableOf } from './rows.js';
import type { Table } from './sheet.js';

function formatNumber(value: number): string {
  const [whole = '', ...decimals] = String(value).split('.');
  return [whole.replace(/\B(?=(\d{3})+$)/g, ','), ...decimals].join('.');
}

/**
 * A rule's value for people: lists with 、 between, pairs with =, 无 for nothing, 是 and 否.
 * @example formatRuleValue(['ACTIVE', 'THIRD_PARTY']) // => 'ACTIVE、THIRD_PARTY'
 */
export function formatRuleValue(value: unknown): string {
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (typeof value === 'number') return formatNumber(value);
  if (typeof value !== 'object' || value === null) return String(value ?? '') || '无';
  if (!Array.isArray(value))
    return (
      Object.entries(value)
        .map(([key, of]) => `${key}=${formatInner(of)}`)
        .join('、') || '无'
    );
  const isNested = value.some((item) => typeof item === 'object');
  return value.map(formatRuleValue).join(isNested ? '；' : '、') || '无';
}

function formatInner(value: unknown): string {
  return typeof value === 'object' && value !== null ? `（${formatRuleValue(value)}）` : formatRuleValue(value);
}

/** `rules` are all rules in force (`describeRules`). */
export function ruleTable(rules: readonly RuleRow[]): Table {
  return tableOf(
    [
      { header: '规则', format: 'text', width: 30, value: ({ key }) => key },
      { header: '含义', format: 'text', width: 30, value: ({ description }) => description },
      { header: '现值', format: 'text', width: 16, value: ({ value }) => formatRuleValue(value) },
      { header: '单位', format: 'text', width: 6, value: ({ unit }) => unit },
      { header: '默认', format: 'text', width: 16, value: (rule) => formatRuleValue(rule.default) },
      { header: '来源', format: 'text', width: 6, value: ({ source }) => source },
    ],
    rules,
    { heading: '规则' },
  );
}
