import type { CellValue, Sheet } from '../ledger/sheet.js';
import type { RuleRow } from '../model/rule-list.js';
import { renderTable } from '../render/table.js';

/** All rules for the terminal, in the order of the schema. */
export function rulesTable(rules: readonly RuleRow[]): string {
  const rows = rules.map((rule): readonly CellValue[] => [
    rule.key,
    shortValue(rule.value) + rule.unit,
    rule.source === '配置' ? shortValue(rule.default) : '',
    rule.source,
    rule.description,
  ]);
  const sheet: Sheet = {
    name: '规则',
    title: '规则',
    subtitle: '来源：文档 = 网点文件所定，默认 = 本工具所定，配置 = 规则文件或选项所改',
    tables: [
      {
        columns: [
          { header: '规则', format: 'text', width: 34 },
          { header: '现值', format: 'text', width: 14 },
          { header: '默认', format: 'text', width: 8 },
          { header: '来源', format: 'text', width: 4 },
          { header: '含义', format: 'text', width: 40 },
        ],
        rows,
        rowCount: rows.length,
      },
    ],
    notes: [],
  };
  return renderTable(sheet, { color: false });
}

function shortValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(shortValue).join('、');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([key, of]) => `${key}=${shortValue(of)}`)
      .join('、');
  return String(value);
}
