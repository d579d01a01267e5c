// The rates of the wake-up (B3, B5), each with what it divides.
import type { DormantReport } from '../analysis/dormant/report.js';
import type { Ratio } from '../model/ratio.js';
import { given, rateCell } from './dormant-cells.js';
import { tableOf } from './rows.js';
import type { Table } from './sheet.js';

interface RateRow {
  readonly name: string;
  readonly rate: Ratio | null;
  readonly divided: string;
}

/** One row per rate; 未提供 where contacts, sales or a snapshot are not given. */
export function wakeTable({ summary, rules }: DormantReport): Table {
  const { wake, reactivation } = summary;
  const rows: readonly RateRow[] = [
    { name: '唤醒率', rate: wake.rate, divided: '已唤醒 ÷ 名单客户' },
    { name: '有效唤醒率', rate: wake.effective, divided: '有效唤醒 ÷ 名单客户' },
    { name: '接触率', rate: wake.contactShare, divided: '已接触 ÷ 名单客户' },
    { name: '接触唤醒率', rate: wake.contacted, divided: '接触且唤醒 ÷ 已接触' },
    {
      name: '复购率',
      rate: reactivation?.repurchase ?? null,
      divided: `首次接触后 ${rules.wake.repurchaseDays} 天内购买 ÷ 已满期的接触`,
    },
  ];
  const state = wake.windowComplete ? '已满' : '观察期未满';
  return tableOf(
    [
      { header: '指标', format: 'text', width: 20, value: ({ name }) => name },
      { header: '分子', format: 'count', width: 10, value: ({ rate }) => given(rate?.numerator ?? null) },
      { header: '分母', format: 'count', width: 12, value: ({ rate }) => given(rate?.denominator ?? null) },
      { header: '比率', format: 'ratio', width: 14, value: ({ rate }) => rateCell(rate) },
      { header: '说明', format: 'text', width: 32, value: ({ divided }) => divided },
    ],
    rows,
    { heading: `唤醒：名单日 ${wake.cohortOn}，观察期至 ${wake.windowEndsOn}（${state}）` },
  );
}

/** What the table cannot say of B5; empty where contacts or sales are not given. */
export function reactivationNotes({ summary: { reactivation }, rules }: DormantReport): readonly string[] {
  if (reactivation === null) return [];
  const { inFlight, satisfactionChange: change } = reactivation;
  const score = (value: number): string => String(Math.round(value * 100) / 100);
  return [
    `复购率：首次接触不满 ${rules.wake.repurchaseDays} 天的 ${inFlight} 户在途，不在分子和分母`,
    change === null
      ? '满意度变化：未提供（没有接触前后都评分的客户）'
      : `满意度变化：接触前后都评分的 ${change.customers} 户，平均由 ${score(change.before)} 变为 ${score(change.after)}`,
  ];
}
