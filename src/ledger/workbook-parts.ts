// The ledgers of the workbook, in its order: what the command line calls them, and what makes their sheets.
import type { DormantReport } from '../analysis/dormant/report.js';
import type { ReferralReport } from '../analysis/referral/report.js';
import type { SegmentReport } from '../analysis/segment-report.js';
import { addDays } from '../model/day.js';
import { referralLedgerSheet } from './referral-ledger.js';
import { periodText } from './referral-period.js';
import { referralReviewSheet } from './referral-review.js';
import { referralStatisticsSheet } from './referral-statistics.js';
import { rfmDetailSheet } from './rfm-detail.js';
import { rfmSummarySheet } from './rfm-summary.js';
import type { Sheet } from './sheet.js';
import { type LedgerSubtitle, ledgerSubtitle } from './subtitle.js';
import { wakeLedgerSheet } from './wake-ledger.js';
import type { LedgerScene } from './workbook-scene.js';

/** One sheet; `make` says in words why it cannot be made. */
export interface LedgerPart {
  /** As the command line takes it: 理财, 转介 … */
  readonly ledger: string;
  readonly name: string;
  /** For 目录. */
  readonly about: string;
  /** Employees' totals only: nothing of a single customer. */
  readonly isPublic?: true;
  make(scene: LedgerScene): Sheet | string;
}

const noTransactions = '没有交易明细';
const noRegister = '没有转介登记';

type Subtitle = Pick<LedgerSubtitle, 'unit'> & Partial<Pick<LedgerSubtitle, 'period'>> & { readonly more?: string };

/** Row 2 of every sheet is the same, whatever command makes it. */
function titled(scene: LedgerScene, sheet: Sheet, { more = '', ...of }: Subtitle): Sheet {
  return { ...sheet, subtitle: ledgerSubtitle({ ...scene, ...of }) + more };
}

function ofSegment(scene: LedgerScene, make: (report: SegmentReport) => Sheet, unit: string): Sheet | string {
  const report = scene.segment;
  if (report === null) return noTransactions;
  const { asOf, coverage, rules } = report;
  const { windowDays } = rules.rfm;
  const period =
    windowDays === 'perTier' ? '各层级自己的R天数' : { from: addDays(asOf, 1 - windowDays), through: asOf };
  const more = `　M口径：${rules.rfm.monetary === 'aum' ? '时点AUM' : '交易金额'}`;
  const flag = coverage.flag === null ? '' : `　${coverage.flag}：实际${coverage.days}天`;
  return titled(scene, make(report), { unit, period, more: more + flag });
}

function ofDormant(scene: LedgerScene, make: (report: DormantReport) => Sheet): Sheet | string {
  const report = scene.dormant;
  if (report === null) return noTransactions;
  const period = { from: addDays(report.summary.wake.cohortOn, 1), through: report.asOf };
  return titled(scene, make(report), { unit: '元', period, more: `　睡眠标准：${report.preset.test}` });
}

function ofReferral(scene: LedgerScene, make: (report: ReferralReport) => Sheet, unit: string): Sheet | string {
  const report = scene.referral;
  return report === null ? noRegister : titled(scene, make(report), { unit, period: periodText(report) });
}

/** All sheets between 目录 and 口径与数据质量. */
export const ledgerParts: readonly LedgerPart[] = [
  {
    ledger: '转介',
    name: '转介台账',
    about: '每笔转介的登记、首访、结果和积分',
    make: (scene) => ofReferral(scene, referralLedgerSheet, '元、万元（见表头）'),
  },
  {
    ledger: '转介',
    name: '转介统计',
    about: '转介成功率、漏斗，按人、岗位、方向和产品的统计',
    make: (scene) => ofReferral(scene, referralStatisticsSheet, '笔、万元'),
  },
  {
    ledger: '转介',
    name: '待核实',
    about: '转介中需要核实的问题',
    make: (scene) => ofReferral(scene, referralReviewSheet, '笔'),
  },
  {
    ledger: '睡眠',
    name: '睡眠客户唤醒台账',
    about: '睡眠客户名单、接触和唤醒情况',
    make: (scene) => ofDormant(scene, wakeLedgerSheet),
  },
  {
    ledger: 'RFM',
    name: 'RFM汇总',
    about: '各层级户数、AUM 和户均',
    isPublic: true,
    make: (scene) => ofSegment(scene, rfmSummarySheet, '元/户'),
  },
  {
    ledger: 'RFM',
    name: 'RFM明细',
    about: '逐户的 R、F、M、层级和理由',
    make: (scene) => ofSegment(scene, rfmDetailSheet, '元'),
  },
];
