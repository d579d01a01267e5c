// Sheet 睡眠客户唤醒台账 (§4.9.1): the CRM table on top, then one row per dormant or awakened customer.
import type { DormantReport } from '../analysis/dormant/report.js';
import { dormantSubtitle, flagsCell, given, idleCell, managerCell, rateCell, rateFormula } from './dormant-cells.js';
import { dormantNotes, flagNotes, wakeNotes, wakeStateNotes } from './dormant-notes.js';
import { type Column, tableOf } from './rows.js';
import type { Format, FormulaTemplate, Highlight, Sheet, Table } from './sheet.js';
import { type WakeLedgerRow, wakeLedgerRows } from './wake-rows.js';

interface ListColumn extends Column<WakeLedgerRow> {
  readonly key: string;
}

/** Sleep ends on the day of waking; a customer who sleeps again counts from the later booking. */
const sleepFormula: FormulaTemplate =
  'IF(OR({lastActiveOn}="",{status}="期间销户"),"—",IF({wokenOn}>{lastActiveOn},{wokenOn},数据日期)-{lastActiveOn})';

function crmTable({ asOf, summary: { wake } }: DormantReport): Table {
  const contacted = wake.contactShare?.numerator ?? null;
  const contactFormula = contacted === null ? {} : { formula: rateFormula('contacted', 'cohort') };
  const table = tableOf(
    [
      { header: '数据日期', format: 'day', width: 12, value: () => asOf },
      { header: '统计对象', format: 'text', width: 22, value: () => `${wake.cohortOn} 的睡眠客户` },
      { key: 'cohort', header: '客户数', format: 'count', width: 9, value: () => wake.cohort },
      { key: 'contacted', header: '已接触客户', format: 'count', width: 10, value: () => given(contacted) },
      { header: '接触率', format: 'ratio', width: 9, ...contactFormula, value: () => rateCell(wake.contactShare) },
      { key: 'awakened', header: '已唤醒客户', format: 'count', width: 10, value: () => wake.awakened },
      {
        header: '唤醒率',
        format: 'ratio',
        width: 9,
        formula: rateFormula('awakened', 'cohort'),
        value: () => rateCell(wake.rate),
      },
    ],
    [null],
  );
  return { ...table, id: 'wakeSummary' };
}

function column(
  key: string,
  header: string,
  format: Format,
  width: number,
  value: ListColumn['value'],
  more: Partial<ListColumn> = {},
): ListColumn {
  return { ...more, key, header, format, width, value };
}

const who = (label: (name: string | null) => string): readonly ListColumn[] => [
  column('customerId', '客户号', 'text', 11, ({ customerId }) => customerId, { isCode: true }),
  column('customerName', '客户姓名', 'text', 8, ({ customerName }) => customerName),
  column('phone', '联系电话', 'text', 13, ({ phone }) => given(phone), { isCode: true }),
  column('managerName', '管户员工', 'text', 11, ({ managerName }) => label(managerName)),
];

const sleep: readonly ListColumn[] = [
  column('lastActiveOn', '最近交易日', 'day', 11, ({ lastActiveOn }) => lastActiveOn, {
    note: '已唤醒、期间销户的客户为名单日以前的最近交易日',
  }),
  column('idleDays', '休眠天数', 'integer', 7, ({ idleDays }) => idleCell(idleDays), {
    formula: sleepFormula,
    note: '到数据日期；已唤醒的客户到唤醒交易日',
  }),
  column('type', '休眠类型', 'text', 8, ({ type }) => type),
  column('aumFen', 'AUM(元)', 'fen', 14, ({ aumFen }) => given(aumFen), {
    total: 'sum',
    note: '数据日期时点；已唤醒、期间销户的客户为名单日时点',
  }),
  column('band', '余额档', 'text', 10, ({ band }) => band),
  column('flags', '豁免标记', 'text', 14, ({ flags }) => flagsCell(flags)),
  column('priority', '优先级', 'text', 6, ({ priority }) => priority),
];

const contact: readonly ListColumn[] = [
  column('offer', '唤醒方案', 'text', 14, () => null, { input: true }),
  column('firstContactOn', '首次接触日', 'day', 11, ({ firstContactOn }) => firstContactOn, { input: true }),
  column('contactMethod', '接触方式', 'text', 8, ({ contactMethod }) => contactMethod, {
    input: true,
    list: { name: '接触方式' },
  }),
  column('contactResult', '接触结果', 'text', 9, ({ contactResult }) => contactResult, {
    input: true,
    list: { name: '接触结果' },
  }),
];

const waking: readonly ListColumn[] = [
  column('wokenOn', '唤醒交易日', 'day', 11, ({ wokenOn }) => wokenOn),
  column('wokenBy', '唤醒交易类型', 'text', 10, ({ wokenBy }) => wokenBy),
  column('status', '唤醒状态', 'text', 8, ({ status }) => status, {
    note: '空白为不在名单内：名单日尚未休眠，或无法判定',
  }),
  column(
    'aumAfterFen',
    '唤醒后AUM',
    'fen',
    14,
    ({ wokenOn, aumAfterFen }) => (wokenOn === null ? null : given(aumAfterFen)),
    {
      note: '观察期内最后一次余额快照的时点；观察期内没有快照时取其后第一次',
    },
  ),
  column('remark', '备注', 'text', 12, () => null, { input: true }),
];

const highlights: readonly Highlight[] = [
  { columns: ['status'], when: '{status}="已唤醒"', look: 'green' },
  { columns: ['status'], when: '{status}="期间销户"', look: 'grey' },
  { columns: ['priority'], when: '{priority}="高"', look: 'amber' },
];

function listTable(report: DormantReport): Table {
  const rows = wakeLedgerRows(report);
  const columns: readonly ListColumn[] = [
    column('number', '序号', 'integer', 5, ({ number }) => number),
    ...who(managerCell(report)),
    ...sleep,
    ...contact,
    ...waking,
  ];
  const known = rows.flatMap(({ aumFen }) => (aumFen === null ? [] : [aumFen]));
  const sums: Readonly<Record<string, string | number>> = {
    number: '合计',
    aumFen: known.length === 0 ? '未提供' : known.reduce((sum, aumFen) => sum + aumFen, 0),
  };
  const total = rows.length === 0 ? {} : { total: columns.map(({ key }) => sums[key] ?? null) };
  const table = tableOf(columns, rows, { isList: true, ...total });
  return { ...table, id: 'dormantCustomers', rowKey: ['customerId'], highlights };
}

/** The ledger that staff work with; yellow columns are theirs. */
export function wakeLedgerSheet(report: DormantReport): Sheet {
  return {
    name: '睡眠客户唤醒台账',
    title: '睡眠客户唤醒台账',
    subtitle: dormantSubtitle(report, '元'),
    tables: [crmTable(report), listTable(report)],
    notes: [
      ...dormantNotes(report),
      ...wakeNotes(report),
      ...wakeStateNotes(report),
      '名单：数据日期的睡眠客户，加上名单日的睡眠客户中已唤醒和期间销户的（AUM 合计含这些客户）；“无法判定”的客户不列入',
      ...flagNotes(),
    ],
    frozenColumns: 3,
    print: { orientation: 'landscape', pagesWide: 2 },
    hasSignature: true,
  };
}
