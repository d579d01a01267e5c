// Success over time: funnel, cohorts by month of registration (§4.8 block 6) and the Kaplan–Meier curve.

import type { ReferralReport } from '../analysis/referral/report.js';
import type {
  CohortFigures,
  FunnelStage,
  HorizonFigures,
  KaplanMeierStep,
} from '../analysis/referral/success-figures.js';
import { notProvided } from './referral-success.js';
import { type Column, tableOf } from './rows.js';
import type { Highlight, Table } from './sheet.js';

function stageRemark({ provided, isWeakest }: FunnelStage): string | null {
  if (!provided) return notProvided;
  return isWeakest ? '最弱环节' : null;
}

/** C1's stages with the weakest step named. */
export function funnelTable({ funnel }: Pick<ReferralReport, 'funnel'>): Table {
  const columns: readonly Column<FunnelStage>[] = [
    { key: 'stage', header: '环节', format: 'text', width: 10, value: ({ stage }) => stage },
    { header: '笔数', format: 'count', width: 8, value: (of) => (of.provided ? of.referrals : notProvided) },
    {
      header: '占上一环节',
      format: 'ratio',
      width: 10,
      value: ({ fromPrevious }) => (fromPrevious === null ? '' : fromPrevious.value),
    },
    { header: '占登记', format: 'ratio', width: 9, value: (of) => (of.provided ? of.fromFirst.value : notProvided) },
    { key: 'remark', header: '说明', format: 'text', width: 12, value: stageRemark },
  ];
  return {
    ...tableOf(columns, funnel, { heading: '转介漏斗' }),
    highlights: [{ columns: ['stage', 'remark'], when: '{remark}="最弱环节"', look: 'amber' }],
  };
}

/** Cumulative success by horizon; horizons that some of the month have not reached are grey and say 未满. */
export function cohortTable({ cohorts }: ReferralReport): Table {
  const days = cohorts[0]?.cells.map((cell) => cell.days) ?? [];
  const cell = ({ cells }: CohortFigures, horizon: number) => cells.find((of) => of.days === horizon);
  const columns: readonly Column<CohortFigures>[] = [
    { header: '登记月', format: 'text', width: 10, value: ({ month }) => month },
    { key: 'registered', header: '登记', format: 'count', width: 7, value: ({ registered }) => registered },
    ...days.flatMap((horizon): readonly Column<CohortFigures>[] => [
      {
        header: '成功',
        group: `${horizon}天`,
        format: 'count',
        width: 7,
        value: (cohort) => cell(cohort, horizon)?.success.numerator ?? null,
      },
      {
        key: `rate${horizon}`,
        header: '累计成功率',
        group: `${horizon}天`,
        format: 'ratio',
        width: 10,
        value: (cohort) => cell(cohort, horizon)?.success.value ?? null,
      },
      {
        key: `reached${horizon}`,
        header: '满期',
        group: `${horizon}天`,
        format: 'text',
        width: 6,
        value: (cohort) => (cell(cohort, horizon)?.isComplete === false ? '未满' : null),
      },
    ]),
  ];
  const highlights = days.map(
    (horizon): Highlight => ({
      columns: [`rate${horizon}`, `reached${horizon}`],
      when: `{reached${horizon}}="未满"`,
      look: 'grey',
    }),
  );
  return { ...tableOf(columns, cohorts, { heading: '按登记月（累计成功率；未满的以后还会变）' }), highlights };
}

/** At 30, 60 and 90 days: numbers at risk, the estimate, and the matured rate beside it. */
export function horizonTable({ summary }: Pick<ReferralReport, 'summary'>): Table {
  const columns: readonly Column<HorizonFigures>[] = [
    { header: '登记后天数', format: 'count', width: 10, value: ({ days }) => days },
    { header: '在险笔数', format: 'count', width: 9, value: ({ atRisk }) => atRisk },
    { header: 'KM成功率', format: 'ratio', width: 10, value: ({ kaplanMeier }) => kaplanMeier },
    { header: '成熟样本', format: 'count', width: 9, value: ({ matured }) => matured.denominator },
    { header: '成熟成功', format: 'count', width: 9, value: ({ matured }) => matured.numerator },
    { header: '成熟成功率', format: 'ratio', width: 10, value: ({ matured }) => matured.value },
  ];
  return tableOf(columns, summary.horizons, { heading: '各期限成功率（KM 为估计值，含未到期的转介）' });
}

/** One row per day with a success. */
export function curveTable({ kaplanMeier }: ReferralReport): Table {
  const columns: readonly Column<KaplanMeierStep>[] = [
    { header: '登记后天数', format: 'count', width: 10, value: ({ days }) => days },
    { header: '在险笔数', format: 'count', width: 9, value: ({ atRisk }) => atRisk },
    { header: '当天成功', format: 'count', width: 9, value: ({ events }) => events },
    { header: '尚未成功', format: 'ratio', width: 10, value: ({ survival }) => survival },
    { header: '累计成功率', format: 'ratio', width: 10, value: ({ survival }) => 1 - survival },
  ];
  return tableOf(columns, kaplanMeier, { heading: 'KM 曲线（每个有成功的天数一行）' });
}
