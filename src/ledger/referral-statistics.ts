// Sheet 转介统计 (§4.8): the seven blocks, each with n, then the funnel, the curve and the two accounts of points.
import type { ReferralReport } from '../analysis/referral/report.js';
import { directionMatrix } from './referral-matrix.js';
import { missedTable, uncountedTable } from './referral-missed.js';
import { referralSubtitle } from './referral-period.js';
import { customerPointsTable, staffPointsTable } from './referral-points.js';
import { directionTable, productTable, referrerTable, roleTable } from './referral-success.js';
import { cohortTable, curveTable, funnelTable, horizonTable } from './referral-time.js';
import { totalsTable } from './referral-totals.js';
import type { Sheet, Table } from './sheet.js';

const blocks: readonly (readonly [id: string, table: (report: ReferralReport) => Table])[] = [
  ['合计', totalsTable],
  ['漏斗', funnelTable],
  ['期限', horizonTable],
  ['转介人', referrerTable],
  ['岗位', roleTable],
  ['方向矩阵', directionMatrix],
  ['方向', directionTable],
  ['意向产品', productTable],
  ['登记月', cohortTable],
  ['应转未转', missedTable],
  ['员工积分', staffPointsTable],
  ['客户积分', customerPointsTable],
  ['曲线', curveTable],
  ['不计入', uncountedTable],
];

/** The figures sheet. */
export function referralStatisticsSheet(report: ReferralReport): Sheet {
  return {
    name: '转介统计',
    title: '客户转介统计表',
    subtitle: referralSubtitle(report, '笔、万元'),
    tables: blocks.map(([id, table]) => ({ ...table(report), id })),
    notes: ['员工积分与客户积分是两本账，不相加', ...report.notes, '因四舍五入，分项之和与合计可能有尾差'],
  };
}
