// The value segments and the thresholds that the scores came to, for method score (§5.4).
import type { ScoreInterval } from '../analysis/score.js';
import { formatBoundary } from '../analysis/score-reason.js';
import type { GroupFigures, SegmentReport } from '../analysis/segment-report.js';
import { formatYuan } from '../model/fen.js';
import { figureColumns, totalRow } from './figure-columns.js';
import { type Column, tableOf } from './rows.js';
import type { Table } from './sheet.js';

interface SegmentRow extends GroupFigures {
  readonly label: string;
}

function segmentTable({ summary, scoring, rules }: SegmentReport): Table {
  const figures = figureColumns(rules);
  const undetermined = summary.tiers.filter(({ tier, customers }) => tier === '无法判定' && customers > 0);
  const rows: readonly SegmentRow[] = [
    ...scoring.segments.map((figures) => ({ ...figures, label: figures.segment })),
    ...undetermined.map((figures) => ({ ...figures, label: figures.tier })),
  ];
  return tableOf(
    [{ header: '价值细分', format: 'text', width: 16, value: ({ label }) => label }, ...figures],
    summary.customers === 0 ? [] : rows,
    {
      total: totalRow(figures, summary.total, ['合计']),
    },
  );
}

function describeInterval(interval: ScoreInterval | undefined, print: (value: number) => string): string {
  if (interval === undefined) return '未提供';
  const { from, to, withoutValue } = interval;
  const range = from === null || to === null ? '' : from === to ? print(from) : `${print(from)} 至 ${print(to)}`;
  const never = withoutValue > 0 ? '无交易' : '';
  return [range, never].filter((text) => text !== '').join('；') || '无客户';
}

/** One row per score, 5 first: the values it stands for, both ends included, and (unless compact) how many customers. */
export function intervalTable({ scoring }: SegmentReport, form: 'full' | 'compact'): Table {
  const { recencyDays, frequency, monetaryFen } = scoring.intervals;
  const axis = (
    name: string,
    header: string,
    width: number,
    intervals: readonly ScoreInterval[] | null,
    print: (value: number) => string,
  ): readonly Column<number>[] => [
    { header, format: 'text', width, value: (place) => describeInterval(intervals?.[place], print) },
    ...(form === 'compact'
      ? []
      : [
          {
            header: `${name}户数`,
            format: 'count' as const,
            width: 10,
            value: (place: number) => intervals?.[place]?.customers ?? null,
          },
        ]),
  ];
  return tableOf(
    [
      { header: '分值', format: 'count', width: 6, value: (place) => recencyDays[place]?.score ?? null },
      ...axis('R', 'R（天）', 18, recencyDays, String),
      ...axis('F', 'F（次）', 12, frequency, String),
      ...axis('M', 'M（元）', 32, monetaryFen, formatYuan),
    ],
    recencyDays.map((_, place) => place),
    { heading: '各分值的实际区间（含两端）' },
  );
}

function boundaryTable({ scoring, rules }: SegmentReport): Table {
  const { r, f, m } = scoring.boundaries;
  const method = rules.rfm.scoreSplit === 'mean' ? '平均分' : '中位分';
  return tableOf(
    [
      { header: '指标', format: 'text', width: 8, value: ([axis]) => axis },
      { header: '分界', format: 'text', width: 24, value: ([, boundary]) => boundary },
    ],
    [
      ['R', `${method} ${formatBoundary(r)}`],
      ['F', `${method} ${formatBoundary(f)}`],
      ['M', m === null ? '未提供' : `${method} ${formatBoundary(m)}`],
    ] as const,
    { heading: '高低分界（不低于分界为高）' },
  );
}

/** The three tables of the summary sheet under method score. */
export function scoreTables(report: SegmentReport): readonly Table[] {
  return [segmentTable(report), intervalTable(report, 'full'), boundaryTable(report)];
}
