// What the sheets of the referral report have in common.
import type { ReferralRow } from '../analysis/referral/listed.js';
import type { ReferralReport } from '../analysis/referral/report.js';

/** In every rate: neither 重复, 自荐 nor 期外. */
export function isCounted({ state }: Pick<ReferralRow, 'state'>): boolean {
  return state !== '重复' && state !== '自荐' && state !== '期外';
}

/** 登记 days that count, in words. */
export function periodText({ period }: Pick<ReferralReport, 'period'>): string {
  return period.from === null ? `截至 ${period.through} 的全部登记` : `${period.from} 至 ${period.through}`;
}

/** The second line of a sheet. */
export function referralSubtitle(report: ReferralReport, unit: string): string {
  return `统计区间：${periodText(report)}　数据日期：${report.asOf}　单位：${unit}`;
}
