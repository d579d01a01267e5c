// Invented ledgers that use every feature a sheet can have, for the workbook writer's tests.
import type { CellValue, Sheet, SheetColumn, Table } from '../../src/ledger/sheet.js';

const salesColumns: readonly SheetColumn[] = [
  { key: 'place', header: '序号', format: 'count', width: 5 },
  { key: 'soldOn', header: '购买日期', format: 'day', width: 11 },
  { key: 'customer', header: '客户号', group: '客户', format: 'text', width: 14, total: 'count' },
  { key: 'name', header: '客户姓名', group: '客户', format: 'text', width: 9 },
  { key: 'product', header: '产品名称', group: '产品', format: 'text', width: 24 },
  { key: 'risk', header: '产品风险', group: '产品', format: 'text', width: 7, isMissing: true },
  { key: 'amount', header: '购买金额(元)', group: '购买', format: 'fen', width: 14, total: 'sum' },
  { key: 'startsOn', header: '起息日', group: '购买', format: 'day', width: 11 },
  { key: 'endsOn', header: '到期日', group: '购买', format: 'day', width: 11 },
  {
    key: 'days',
    header: '期限(天)',
    group: '购买',
    format: 'count',
    width: 7,
    formula: 'IF(OR({startsOn}="",{endsOn}=""),"—",{endsOn}-{startsOn})',
  },
  { key: 'rate', header: '测算利率(%)', group: '收益', format: 'percent', width: 8 },
  {
    key: 'interest',
    header: '参考收益(元)',
    group: '收益',
    format: 'fen',
    width: 12,
    formula: 'IF(OR({rate}="",{days}="—"),"—",ROUND({amount}*{rate}/100*{days}/365,2))',
    total: 'sum',
    note: '内部测算，不得对客承诺',
  },
  {
    key: 'left',
    header: '距到期(天)',
    group: '到期管理',
    format: 'count',
    width: 7,
    formula: 'IF({endsOn}="","—",{endsOn}-数据日期)',
  },
  {
    key: 'outcome',
    header: '承接去向',
    group: '到期管理',
    format: 'text',
    width: 12,
    input: true,
    list: { name: '承接去向' },
  },
  {
    key: 'kept',
    header: '承接金额(元)',
    group: '到期管理',
    format: 'fen',
    width: 13,
    input: true,
    check: 'notNegative',
    total: 'sum',
  },
  {
    key: 'keptShare',
    header: '承接率',
    group: '到期管理',
    format: 'ratio',
    width: 8,
    formula: 'IF(OR({kept}="",{amount}=0),"—",{kept}/{amount})',
    total: { formula: 'IF({amount}=0,"—",{kept}/{amount})' },
  },
  { key: 'change', header: '较上月(万元)', format: 'fenWanChange', width: 10, total: 'sum' },
  { key: 'hours', header: '时长', format: 'tenth', width: 8 },
  { key: 'nav', header: '净值', format: 'nav', width: 8 },
  { key: 'share', header: '份额', format: 'share', width: 12, total: 'sum' },
  { key: 'visited', header: '首访时间', format: 'moment', width: 15 },
  { key: 'helper', header: '产品总数', format: 'count', width: 6, hidden: true, total: 'sum' },
  { key: 'seller', header: '营销人员', format: 'text', width: 9 },
  { key: 'called', header: '是否回访', format: 'text', width: 9, input: true, list: { name: '是否', closed: true } },
  { key: 'nextOn', header: '下次联系日', format: 'day', width: 11, input: true, check: 'fromDataDate' },
  { key: 'remark', header: '备注', format: 'text', width: 14, input: true },
];

interface Sale {
  readonly seller: string;
  readonly amountFen: number;
  readonly endsOn: string | null;
  readonly days: number | null;
  readonly left: number | null;
  readonly rate: number | null;
  readonly keptFen: number | null;
  readonly visited: string | null;
}

const sellers = ['张一', '李二', '王三'] as const;

function saleOf(index: number, count: number): Sale {
  const open = index % 5 === 4;
  return {
    seller: sellers[Math.floor((index * sellers.length) / count)] ?? '王三',
    amountFen: 5_000_000 + index * 123_457,
    endsOn: open ? null : `2025-1${index % 3}-0${(index % 9) + 1}`,
    days: open ? null : daysUntil(index) + 91,
    left: open ? null : daysUntil(index),
    rate: index % 4 === 3 ? null : 2.65 + (index % 4) / 10,
    keptFen: index % 3 === 0 ? 1_000_000 + index : null,
    visited: ['2025-09-29 15:30', '2025-09-28', null][index % 3] ?? null,
  };
}

