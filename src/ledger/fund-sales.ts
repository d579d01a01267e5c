// Sheet 基金销售台帐 (§4.4): one row per application; the name keeps the document's spelling.
import type { FundSaleRow, SalesReport } from '../analysis/sales/report.js';
import type { Ratio } from '../model/ratio.js';
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
import type { Highlight, Sheet, Table } from './sheet.js';

const column = saleColumn<FundSaleRow>;

function decimalOf(number: Ratio | null): number | null {
  return number?.value ?? null;
}

function saleColumns(): readonly SaleColumn<FundSaleRow>[] {
  return [
    placeColumn(),
    ...grouped('日期', [
      column('applyDate', '申请日期', 'day', 11, ({ applyDate }) => applyDate),
      column('confirmDate', '确认日期', 'day', 11, ({ confirmDate }) => confirmDate),
    ]),
    ...grouped('客户', [
      column('customerId', '客户号', 'text', 14, ({ customerId }) => customerId ?? '未提供', {
        total: 'count',
        isCode: true,
      }),
      column('customerName', '客户姓名', 'text', 9, ({ customerName }) => customerName),
      column('riskLevel', '风险等级', 'text', 7, ({ riskLevel }) => riskLevel),
    ]),
    ...grouped('基金', [
      column('productCode', '基金代码', 'text', 9, ({ productCode }) => productCode, { isCode: true }),
      column('productName', '基金名称', 'text', 22, ({ productName }) => productName),
      column('productType', '基金类型', 'text', 9, ({ productType }) => productType),
      column('productRisk', '产品风险', 'text', 7, ({ productRisk }) => productRisk),
      column('suitability', '风险适配', 'text', 8, ({ suitability }) => suitability),
    ]),
    ...grouped('业务', [
      column('business', '业务类型', 'text', 8, ({ business }) => business),
      column('appliedFen', '申请金额(元)', 'fen', 13, ({ appliedFen }) => appliedFen),
      column('confirmedFen', '确认金额(元)', 'fen', 13, ({ confirmedFen }) => confirmedFen, { total: 'sum' }),
      column('confirmedNav', '确认净值', 'nav', 9, ({ confirmedNav }) => decimalOf(confirmedNav)),
      column('confirmedShare', '确认份额', 'share', 13, ({ confirmedShare }) => decimalOf(confirmedShare)),
      column('feeFen', '手续费(元)', 'fen', 10, ({ feeFen }) => feeFen, { total: 'sum' }),
      column('dividendMode', '分红方式', 'text', 9, ({ dividendMode }) => dividendMode),
      column('status', '状态', 'text', 9, ({ status }) => status),
    ]),
    ...grouped('营销', [
      column('channel', '办理渠道', 'text', 9, ({ channel }) => channel),
      column('salesName', '营销人员', 'text', 9, ({ salesName }) => salesName ?? '未登记'),
      column('referrerName', '转介人', 'text', 9, ({ referrerName }) => referrerName, byHand),
    ]),
    ...grouped('合规', [
      column('recordingNo', '双录编号', 'text', 14, ({ recordingNo }) => recordingNo, byHand),
      column('revisitedOn', '回访日期', 'day', 11, () => null, byHand),
    ]),
    column('note', '备注', 'text', 14, () => null, byHand),
    ...lastColumns<FundSaleRow>(),
  ];
}

function highlights({ rules }: SalesReport, missing: readonly string[]): readonly Highlight[] {
  const waiting = `AND({confirmDate}="",{applyDate}<>"",数据日期-{applyDate}>${rules.ledger.confirmDays})`;
  return [
    { columns: ['suitability'], when: 'OR({suitability}="不适配",{suitability}="测评过期")', look: 'red' },
    // A file without the column says nothing of what waits.
    ...(missing.includes('confirmDate')
      ? []
      : [{ columns: ['confirmDate'], when: waiting, look: 'amber' } satisfies Highlight]),
  ];
}

function listTable(report: SalesReport): Table {
  const all = saleColumns();
  const missing = report.funds?.missing ?? all.map(({ key }) => key).filter((key) => key !== 'place');
  const { rows, hasSubtotals } = bySalesperson(report.funds?.rows ?? []);
  return {
    ...tableOf(withMissing(all, missing), rows, { isList: true }),
    id: '基金销售',
    highlights: highlights(report, missing),
    rowKey: ['key'],
    ...(hasSubtotals ? { subtotalBy: 'salesName' } : {}),
  };
}

/** Under a profile that shows no customers only the sums of salespersons and types. */
export function fundSalesSheet(report: SalesReport, heading: SheetHeading): Sheet {
  const sheet = {
    name: '基金销售台帐',
    ledger: report.funds,
    showsCustomers: report.showsCustomers,
    list: () => listTable(report),
    type: '基金类型',
    amounts: {
      amount: '确认金额(元)',
      second: '手续费(元)',
      lacksAmount: report.funds?.missing.includes('confirmedFen') === true,
      lacksSecond: report.funds?.missing.includes('feeFen') === true,
    },
    notes: [...report.notes.funds, '黄色列由人工填写，重新生成时保留'],
    frozenColumns: 5,
  };
  return salesSheet(sheet, heading);
}
