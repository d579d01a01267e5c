import type { RuleRow } from '../model/rule-list.js';
import { padDisplay } from '../render/width.js';

const keyWidth = 36;
const valueWidth = 21;

/** All rules for the terminal, in the order of the schema: key, value and source on one line, the meaning below; keys are never cut. */
export function rulesTable(rules: readonly RuleRow[]): string {
  const head = '规则、现值、来源（文档 = 网点文件所定，默认 = 本工具所定，配置 = 规则文件或选项所改）';
  return `${[head, '', ...rules.flatMap(ruleLines)].join('\n')}\n`;
}

function ruleLines({ key, value, default: usual, unit, source, description }: RuleRow): readonly string[] {
  const was = source === '配置' ? `（默认 ${shownValue(usual, unit)}）` : '';
  return [
    `${padDisplay(key, keyWidth, 'left')}${padDisplay(shownValue(value, unit), valueWidth, 'left')} ${source}${was}`,
    `    ${description}`,
  ];
}

function shownValue(value: unknown, unit: string): string {
  const text = shortValue(value);
  return text === '' ? '无' : `${text}${typeof value === 'number' ? unit : ''}`;
}

function shortValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(shortValue).join('、');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, of]) => `${key}=${shortValue(of)}`)
      .join('、');
  return String(value);
}
