// Sheet RFM汇总 (§4.9.2): one row per tier, or per value segment where the method is scores; never both schemes.
import type { SegmentReport } from '../analysis/segment-report.js';
import { addDays } from '../model/day.js';
import type { Tier } from '../model/tier.js';
import { figureColumns, totalRow } from './figure-columns.js';
import { formatPercent } from './figure-text.js';
import { monetaryName } from './monetary.js';
import { tableOf } from './rows.js';
import { scoreTables } from './score-summary.js';
import type { Sheet, Table } from './sheet.js';
import { twoDatesNotes } from './two-dates-notes.js';

const documentTiers: ReadonlySet<Tier> = new Set(['核心客户', '潜力客户', '基础客户', '睡眠客户']);

function tierTable({ summary, rules }: SegmentReport): Table {
  const figures = figureColumns(rules);
  return tableOf(
    [
      {
        header: '类别',
        format: 'text',
        width: 8,
        value: ({ tier }) => (documentTiers.has(tier) ? '四类' : '其他'),
      },
      { key: 'tier', header: '层级', format: 'text', width: 14, value: ({ tier }) => tier },
      ...figures,
    ],
    summary.customers === 0 ? [] : summary.tiers,
    { total: totalRow(figures, summary.total, ['合计', null]) },
  );
}

/** 统计区间, 数据日期, M口径 and 单位, for the second line of a sheet. */
export function rfmSubtitle({ asOf, coverage, rules }: SegmentReport): string {
  const window =
    rules.rfm.windowDays === 'perTier'
      ? '各层级自己的R天数'
      : `${addDays(asOf, 1 - coverage.windowDays)} 至 ${asOf}（${coverage.windowDays}天）`;
  const flag = coverage.flag === null ? '' : `　${coverage.flag}：实际${coverage.days}天`;
  return `统计区间：${window}　数据日期：${asOf}　M口径：${monetaryName(rules)}　单位：元/户${flag}`;
}

/** 睡眠占比 in words, by customers and, where provided, by AUM (B2). */
export function dormantShareNote({ summary }: SegmentReport): string {
  const { dormantShare, dormantAumShare } = summary;
  const parts = `${dormantShare.numerator}/${dormantShare.denominator}`;
  const byAum = dormantAumShare === null ? '' : `，按AUM ${formatPercent(dormantAumShare.value)}`;
  return `睡眠占比：${formatPercent(dormantShare.value)}（${parts} 户）${byAum}；“无法判定”不计入分子和分母`;
}

function tierNotes({ rules }: SegmentReport): readonly string[] {
  const { 基础客户: basic, 睡眠客户: dormant } = rules.rfm.tiers;
  return [
    `先判睡眠客户（R≥${dormant.minRecencyDays}天），再依次判核心、潜力、基础，各项边界均含本数`,
    `其他：沉寂预警为 R 在 ${basic.maxRecencyDays + 1} 至 ${dormant.minRecencyDays - 1} 天；一般活跃为 R≤${basic.maxRecencyDays} 天而 F 或 M 不足；新开未动户为开户不满 ${dormant.minRecencyDays} 天且无交易；无法判定为交易明细不够长`,
    '平均R 只计明细内有客户交易的客户',
  ];
}

/** The summary sheet of the workbook. */
export function rfmSummarySheet(report: SegmentReport): Sheet {
  const isScore = report.rules.rfm.method === 'score';
  return {
    name: 'RFM汇总',
    title: isScore ? '客户RFM价值细分汇总表' : '客户RFM分层汇总表',
    subtitle: rfmSubtitle(report),
    tables: isScore ? scoreTables(report) : [tierTable(report)],
    notes: [
      ...(isScore ? [] : tierNotes(report)),
      dormantShareNote(report),
      ...twoDatesNotes(report),
      ...report.notes,
      '因四舍五入，分项之和与合计可能有尾差',
    ],
  };
}
