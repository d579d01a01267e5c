// Tables of a campaign's effect: the arms, the difference between them, the strata.
import type { CampaignReport } from '../analysis/campaign/campaign-report.js';
import { shortPercent } from './campaign-facts.js';
import { given, rateCell, rateFormula } from './dormant-cells.js';
import { type Column, tableOf } from './rows.js';
import type { CellValue, Sheet, Table } from './sheet.js';

/** A fraction as percentage points. */
function points(difference: number | null | undefined): CellValue {
  return difference === null || difference === undefined ? '—' : difference * 100;
}

/** One row per arm; the rate of the control is the natural return. */
function armTable({ summary: { treated, control } }: CampaignReport): Table {
  const contactFormula = treated.contacted === null ? {} : { formula: rateFormula('contacted', 'members') };
  return tableOf(
    [
      { header: '组别', format: 'text', width: 8, value: ({ arm }) => arm },
      { key: 'members', header: '客户数', format: 'count', width: 8, value: ({ members }) => members },
      { key: 'awakened', header: '已唤醒', format: 'count', width: 8, value: ({ awakened }) => awakened },
      {
        header: '唤醒率',
        format: 'ratio',
        width: 9,
        formula: rateFormula('awakened', 'members'),
        value: ({ rate }) => rateCell(rate),
      },
      { header: '期间销户', format: 'count', width: 9, value: ({ closed }) => closed },
      { header: '未见', format: 'count', width: 7, value: ({ unseen }) => unseen },
      {
        key: 'contacted',
        header: '已联系',
        format: 'count',
        width: 8,
        value: ({ contacted }) => given(contacted?.numerator ?? null),
      },
      {
        header: '联系率',
        format: 'ratio',
        width: 9,
        ...contactFormula,
        value: ({ contacted }) => rateCell(contacted),
      },
    ],
    [treated, control],
    { heading: '活动组与对照组（对照组的唤醒率为自然回流率）' },
  );
}

/** In percentage points. */
function differenceTable({ summary, campaign }: CampaignReport): Table {
  const { uplift, weightedUplift, detectable } = summary;
  const rows: readonly (readonly [string, CellValue, CellValue, CellValue, string])[] = [
    [
      '提升',
      points(uplift?.value),
      points(uplift?.low),
      points(uplift?.high),
      `活动组 − 对照组，${shortPercent(campaign.rules.confidence)} 置信区间`,
    ],
    ['分层加权的提升', points(weightedUplift?.value), null, null, '各层的差别按户数加权'],
    ['可辨差别', points(detectable), null, null, `这些户数看得出的最小提升，把握度 ${shortPercent(campaign.power)}`],
  ];
  return tableOf(
    [
      { header: '百分点', format: 'text', width: 16, value: ([name]) => name },
      { header: '数值', format: 'percent', width: 9, value: ([, value]) => value },
      { header: '下限', format: 'percent', width: 9, value: ([, , low]) => low },
      { header: '上限', format: 'percent', width: 9, value: ([, , , high]) => high },
      { header: '说明', format: 'text', width: 34, value: ([, , , , meaning]) => meaning },
    ],
    rows,
    { heading: `结论：${summary.conclusion}` },
  );
}

type Stratum = CampaignReport['strata'][number];

/** One row per stratum; single strata are too small for conclusions. */
function strataTable({ strata }: CampaignReport): Table {
  const sides = (['treated', 'control'] as const).flatMap((side): readonly Column<Stratum>[] => {
    const name = side === 'treated' ? '活动' : '对照';
    return [
      { header: `${name}户数`, format: 'count', width: 8, value: (of) => of[side].denominator },
      { header: `${name}唤醒`, format: 'count', width: 8, value: (of) => of[side].numerator },
    ];
  });
  return tableOf<Stratum>(
    [
      { header: '余额档', format: 'text', width: 9, value: ({ band }) => band },
      { header: '未动天数', format: 'text', width: 12, value: ({ idleBand }) => idleBand },
      ...sides,
      { header: '提升(百分点)', format: 'percent', width: 12, value: ({ uplift }) => points(uplift) },
    ],
    strata,
    { heading: '分层（单个分层户数少，不下结论）' },
  );
}

/** Second line of every sheet of a campaign. */
export function campaignSubtitle({ asOf, campaign, summary }: CampaignReport): string {
  const state = summary.windowComplete ? '' : '（观察期未满）';
  return `数据日期：${asOf}　活动开始：${campaign.startsOn}　观察至：${campaign.endsOn}${state}`;
}

/** Sheet 活动效果, which also is what the terminal shows: nothing about single customers. */
export function campaignEffectSheet(report: CampaignReport): Sheet {
  return {
    name: '活动效果',
    title: '睡眠客户唤醒活动效果',
    subtitle: campaignSubtitle(report),
    tables: [armTable(report), differenceTable(report), strataTable(report)],
    notes: [
      ...report.notes,
      '每位客户始终按抽签时的组别统计，不论是否联系到；区间为 Newcombe 混合得分区间',
      '只有观察期已满、区间不含 0、两组户数都够时才下结论；因四舍五入，数值可能有尾差',
    ],
  };
}
