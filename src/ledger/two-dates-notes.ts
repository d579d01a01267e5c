// The figures of two dates (A10, A11) as sentences, for the terminal and under RFM汇总.
import type { ActivityChange } from '../analysis/activity-change.js';
import type { AssetChange, CohortAssets } from '../analysis/asset-change.js';
import type { SegmentReport } from '../analysis/segment-report.js';
import { fenFromYuan, formatYuan } from '../model/fen.js';
import type { Ratio } from '../model/ratio.js';
import { formatPercent, formatWan } from './figure-text.js';

function signed(change: Ratio | null): string {
  const text = formatPercent(change?.value ?? null);
  return (change?.value ?? 0) > 0 ? `+${text}` : text;
}

function average({ numerator, denominator }: Ratio): string {
  return denominator === 0 ? '—' : formatYuan(Math.round((numerator * 100) / denominator));
}

function activityText({ flag, customers, earlier, later, change, cohortOn }: ActivityChange): string {
  if (flag !== null || earlier.perCustomer === null || later.perCustomer === null)
    return flag === 'AUM未提供' ? `缺 ${cohortOn} 或之前的余额快照` : `${flag}（需自 ${earlier.from} 起的交易明细）`;
  const periods = `${earlier.from} 至 ${earlier.through} 户均 ${average(earlier.perCustomer)} 次，${later.from} 至 ${later.through} 户均 ${average(later.perCustomer)} 次`;
  const active = `有交易的占 ${formatPercent(earlier.activeRate?.value ?? null)} → ${formatPercent(later.activeRate?.value ?? null)}`;
  return `${signed(change)}（${cohortOn} 的 ${customers} 户，${periods}；${active}）`;
}

function assetText({ flag, fixed, floating, from, aumTo }: AssetChange): string {
  if (fixed === null || floating === null) {
    if (flag === '余额快照相同') return `两个日期取到的都是 ${aumTo} 的余额快照，无法比较`;
    return flag === 'AUM未提供' ? `缺 ${from} 或之前的余额快照` : `${flag}（交易明细不足以判断 ${from} 的层级）`;
  }
  const amounts = ({ aumFromFen, aumToFen }: CohortAssets) => `${formatWan(aumFromFen)} → ${formatWan(aumToFen)} 万元`;
  const closed = fixed.closed === 0 ? '' : `，其中销户 ${fixed.closed} 户按 0 计`;
  return `固定名单 ${signed(fixed.growth)}（${from} 的 ${fixed.customersFrom} 户，${amounts(fixed)}${closed}）；浮动名单 ${signed(floating.growth)}（${floating.customersFrom} → ${floating.customersTo} 户，${amounts(floating)}）`;
}

/** Four sentences, or none where nothing is compared. */
export function twoDatesNotes({ twoDates, rules }: Pick<SegmentReport, 'twoDates' | 'rules'>): readonly string[] {
  if (twoDates === null) return [];
  const { activity, assets } = twoDates;
  const wealthy = `AUM ${formatWan(fenFromYuan(rules.rfm.activityCohortAum)).replace(/\.00$/, '')} 万元以上客户活跃度`;
  return [
    `${wealthy}，环比：${activityText(activity.byPeriod)}`,
    `${wealthy}，同比：${activityText(activity.yearOnYear)}`,
    `核心客户资产，与 ${twoDates.comparedWith} 比：${assetText(assets.byPeriod)}`,
    `核心客户资产，同比：${assetText(assets.yearOnYear)}`,
  ];
}
