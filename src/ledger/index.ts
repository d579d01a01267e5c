// The sheets of each report, in the order of the workbook.
import type { SegmentReport } from '../analysis/segment-report.js';
import type { RuleRow } from '../model/rule-list.js';
import { migrationSheet } from './migration-matrix.js';
import { rfmDefinitionsSheet } from './rfm-definitions.js';
import { rfmDetailSheet } from './rfm-detail.js';
import { rfmSummarySheet } from './rfm-summary.js';
import type { Sheet } from './sheet.js';

/** RFM汇总, RFM明细, 迁移矩阵 where the report compares, 口径与数据质量. */
export function segmentSheets(report: SegmentReport, rules: readonly RuleRow[]): readonly Sheet[] {
  return [
    rfmSummarySheet(report),
    rfmDetailSheet(report),
    ...(report.migration === null ? [] : [migrationSheet(report, report.migration)]),
    rfmDefinitionsSheet(report, rules),
  ];
}
