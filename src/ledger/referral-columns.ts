// The 31 columns of 转介台账 (§4.8), A to AE: first visit, outcome and value here, the parties in a file of their own.
import type { ReferralRow } from '../analysis/referral/listed.js';
import type { ReferralReport } from '../analysis/referral/report.js';
import type { Rules } from '../model/rules.js';
import { formatPercent, formatWan } from './figure-text.js';
import { field, inGroup, input, type LedgerColumn, moment, wan } from './referral-column.js';
import { type ClockStart, typedVisitHours, visitHours, visitHoursFormula } from './referral-hours.js';
import { partyColumns } from './referral-parties.js';
import { isCounted } from './referral-period.js';
import { maturedRate, visitRate } from './referral-rates.js';
import { tellsSuccess } from './referral-success.js';
import type { CellValue, FormulaResult } from './sheet.js';

/** Whether the clock of the first visit starts with the registration or with its acceptance. */
export function clockStart({ ref }: Rules): ClockStart {
  return ref.firstVisitFrom === 'received' ? 'receivedAt' : 'registeredAt';
}

function visitColumns({ rules }: ReferralReport): readonly LedgerColumn[] {
  const from = clockStart(rules);
  return inGroup('首访', [
    field('firstVisitAt', '首访时间', 15, moment),
    {
      key: 'firstVisitHours',
      header: '时长(小时)',
      format: 'tenth',
      width: 8,
      formula: visitHoursFormula(from),
      result: (cell) => typedVisitHours(cell(from), cell('firstVisitAt')),
      note: '没有时分（或为 00:00）的显示“—”；只有日期的是否达标按日判断（按日近似）',
      value: ({ referral }) => visitHours(referral[from], referral.firstVisitAt),
    },
    {
      ...field('firstVisit', `${rules.ref.firstVisitHours}小时达标`, 9),
      total: visitRate,
      note: '合计为达标率：达标/(达标+超时+超时未访)，不随筛选变化',
      value: ({ referral }) => (isCounted(referral) ? referral.firstVisit : '不计'),
    },
    field('feedbackAt', '反馈时间', 15, moment),
  ]);
}

/** 产品/万元; the part that is not known is left out. */
function dealText({ dealProduct, dealFen }: ReferralRow): string | null {
  const parts = [dealProduct, dealFen === null ? null : formatWan(dealFen)];
  return parts.filter((part) => part !== null).join('/') || null;
}

/** No deal has a day: the words of the column above would make a rate of those that failed. */
function isUntimed({ won, kaplanMeier }: ReferralReport['summary']): boolean {
  return won > 0 && kaplanMeier.value === null;
}

function outcomeColumns({ rules, asOf, summary }: ReferralReport): readonly LedgerColumn[] {
  const { successDays } = rules.ref;
  return inGroup('结果', [
    field('status', '状态', 9, { ...input, list: { name: '转介状态', closed: true } }),
    field('dealDate', '成交日期', 11, { ...input, format: 'day' }),
    {
      key: 'deal',
      header: '成交产品/金额(万元)',
      format: 'text',
      width: 14,
      ...input,
      value: (row) => dealText(row.referral),
    },
    {
      ...field('succeeded', `${successDays}天内成功`, 8),
      ...(isUntimed(summary) ? {} : { total: maturedRate(successDays, asOf) }),
      note: `合计为成熟成功率：登记满 ${successDays} 天的转介中成功的占比，不随筛选变化；重复、自荐、期外的登记不计`,
      value: ({ referral }) => (isCounted(referral) ? referral.succeeded : referral.state),
    },
  ]);
}

/** AUM now less AUM at receipt, in 分; — where either is unknown. */
function upliftFen({ aumFen, aumAtReceiptFen }: ReferralRow): number | '—' {
  return aumFen === null || aumAtReceiptFen === null ? '—' : aumFen - aumAtReceiptFen;
}

/** Of a row that staff typed. */
const typedUplift: FormulaResult = (cell) => {
  const [before, now] = [cell('aumAtReceiptFen'), cell('aumFen')];
  if (before === null || now === null) return '—';
  return typeof before === 'number' && typeof now === 'number' ? now - before : undefined;
};

function valueColumns(report: ReferralReport): readonly LedgerColumn[] {
  const { uplift, repurchase } = report.summary;
  const absent = (isAbsent: boolean) => (isAbsent ? ({ isMissing: true } as const) : {});
  const lacks = (key: 'aumFen' | 'aumAtReceiptFen') =>
    uplift.netFen === null && report.referrals.every((referral) => referral[key] === null);
  return [
    ...inGroup('资产', [
      wan('aumAtReceiptFen', '接收时AUM(万元)', 11, absent(lacks('aumAtReceiptFen'))),
      wan('aumFen', '期末AUM(万元)', 11, absent(lacks('aumFen'))),
      {
        key: 'upliftFen',
        header: '提升(万元)',
        format: 'fenWanChange',
        width: 10,
        formula: 'IFERROR(IF(OR({aumAtReceiptFen}="",{aumFen}=""),"—",{aumFen}-{aumAtReceiptFen}),"—")',
        result: typedUplift,
        total: 'sum',
        ...absent(uplift.netFen === null && report.referrals.every((referral) => upliftFen(referral) === '—')),
        value: ({ referral }) => upliftFen(referral),
      },
      field('repurchased', `${report.rules.ref.repurchaseMonths}个月复购`, 8, absent(!repurchase.provided)),
    ]),
    {
      key: 'points',
      header: '积分',
      group: '积分',
      format: 'count',
      width: 8,
      total: 'sum',
      ...absent(!tellsSuccess(report.summary) && report.referrals.every(({ points }) => points === null)),
      note: '转介人本人账户的积分；合计含员工积分和客户积分，两本账分开的合计见转介统计',
      value: (row) => row.referral.points,
    },
  ];
}

export function ledgerColumns(report: ReferralReport): readonly LedgerColumn[] {
  return [
    ...partyColumns,
    ...visitColumns(report),
    ...outcomeColumns(report),
    ...valueColumns(report),
    field('note', '未成交原因/备注', 18, input),
  ];
}

/** The cached results of the total row, one cell per column. */
export function ledgerTotals(
  { summary, referrals }: ReferralReport,
  columns: readonly LedgerColumn[],
): readonly CellValue[] {
  const gains = referrals.map(upliftFen).filter((gain) => gain !== '—');
  const totals: Readonly<Record<string, CellValue>> = {
    place: '合计',
    referralNo: referrals.length,
    firstVisit: formatPercent(summary.firstVisit.rate.value),
    succeeded: formatPercent(summary.matured.value),
    upliftFen: gains.reduce((sum, gain) => sum + gain, 0),
    points: referrals.reduce((sum, { points }) => sum + (points ?? 0), 0),
  };
  return columns.map(({ key, isMissing }) => (key === undefined || isMissing === true ? null : (totals[key] ?? null)));
}
