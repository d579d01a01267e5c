// 转介统计, block 1 (§4.8): the totals, each with the n that it is a share of.
import type { ReferralReport } from '../analysis/referral/report.js';
import { ratio } from '../model/ratio.js';
import { formatPercent } from './figure-text.js';
import { otherTotals } from './referral-other-totals.js';
import { notProvided, smallSample, tellsSuccess } from './referral-success.js';
import { shareTotal, type Total } from './referral-total.js';
import { tableOf } from './rows.js';
import type { Table } from './sheet.js';

function maturedRemark({ summary, rules }: ReferralReport): string {
  const { interval, isSmallSample } = summary;
  const range = interval === null ? '' : `置信区间 ${formatPercent(interval.low)} 至 ${formatPercent(interval.high)}`;
  const small = isSmallSample ? `${smallSample}（不足 ${rules.ref.minSample} 笔）` : '';
  return [range, small].filter((part) => part !== '').join('，');
}

function successTotals(report: ReferralReport): readonly Total[] {
  const { summary, rules } = report;
  const { registered, rows, matured, kaplanMeier } = summary;
  const ofRegistered = (name: string, count: number | null, remark = '') =>
    shareTotal(name, count === null ? null : ratio(count, registered), remark);
  const isTold = tellsSuccess(summary);
  const ofTold = (name: string, count: number, remark: string) =>
    isTold ? ofRegistered(name, count, remark) : shareTotal(name, null);
  const { successDays } = rules.ref;
  return [
    {
      name: '登记数',
      count: registered,
      remark: `登记册 ${rows.read} 行，其中重复 ${rows.merged}、自荐 ${rows.selfReferred}、期外 ${rows.outOfPeriod} 不计`,
    },
    ofRegistered('接收数', summary.received),
    ofRegistered('首访数', summary.visited),
    ofTold('成交数', summary.won, '到数据日期止，不限天数'),
    shareTotal('原始成功率', isTold ? summary.rawRate : null, '近期登记的还来不及成交，登记增加时会偏低'),
    ofTold('成熟样本数', matured.denominator, `登记满 ${successDays} 天`),
    shareTotal('成熟成功率', isTold ? matured : null, maturedRemark(report)),
    {
      name: `KM ${kaplanMeier.days}日成功率`,
      n: registered,
      rate: isTold ? (kaplanMeier.value ?? '—') : notProvided,
      remark: '估计值，计入未满期的转介，不用于考核',
    },
    ofTold('在途数', summary.inFlight, `其中已登记未成交、退回、失效 ${summary.inFlightFailed} 笔`),
  ];
}

function visitTotals({ summary, rules }: ReferralReport): readonly Total[] {
  const { met, late, overdue, pending, invalid, byDay, rate, provided, feedbackRate, feedbackProvided } =
    summary.firstVisit;
  const { firstVisitHours } = rules.ref;
  const states = `达标 ${met}、超时 ${late}、超时未访 ${overdue}；未到期 ${pending} 不计`;
  const doubts = `${invalid > 0 ? `；数据有误 ${invalid}` : ''}${byDay > 0 ? `；按日近似 ${byDay}` : ''}`;
  const { repurchase } = summary;
  return [
    provided
      ? shareTotal(`${firstVisitHours}小时达标率`, rate, `${states}${doubts}`)
      : shareTotal(`${firstVisitHours}小时达标率`, null, '登记册没有首访时间'),
    feedbackProvided
      ? shareTotal('反馈率', feedbackRate, `${firstVisitHours} 小时内反馈`)
      : shareTotal('反馈率', null, '登记册没有反馈时间'),
    shareTotal(
      `${rules.ref.repurchaseMonths}个月复购率`,
      repurchase.provided ? repurchase : null,
      repurchase.provided
        ? `成功的新客户，未到期 ${repurchase.pending} 户不计`
        : '缺少理财、基金销售文件，或不知道谁是新客户',
    ),
  ];
}

/** C11 in its three readings, and the case's figure for comparison. */
function assetTotals({ summary }: ReferralReport): readonly Total[] {
  const { weighted, uniqueReferrer, meanOfRatios, pairs, benchmark } = summary.assetRatio;
  const reading = (name: string, rate: number | null, remark: string): Total => ({
    name,
    n: pairs,
    rate: rate ?? '—',
    remark,
  });
  return [
    reading('资产比(引荐人)', weighted, '被转介客户平均资产/引荐人平均资产，引荐人每成功一次计一次'),
    reading('资产比：引荐人只计一次', uniqueReferrer, '每位引荐人只计一次'),
    reading('资产比：逐对比值平均', meanOfRatios, '引荐人资产为 0 的不计'),
    { name: '资产比：案例参考值', rate: benchmark, remark: '案例中的数，只用于对照，不是目标' },
  ];
}

/** Block 1, followed by what else the report counts. */
export function totalsTable(report: ReferralReport): Table {
  const totals = [...successTotals(report), ...visitTotals(report), ...assetTotals(report), ...otherTotals(report)];
  return tableOf<Total>(
    [
      { key: 'name', header: '指标', format: 'text', width: 24, value: ({ name }) => name },
      { key: 'count', header: '笔数', format: 'count', width: 9, value: ({ count }) => count ?? null },
      { header: 'n', format: 'count', width: 9, value: ({ n }) => n ?? null },
      { header: '比率', format: 'ratio', width: 10, value: ({ rate }) => rate ?? '' },
      { header: '金额(万元)', format: 'fenWan', width: 13, value: ({ amountFen }) => amountFen ?? null },
      { header: '说明', format: 'text', width: 60, value: ({ remark }) => (remark === '' ? null : (remark ?? null)) },
    ],
    totals,
    { heading: '合计' },
  );
}
