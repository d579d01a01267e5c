// The ledgers of the workbook, in its order: what the command line calls them, and what makes their sheets.
import type { DormantReport } from '../analysis/dormant/report.js';
import type { ReferralReport } from '../analysis/referral/report.js';
import type { SegmentReport } from '../analysis/segment-report.js';
import { addDays } from '../model/day.js';
import { fundSalesSheet } from './fund-sales.js';
import { maturityRetentionSheet } from './maturity-retention.js';
import { monetaryName } from './monetary.js';
import { portfolioOverviewSheet } from './portfolio-overview.js';
import { referralLedgerSheet } from './referral-ledger.js';
import { periodText } from './referral-period.js';
import { referralReviewSheet } from './referral-review.js';
import { referralStatisticsSheet } from './referral-statistics.js';
import { rfmDetailSheet } from './rfm-detail.js';
import { rfmSummarySheet } from './rfm-summary.js';
import type { Sheet } from './sheet.js';
import { type LedgerSubtitle, ledgerSubtitle } from './subtitle.js';
import { vipCustomersSheet } from './vip-customers.js';
import { wakeLedgerSheet } from './wake-ledger.js';
import { wealthSalesSheet } from './wealth-sales.js';
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
const noCustomers = '没有客户信息和资产快照';

type Subtitle = Pick<LedgerSubtitle, 'unit'> & Partial<Pick<LedgerSubtitle, 'period'>> & { readonly more?: string };

/** Row 2 of every sheet is the same, whatever command makes it, and every ledger is signed. */
function titled(scene: LedgerScene, sheet: Sheet, { more = '', ...of }: Subtitle): Sheet {
  return { ...sheet, subtitle: ledgerSubtitle({ ...scene, ...of }) + more, hasSignature: true };
}

function ofSegment(scene: LedgerScene, make: (report: SegmentReport) => Sheet, unit: string): Sheet | string {
  const report = scene.segment;
  if (report === null) return noTransactions;
  const { asOf, coverage, rules } = report;
  const { windowDays } = rules.rfm;
  const period =
    windowDays === 'perTier' ? '各层级自己的R天数' : { from: addDays(asOf, 1 - windowDays), through: asOf };
  const more = `　M口径：${monetaryName(rules)}`;
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
    ledger: '总体',
    name: '总体情况',
    about: '每位员工所管贵宾客户的户数、资产和变化',
    isPublic: true,
    make: (scene) => (scene.portfolio === null ? noCustomers : portfolioOverviewSheet(scene.portfolio, scene)),
  },
  {
    ledger: '贵宾',
    name: '个人贵宾客户基本情况表',
    about: '逐户的资产、产品、服务和联系情况',
    make: (scene) => (scene.portfolio === null ? noCustomers : vipCustomersSheet(scene.portfolio, scene)),
  },
  {
    ledger: '基金',
    name: '基金销售台帐',
    about: '本期每笔基金销售和适当性',
    make: (scene) => (scene.sales.funds === null ? '没有基金交易' : fundSalesSheet(scene.sales, scene)),
  },
  {
    ledger: '理财',
    name: '理财产品销售台帐',
    about: '本期每笔理财销售、参考收益和到期管理',
    make: (scene) => (scene.sales.wealth === null ? '没有理财销售' : wealthSalesSheet(scene.sales, scene)),
  },
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
  {
    ledger: '到期',
    name: '到期承接台账',
    about: '到期产品、承接和资产留存',
    make: (scene) =>
      scene.sales.maturities === null ? '没有产品持有和理财销售' : maturityRetentionSheet(scene.sales, scene),
  },
];