/** From 2025-09-30 to the `endsOn` of a sale; they begin on 2025-07-01, 91 days before. */
function daysUntil(index: number): number {
  return ([0, 31, 61][index % 3] as number) + (index % 9) + 1;
}

function saleRow(index: number, count: number): readonly CellValue[] {
  const { seller, amountFen, endsOn, days, left, rate, keptFen, visited } = saleOf(index, count);
  const interestFen = rate === null || days === null ? null : Math.round((amountFen * rate * days) / 100 / 365);
  const facts = [index + 1, '2025-07-01', `00${index}`, '王*明', `=稳健${index}号`, null, amountFen];
  const dates = ['2025-07-01', endsOn, days, rate, interestFen, left];
  const kept = [index % 3 === 0 ? '续购理财' : null, keptFen, keptFen === null ? null : keptFen / amountFen];
  const figures = [
    (index % 2 === 0 ? 1 : -1) * index * 1_234_567,
    index + 0.5,
    1.0123,
    index * 10.25,
    visited,
    index % 4,
  ];
  return [...facts, ...dates, ...kept, ...figures, seller, null, null, null];
}

/** A list with everything: 26 columns, formulas, totals, dropdowns, checks, colours, hidden and missing columns. */
export function salesTable(count: number, more: Partial<Table> = {}): Table {
  return {
    id: '销售',
    columns: salesColumns,
    rows: {
      *[Symbol.iterator]() {
        for (let index = 0; index < count; index += 1) yield saleRow(index, count);
      },
    },
    rowCount: count,
    isList: true,
    rowKey: ['customer'],
    highlights: [
      { columns: ['left'], when: 'AND(ISNUMBER({left}),{left}>=0,{left}<=7)', look: 'amber' },
      { columns: ['amount', 'kept'], when: '{kept}>{amount}', look: 'red' },
      { columns: [], when: '{seller}="王三"', look: 'grey' },
      { columns: ['change'], when: '{change}<0', look: 'greenText' },
      { columns: ['change'], when: '{change}=MAX({change:all})', look: 'gold' },
      { columns: ['keptShare'], when: 'ISNUMBER({keptShare})', look: 'green' },
      { columns: ['nextOn'], when: 'AND({nextOn}<>"",{nextOn}<数据日期)', look: 'redText' },
    ],
    ...more,
  };
}

const subtitle = '机构：示例支行（0101）　统计区间：2025-07-01 至 2025-09-30　数据日期：2025-09-30　单位：元/户';

export function salesSheet(count: number, more: Partial<Table> = {}): Sheet {
  return {
    name: '理财产品销售台帐',
    title: '理财产品销售台帐',
    subtitle,
    tables: [salesTable(count, more)],
    notes: ['距到期 0 至 7 天为橙色', '因四舍五入，分项之和与合计可能有尾差'],
    frozenColumns: 4,
    print: { orientation: 'landscape', pagesWide: 2 },
    hasSignature: true,
  };
}

/** Formulas over the list of another sheet. */
export function checkSheet(countOf: { readonly rows: number; readonly amountFen: number }): Sheet {
  const columns: readonly SheetColumn[] = [
    { key: 'item', header: '勾稽项', format: 'text', width: 30 },
    { key: 'ledger', header: '台账', format: 'fen', width: 16, formula: 'SUM({理财产品销售台帐!amount:all})' },
    { key: 'total', header: '台账合计', format: 'fen', width: 16, formula: '{理财产品销售台帐#销售!amount:total}' },
    { key: 'tool', header: '本工具', format: 'fen', width: 16 },
    { key: 'result', header: '结果', format: 'text', width: 6, formula: 'IF(ABS({ledger}-{tool})<0.005,"✔","✘")' },
    {
      key: 'rows',
      header: '笔数',
      format: 'count',
      width: 8,
      formula: 'COUNTIF({理财产品销售台帐!place:span},">0")',
    },
  ];
  const { rows, amountFen } = countOf;
  return {
    name: '勾稽',
    title: '勾稽',
    subtitle,
    tables: [
      {
        columns,
        rows: [['购买金额', amountFen, amountFen, amountFen, '✔', rows]],
        rowCount: 1,
        highlights: [{ columns: ['result'], when: '{result}="✘"', look: 'red' }],
      },
    ],
    notes: [],
  };
}
