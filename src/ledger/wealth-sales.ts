// Sheet 理财产品销售台帐 (§4.5): one row per purchase; the name keeps the document's spelling.
import type { SalesReport, WealthSaleRow } from '../analysis/sales/report.js';
import { tableOf } from './rows.js';
import {
  byHand,
  bySalesperson,
  grouped,
  lastColumns,
  placeColumn,
  type SaleColumn,
  type SheetHeading,
  saleColumn,
  withMissing,
} from './sale-column.js';
import { salesSheet } from './sales-sheet.js';
import type { CellValue, Highlight, Sheet, Table } from './sheet.js';

const column = saleColumn<WealthSaleRow>;

const who: readonly SaleColumn<WealthSaleRow>[] = [
  placeColumn(),
  column('tradeDate', '购买日期', 'day', 11, ({ tradeDate }) => tradeDate),
  ...grouped('客户', [
    column('customerId', '客户号', 'text', 14, ({ customerId }) => customerId, { total: 'count', isCode: true }),
    column('customerName', '客户姓名', 'text', 9, ({ customerName }) => customerName),
    column('riskLevel', '风险等级', 'text', 7, ({ riskLevel }) => riskLevel),
  ]),
];

const product: readonly SaleColumn<WealthSaleRow>[] = grouped('产品', [
  column('productCode', '产品代码', 'text', 13, ({ productCode }) => productCode, { isCode: true }),
  column('productName', '产品名称', 'text', 24, ({ productName }) => productName),
  column('issuer', '发行机构', 'text', 14, ({ issuer }) => issuer),
  column('productType', '产品类型', 'text', 10, ({ productType }) => productType),
  column('productRisk', '产品风险', 'text', 7, ({ productRisk }) => productRisk),
  column('suitability', '风险适配', 'text', 8, ({ suitability }) => suitability),
]);

const purchase: readonly SaleColumn<WealthSaleRow>[] = grouped('购买', [
  column('amountFen', '购买金额(元)', 'fen', 14, ({ amountFen }) => amountFen, { total: 'sum' }),
  column('valueDate', '起息日', 'day', 11, ({ valueDate }) => valueDate),
  column('maturityDate', '到期日', 'day', 11, ({ maturityDate }) => maturityDate),
  column('termDays', '期限(天)', 'integer', 7, ({ termDays }) => termDays, {
    formula: 'IF(OR({valueDate}="",{maturityDate}=""),"—",{maturityDate}-{valueDate})',
  }),
]);

const income: readonly SaleColumn<WealthSaleRow>[] = grouped('收益', [
  column('benchmark', '业绩比较基准(%)', 'text', 10, ({ benchmark }) => benchmark),
  column('ratePercent', '测算利率(%)', 'percent', 8, ({ ratePercent }) => ratePercent?.value ?? null),
  column('referenceIncomeFen', '参考收益(元)', 'fen', 12, ({ referenceIncomeFen }) => referenceIncomeFen, {
    formula: 'IF(OR({ratePercent}="",{termDays}="—"),"—",ROUND({amountFen}*{ratePercent}/100*{termDays}/365,2))',
    total: 'sum',
    note: '内部测算，不得对客承诺',
  }),
]);

/** Undefined for a text, which a spreadsheet may take for a number. */
function shareOf(part: CellValue, whole: CellValue): number | '—' | undefined {
  if (part === null || whole === null || whole === 0) return '—';
  return typeof part === 'number' && typeof whole === 'number' ? part / whole : undefined;
}

const maturity: readonly SaleColumn<WealthSaleRow>[] = grouped('到期管理', [
  column('daysLeft', '距到期(天)', 'integer', 7, ({ daysLeft }) => daysLeft, {
    formula: 'IF({maturityDate}="","—",{maturityDate}-数据日期)',
  }),
  column('status', '状态', 'text', 8, ({ status }) => status),
  column('outcome', '承接去向', 'text', 12, () => null, { ...byHand, list: { name: '承接去向' } }),
  column('keptFen', '承接金额(元)', 'fen', 13, () => null, { ...byHand, check: 'notNegative', total: 'sum' }),
  column('keptShare', '承接率', 'ratio', 8, () => null, {
    formula: 'IFERROR(IF(OR({keptFen}="",{amountFen}=0),"—",{keptFen}/{amountFen}),"—")',
    result: (cell) => shareOf(cell('keptFen'), cell('amountFen')),
  }),
]);

const sale: readonly SaleColumn<WealthSaleRow>[] = [
  ...grouped('营销', [
    column('channel', '办理渠道', 'text', 9, ({ channel }) => channel),
    column('salesName', '营销人员', 'text', 9, ({ salesName }) => salesName ?? '未登记'),
    column('referrerName', '转介人', 'text', 9, ({ referrerName }) => referrerName, byHand),
  ]),
  column('recordingNo', '双录编号', 'text', 14, ({ recordingNo }) => recordingNo, { ...byHand, group: '合规' }),
  column('note', '备注', 'text', 14, () => null, byHand),
  ...lastColumns<WealthSaleRow>(),
];

const columns = [...who, ...product, ...purchase, ...income, ...maturity, ...sale];

function highlights({ rules }: SalesReport): readonly Highlight[] {
  const { maturityDays } = rules.remind;
  const isDue = `AND(ISNUMBER({daysLeft}),{daysLeft}>=0,{daysLeft}<=${maturityDays})`;
  return [
    { columns: ['daysLeft'], when: isDue, look: 'amber' },
    { columns: ['daysLeft'], when: 'AND(ISNUMBER({daysLeft}),{daysLeft}<0,{status}="存续")', look: 'red' },
    { columns: ['suitability'], when: '{suitability}="不适配"', look: 'red' },
  ];
}

function lacksIncome({ wealth }: SalesReport): boolean {
  return ['benchmark', 'valueDate', 'maturityDate'].some((field) => wealth?.missing.includes(field));
}

/** Rates and incomes that come from missing columns are missing themselves. */
function missingColumns(report: SalesReport): readonly string[] {
  const { wealth } = report;
  if (wealth === null) return columns.map(({ key }) => key).filter((key) => key !== 'place');
  const { missing } = wealth;
  const lacksRate = missing.includes('benchmark');
  return [...missing, ...(lacksRate ? ['ratePercent'] : []), ...(lacksIncome(report) ? ['referenceIncomeFen'] : [])];
}

function listTable(report: SalesReport): Table {
  const { rows, hasSubtotals } = bySalesperson(report.wealth?.rows ?? []);
  return {
    ...tableOf(withMissing(columns, missingColumns(report)), rows, { isList: true }),
    id: '理财销售',
    highlights: highlights(report),
    rowKey: ['key'],
    ...(hasSubtotals ? { subtotalBy: 'salesName' } : {}),
  };
}

/** Under a profile that shows no customers only the sums of salespersons and types. */
export function wealthSalesSheet(report: SalesReport, heading: SheetHeading): Sheet {
  const sheet = {
    name: '理财产品销售台帐',
    ledger: report.wealth,
    showsCustomers: report.showsCustomers,
    list: () => listTable(report),
    type: '产品类型',
    amounts: {
      amount: '购买金额(元)',
      second: '参考收益(元)',
      lacksAmount: false,
      lacksSecond: lacksIncome(report),
    },
    notes: [...report.notes.wealth, '黄色列由人工填写或补充，重新生成时保留'],
    frozenColumns: 4,
  };
  return salesSheet(sheet, heading);
}
