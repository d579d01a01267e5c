import type { Sheet } from '../ledger/sheet.js';
import { formatYuan } from '../model/fen.js';
import { exportTitles } from '../model/intake.js';
import { renderTable } from '../render/table.js';
import type { Inspection } from './inspection.js';
import { rowLine } from './messages.js';

const delimiterNames: Readonly<Record<string, string>> = {
  ',': '逗号',
  '\t': '制表符',
  ';': '分号',
  '|': '竖线',
  '\u0001': '\\x01',
};

const unitNames: Readonly<Record<number, string>> = { 1: '元', 10000: '万元', 100000000: '亿元' };

/** What the lines above the header say, as far as they say it. */
function preambleFacts(facts: Inspection['preamble']): readonly (readonly [string, string])[] {
  const unit = facts.unit === undefined ? undefined : (unitNames[facts.unit] ?? String(facts.unit));
  const named = [
    ['账号', facts.acctNo],
    ['户名', facts.holderName],
    ['起始日期', facts.from],
    ['截止日期', facts.to],
    ['币种', facts.currency],
    ['单位', unit],
  ] as const;
  return named.flatMap(([name, text]) => (text === undefined ? [] : [[name, text] as const]));
}

/** One inspection for the terminal, at most 80 columns wide. */
export function inspectionText(inspection: Inspection, color: boolean): string {
  const { delimiter, coverage, sums } = inspection;
  const facts = [
    ['种类', `${exportTitles[inspection.kind]} ${inspection.kind}`],
    [
      '格式',
      `${inspection.container}，编码 ${inspection.encoding}${delimiter === null ? '' : `，分隔符 ${delimiterNames[delimiter] ?? delimiter}`}`,
    ],
    ...(inspection.sheet === null ? [] : [['工作表', inspection.sheet]]),
    ...(inspection.hiddenSheets.length === 0 ? [] : [['隐藏表', `${inspection.hiddenSheets.length} 张，没有读取`]]),
    ['表头', `第 ${inspection.headerLine} 行`],
    ...preambleFacts(inspection.preamble),
    ['行数', rowLine('', { ...inspection.rows, duplicate: 0, future: 0 }).replace(/^：/, '')],
    ...(coverage === null ? [] : [['覆盖', `${coverage.from} 至 ${coverage.to}`]]),
    ...(sums === null ? [] : [['收支', `贷方 ${formatYuan(sums.creditFen)} 元，借方 ${formatYuan(sums.debitFen)} 元`]]),
    ...inspection.controlTotals.map((total) => [
      '合计',
      `第 ${total.line} 行 ${total.column} ${formatYuan(total.statedFen)}，明细之和 ${formatYuan(total.computedFen)}，${total.agrees ? '相符' : '不符'}`,
    ]),
  ];
  const sheet: Sheet = {
    name: '查看',
    title: inspection.file,
    subtitle: facts.map(([name, value]) => `${name}：${value}`).join('\n'),
    tables: [columnTable(inspection)],
    notes: [],
  };
  const head = facts.map(([name, value]) => `  ${name}：${value}`).join('\n');
  return `${renderTable({ ...sheet, subtitle: '' }, { color }).replace('\n\n', `\n${head}\n\n`)}\n`;
}

function columnTable({ columns, sample }: Inspection): Sheet['tables'][number] {
  const rows = columns.map(({ header, field, unit }, index) => [
    header === '' ? '（空）' : header,
    field === null ? '—' : field,
    unit === null ? '' : (unitNames[unit] ?? ''),
    sample.map(({ cells }) => cells[index] ?? '').join(' ¦ '),
  ]);
  return {
    columns: [
      { header: '列', format: 'text', width: 18 },
      { header: '读作', format: 'text', width: 14 },
      { header: '单位', format: 'text', width: 4 },
      { header: `前 ${sample.length} 行（已脱敏）`, format: 'text', width: 38 },
    ],
    rows,
    rowCount: rows.length,
  };
}
