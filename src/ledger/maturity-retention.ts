// Sheet 到期承接台账 (§4.9.5): the rates, what matured, the rates by employee.
import type { MaturityLedger, MaturityRow, RetentionFigures, SalesReport } from '../analysis/sales/report.js';
import { given, rateCell } from './dormant-cells.js';
import { type Column, tableOf } from './rows.js';
import { byHand, type Numbered, placeColumn, type SaleColumn, type SheetHeading, saleColumn } from './sale-column.js';
import type { Highlight, Sheet, Table } from './sheet.js';
import { ledgerSubtitle } from './subtitle.js';

const column = saleColumn<MaturityRow>;

const columns: readonly SaleColumn<MaturityRow>[] = [
  placeColumn(),
  column('maturedOn', '到期日', 'day', 11, ({ maturedOn }) => maturedOn),
  column('customerId', '客户号', 'text', 14, ({ customerId }) => customerId, { total: 'count', isCode: true }),
  column('customerName', '客户姓名', 'text', 9, ({ customerName }) => customerName),
  column('managerName', '管户员工', 'text', 9, ({ managerName }) => managerName ?? '未分配'),
  column('productKind', '产品类别', 'text', 12, ({ productKind }) => productKind),
  column('productName', '到期产品', 'text', 22, ({ productName }) => productName),
  column('maturedFen', '到期金额(元)', 'fen', 14, ({ maturedFen }) => given(maturedFen), { total: 'sum' }),
  column('windowEndsOn', '观察期至', 'day', 11, ({ windowEndsOn }) => windowEndsOn),
  column('state', '承接状态', 'text', 9, ({ state }) => state),
  column('boughtOn', '承接日期', 'day', 11, ({ boughtOn }) => boughtOn),
  column('retainedFen', '承接金额(元)', 'fen', 14, ({ retainedFen }) => given(retainedFen), { total: 'sum' }),
  column(
    'retainedShare',
    '承接率',
    'ratio',
    9,
    ({ maturedFen, retainedFen }) => (maturedFen === null || retainedFen === null ? '—' : retainedFen / maturedFen),
    {
      formula: 'IF(AND(ISNUMBER({maturedFen}),ISNUMBER({retainedFen})),{retainedFen}/{maturedFen},"—")',
      total: { formula: 'IF({maturedFen}=0,"—",{retainedFen}/{maturedFen})' },
    },
  ),
  column('outcome', '承接去向', 'text', 12, () => null, { ...byHand, list: { name: '承接去向' } }),
  column('note', '备注', 'text', 14, () => null, byHand),
  column('key', '登记键', 'text', 20, ({ key }) => key, { hidden: true }),
];

const highlights: readonly Highlight[] = [
  { columns: ['state'], when: '{state}="已承接"', look: 'green' },
  { columns: ['state'], when: 'AND({state}<>"已承接",{windowEndsOn}-数据日期<=7)', look: 'red' },
  { columns: ['state'], when: '{state}="部分承接"', look: 'amber' },
];

function figureColumns<Figures extends RetentionFigures>(): readonly Column<Figures>[] {
  return [
    { key: 'customers', header: '到期客户数', format: 'count', width: 9, value: ({ customers }) => customers },
    { key: 'matured', header: '到期笔数', format: 'count', width: 9, value: ({ matured }) => matured },
    {
      key: 'maturedFen',
      header: '到期金额(元)',
      format: 'fen',
      width: 14,
      value: ({ maturedFen }) => given(maturedFen),
    },
    {
      key: 'retainedFen',
      header: '承接金额(元)',
      format: 'fen',
      width: 14,
      value: ({ retainedFen }) => given(retainedFen),
    },
    {
      key: 'won',
      header: '承接客户数',
      format: 'count',
      width: 9,
      value: ({ customerRate }) => given(customerRate?.numerator ?? null),
    },
    { key: 'customerRate', header: '客户承接率', format: 'ratio', width: 9, value: (of) => rateCell(of.customerRate) },
    { key: 'assetRate', header: '资产承接率', format: 'ratio', width: 9, value: (of) => rateCell(of.assetRate) },
    { key: 'keptRate', header: '资产留存率', format: 'ratio', width: 9, value: (of) => rateCell(of.keptRate) },
  ];
}

function figureTables({ figures, byManager }: MaturityLedger): readonly Table[] {
  const manager: Column<MaturityLedger['byManager'][number]> = {
    key: 'managerName',
    header: '管户员工',
    format: 'text',
    width: 14,
    value: ({ managerName }) => managerName,
  };
  const rows = figures.matured === 0 ? [] : [...byManager, { managerName: '合计', ...figures }];
  return [{ ...tableOf([manager, ...figureColumns()], rows, { heading: '承接概况' }), id: '承接概况' }];
}

function listTable({ rows }: Pick<MaturityLedger, 'rows'>): Table {
  const numbered: readonly Numbered<MaturityRow>[] = rows.map((row, index) => ({ place: index + 1, row }));
  return {
    ...tableOf(columns, numbered, { isList: true, heading: '到期明细' }),
    id: '到期承接',
    highlights,
    rowKey: ['key'],
  };
}

/** Under a profile that shows no customers only the rates. */
export function maturityRetentionSheet(report: SalesReport, heading: SheetHeading): Sheet {
  const { maturities, showsCustomers } = report;
  const figures = maturities === null ? [] : figureTables(maturities);
  return {
    name: '到期承接台账',
    title: '到期承接台账',
    subtitle: ledgerSubtitle({ ...heading, period: maturities?.days ?? heading.period, unit: '元' }),
    tables: [...figures, ...(showsCustomers ? [listTable(maturities ?? { rows: [] })] : [])],
    notes: [...report.notes.maturities, '黄色列由人工填写，重新生成时保留'],
    frozenColumns: 4,
    print: { orientation: 'landscape', pagesWide: 1 },
    hasSignature: true,
  };
}
