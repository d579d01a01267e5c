// The sheets of each report, in the order of the workbook.
import type { DormantReport } from '../analysis/dormant/report.js';
import type { ReferralReport } from '../analysis/referral/report.js';
import type { SegmentReport } from '../analysis/segment-report.js';
import type { RuleRow } from '../model/rule-list.js';
import { dormantAccountSheet } from './dormant-accounts.js';
import { countdownSheet } from './dormant-countdown.js';
import { dormantDefinitionsSheet } from './dormant-definitions.js';
import { dormantSummarySheet } from './dormant-summary.js';
import { migrationSheet } from './migration-matrix.js';
import { referralDefinitionsSheet } from './referral-definitions.js';
import { referralLedgerSheet } from './referral-ledger.js';
import { referralMorningSheets } from './referral-morning.js';
import { referralReviewSheet } from './referral-review.js';
import { referralStatisticsSheet } from './referral-statistics.js';
import { rfmDefinitionsSheet } from './rfm-definitions.js';
import { rfmDetailSheet } from './rfm-detail.js';
import { rfmSummarySheet } from './rfm-summary.js';
import type { Sheet } from './sheet.js';
import { wakeLedgerSheet } from './wake-ledger.js';

/** RFM汇总, RFM明细, 迁移矩阵 where the report compares, 口径与数据质量. */
export function segmentSheets(report: SegmentReport, rules: readonly RuleRow[]): readonly Sheet[] {
  return [
    rfmSummarySheet(report),
    rfmDetailSheet(report),
    ...(report.migration === null ? [] : [migrationSheet(report, report.migration)]),
    rfmDefinitionsSheet(report, rules),
  ];
}

/** 睡眠概况, 睡眠客户唤醒台账, 睡眠账户, 即将休眠, 口径与数据质量. */
export function dormantSheets(report: DormantReport, rules: readonly RuleRow[]): readonly Sheet[] {
  return [
    dormantSummarySheet(report),
    wakeLedgerSheet(report),
    dormantAccountSheet(report),
    countdownSheet(report),
    dormantDefinitionsSheet(report, rules),
  ];
}

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
