// The workbook of the referral report.
import type { ReferralReport } from '../analysis/referral/report.js';
import type { RuleRow } from '../model/rule-list.js';
import { referralDefinitionsSheet } from './referral-definitions.js';
import { referralLedgerSheet } from './referral-ledger.js';
import { referralMorningSheets } from './referral-morning.js';
import { referralReviewSheet } from './referral-review.js';
import { referralStatisticsSheet } from './referral-statistics.js';
import type { Sheet } from './sheet.js';

/** 转介台账, 转介统计, 待核实, 晨会 where it is short, 口径与数据质量. */
export function referralSheets(report: ReferralReport, rules: readonly RuleRow[]): readonly Sheet[] {
  return [
    referralLedgerSheet(report),
    referralStatisticsSheet(report),
    referralReviewSheet(report),
    ...referralMorningSheets(report),
    referralDefinitionsSheet(report, rules),
  ];
}
