// What `referral` shows on the terminal: totals and the next steps, nothing about single customers.

import type { ReferralReport } from '../analysis/referral/report.js';
import type { HorizonFigures, ReferrerFigures } from '../analysis/referral/success-figures.js';
import { missedText } from './referral-missed.js';
import { referralSubtitle } from './referral-period.js';
import { notProvided, smallSample, tellsSuccess } from './referral-success.js';
import { funnelTable } from './referral-time.js';
import { shareTotal, type Total } from './referral-total.js';
import { type Column, tableOf } from './rows.js';
import type { Sheet, Table } from './sheet.js';

const shownReferrers = 8;

function totalTable({ summary, rules }: ReferralReport): Table {
  const { successDays, firstVisitHours, repurchaseMonths } = rules.ref;
  const { firstVisit } = summary;
  const isTold = tellsSuccess(summary);
  const totals: readonly Total[] = [
    { name: '登记', count: summary.registered },
    shareTotal('原始成功率', isTold ? summary.rawRate : null),
    shareTotal(`成熟成功率（满${successDays}天）`, isTold ? summary.matured : null),
    {
      name: `KM ${summary.kaplanMeier.days}日成功率（估计）`,
      n: summary.registered,
      rate: isTold ? (summary.kaplanMeier.value ?? '—') : notProvided,
    },
    isTold ? { name: '在途', count: summary.inFlight, n: summary.registered } : { name: '在途', rate: notProvided },
    shareTotal(`${firstVisitHours}小时首访达标率`, firstVisit.provided ? firstVisit.rate : null),
    shareTotal('反馈率', firstVisit.feedbackProvided ? firstVisit.feedbackRate : null),
    shareTotal(`${repurchaseMonths}个月复购率`, summary.repurchase.provided ? summary.repurchase : null),
    { name: '资产比（引荐人）', n: summary.assetRatio.pairs, rate: summary.assetRatio.weighted ?? '—' },
  ];
  return tableOf<Total>(
    [
      { header: '指标', format: 'text', width: 26, value: ({ name }) => name },
      { header: '笔数', format: 'count', width: 8, value: ({ count }) => count ?? null },
      { header: 'n', format: 'count', width: 8, value: ({ n }) => n ?? null },
      { header: '比率', format: 'ratio', width: 9, value: ({ rate }) => rate ?? '' },
    ],
    totals,
  );
}

const horizonColumns: readonly Column<HorizonFigures>[] = [
  { header: '天数', format: 'count', width: 6, value: ({ days }) => days },
  { header: '在险笔数', format: 'count', width: 8, value: ({ atRisk }) => atRisk },
  { header: 'KM成功率', format: 'ratio', width: 9, value: ({ kaplanMeier }) => kaplanMeier },
  { header: '成熟成功率', format: 'ratio', width: 10, value: ({ matured }) => matured.value },
  { header: '成熟样本', format: 'count', width: 8, value: ({ matured }) => matured.denominator },
];

const referrerColumns: readonly Column<ReferrerFigures>[] = [
  { header: '名次', format: 'count', width: 4, value: ({ rank }) => rank },
  { header: '转介人', format: 'text', width: 10, value: ({ referrerName, referrerNo }) => referrerName ?? referrerNo },
  {
    header: '岗位',
    format: 'text',
    width: 10,
    value: ({ referrerRole, referrerType }) => referrerRole ?? referrerType,
  },
  { header: '登记', format: 'count', width: 6, value: ({ registered }) => registered },
  { header: '成熟样本', format: 'count', width: 8, value: ({ matured }) => matured.denominator },
  { header: '成熟成功率', format: 'ratio', width: 10, value: ({ matured }) => matured.value },
  { header: '样本', format: 'text', width: 8, value: ({ isSmallSample }) => (isSmallSample ? smallSample : null) },
];

function referrerTable({ byReferrer }: ReferralReport): Table {
  const more = byReferrer.length - shownReferrers;
  return tableOf(referrerColumns, byReferrer.slice(0, shownReferrers), {
    heading: more > 0 ? `转介人（前 ${shownReferrers} 位，另有 ${more} 位）` : '转介人',
  });
}

function nextSteps({ funnel, missed, review }: ReferralReport): readonly string[] {
  const weakest = funnel.find(({ isWeakest }) => isWeakest);
  const before = weakest === undefined ? undefined : funnel[funnel.indexOf(weakest) - 1];
  return [
    ...(weakest === undefined || before === undefined ? [] : [`最弱环节：${before.stage}→${weakest.stage}`]),
    `应转未转：${missedText(missed)}`,
    `待核实：${review.length} 条`,
  ];
}

/** Compact tables of at most 80 columns. */
export function referralTerminal(report: ReferralReport): Sheet {
  const isEmpty = report.referrals.length === 0;
  return {
    name: '转介结果',
    title: '客户转介统计',
    subtitle: referralSubtitle(report, '笔'),
    tables: isEmpty
      ? [tableOf(referrerColumns, [])]
      : [
          totalTable(report),
          tableOf(horizonColumns, report.summary.horizons, { heading: '各期限成功率' }),
          funnelTable(report),
          referrerTable(report),
        ],
    notes: [...nextSteps(report), ...report.notes],
  };
}
