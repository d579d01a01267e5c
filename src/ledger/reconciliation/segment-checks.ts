// RFM汇总 against RFM明细, and both against 睡眠客户唤醒台账 (§8.1).
import type { DormantReport } from '../../analysis/dormant/report.js';
import type { SegmentReport } from '../../analysis/segment-report.js';
import { tiers } from '../../model/tier.js';
import { amountName } from '../monetary.js';
import type { Check, Checks } from './check.js';
import { rowCount, rowsSaying, sum, sumWhere, told } from './terms.js';

const summary = { sheet: 'RFM汇总' } as const;
const detail = { sheet: 'RFM明细' } as const;
const wakeList = { sheet: '睡眠客户唤醒台账', id: 'dormantCustomers', serial: 'number' } as const;
const wakeFigures = { sheet: '睡眠客户唤醒台账', id: 'wakeSummary' } as const;

/** Who sleeps on asOf has a priority; who woke or left has none. */
const sleeping = rowCount(wakeList, 'priority');

export function segmentChecks(report: SegmentReport): Checks {
  const { customers, total } = report.summary;
  const perTier = report.rules.rfm.method === 'score' ? [] : tiers;
  return {
    counts: [
      {
        content: 'RFM汇总各层级户数之和＝统计范围内的客户数',
        left: sum(summary, 'customers'),
        right: told(customers),
        note: '含“无法判定”',
      },
      {
        content: 'RFM汇总各层级户数之和＝RFM明细的户数',
        left: sum(summary, 'customers'),
        right: rowCount(detail, 'reason'),
      },
      ...perTier.map((tier) => ({
        content: `RFM汇总“${tier}”的户数＝RFM明细的户数`,
        left: sumWhere(summary, 'tier', tier, 'customers'),
        right: rowsSaying(detail, 'tier', tier),
      })),
    ],
    amounts: [
      { content: 'RFM汇总的AUM合计＝RFM明细的AUM合计', left: sum(summary, 'aumFen'), right: sum(detail, 'aumFen') },
      { content: 'RFM汇总的AUM合计＝本工具计算的合计', left: sum(summary, 'aumFen'), right: told(total.aumFen) },
      {
        content: `RFM明细的${amountName(report.rules)}合计＝本工具计算的合计`,
        left: sum(detail, 'amountFen'),
        right: told(total.amountFen),
      },
    ],
  };
}

export function dormantChecks(report: DormantReport, segment: SegmentReport | null): Checks {
  const { dormant, wake } = report.summary;
  // Other standards of dormancy count other customers.
  const isSameStandard = report.preset.id === 'seed180' && segment?.rules.rfm.method !== 'score';
  const againstTiers: readonly Check[] = isSameStandard
    ? [
        {
          content: '睡眠客户唤醒台账中仍睡眠的户数＝RFM明细中睡眠客户的户数',
          left: sleeping,
          right: rowsSaying(detail, 'tier', '睡眠客户'),
        },
      ]
    : [];
  return {
    counts: [
      { content: '睡眠客户唤醒台账中仍睡眠的户数＝本工具计算的睡眠户数', left: sleeping, right: told(dormant) },
      ...againstTiers,
      {
        content: '睡眠客户唤醒台账：名单中“已唤醒”的户数＝唤醒率的分子',
        left: rowsSaying(wakeList, 'status', '已唤醒'),
        right: sum(wakeFigures, 'awakened'),
      },
      {
        content: '睡眠客户唤醒台账：唤醒率的分子＝本工具计算的已唤醒户数',
        left: sum(wakeFigures, 'awakened'),
        right: told(wake.awakened),
      },
    ],
    amounts: [],
  };
}
