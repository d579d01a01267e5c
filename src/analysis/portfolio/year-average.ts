// 年日均 (§5.8, J1): the bank's own column, else the daily balances with gaps carried forward, else the mean of month ends.
import type { Balance } from '../../model/balance.js';
import { addDays, addMonths, type Day, dayOf, daysBetween, monthEnd } from '../../model/day.js';
import type { Fen } from '../../model/fen.js';
import { quarterOf } from '../../model/period.js';
import type { Rules } from '../../model/rules.js';
import { snapshotOn } from '../aum.js';
import { type DatedAum, datedAum } from '../dated-aum.js';
import type { PortfolioAverage } from './report.js';

export type AverageMethod = '系统提供' | '逐日余额' | '月末平均';

export interface YearAverage extends PortfolioAverage {
  /** Rounded to 分; 0 for who is in no snapshot, null where the bank's own column is empty. */
  readonly fenOf: (id: string) => number | null;
}

/** Weekends and the longest public holidays leave no larger gap between daily balances. */
const longestGap = 10;

interface Range {
  readonly from: Day;
  readonly through: Day;
}

/** The range that `rules.aum.average` names, up to and including a day. */
export function averageRange({ aum }: Rules, through: Day): Range {
  const firstOf = {
    ytd: () => dayOf(Number(through.slice(0, 4)), 1, 1),
    rolling365: () => addDays(through, -364),
    quarter: () => quarterOf(through).from,
    month: () => dayOf(Number(through.slice(0, 4)), Number(through.slice(5, 7)), 1),
  } as const;
  return { from: firstOf[aum.average]() ?? through, through };
}

const suppliedFigure: Readonly<Record<Rules['aum']['average'], (balance: Balance) => Fen | undefined>> = {
  ytd: ({ aumYearAvgFen }) => aumYearAvgFen,
  quarter: ({ aumQuarterAvgFen }) => aumQuarterAvgFen,
  month: ({ aumMonthAvgFen }) => aumMonthAvgFen,
  rolling365: () => undefined,
};

function suppliedAverage(balances: readonly Balance[], rules: Rules, range: Range): YearAverage | null {
  const figureOf = suppliedFigure[rules.aum.average];
  const snapshot = snapshotOn(balances, range.through, figureOf);
  if (snapshot === null) return null;
  const { dataDate, fenOf } = snapshot;
  const stated = new Set(
    balances.flatMap((row) => (row.dataDate === dataDate && figureOf(row) !== undefined ? [row.custNo] : [])),
  );
  return {
    method: '系统提供',
    isApproximate: false,
    ...averageRange(rules, dataDate),
    fenOf: (id) => (fenOf.has(id) && !stated.has(id) ? null : (fenOf.get(id) ?? 0)),
  };
}

/** One balance and the days (or months) that it stands for. */
interface Step {
  readonly date: Day;
  readonly weight: number;
}

function mean(aum: DatedAum, steps: readonly Step[]): (id: string) => number {
  const weights = steps.reduce((sum, { weight }) => sum + weight, 0);
  return (id) =>
    Math.round(steps.reduce((sum, { date, weight }) => sum + weight * (aum.on(id, date) ?? 0), 0) / weights);
}

function dailySteps(dates: readonly Day[], { from, through }: Range): readonly Step[] {
  return dates.map((date, place) => {
    const next = dates[place + 1] ?? addDays(through, 1);
    return { date, weight: daysBetween(date < from ? from : date, next) };
  });
}

/** Every month of the range has the last balance known at its end. */
function monthlySteps(dates: readonly Day[], { from, through }: Range): readonly Step[] {
  const steps: Step[] = [];
  for (let end = monthEnd(from); ; end = monthEnd(addMonths(end, 1))) {
    const last = end < through ? end : through;
    const date = dates.findLast((known) => known <= last);
    if (date !== undefined) steps.push({ date, weight: 1 });
    if (end >= through) return steps;
  }
}

/**
 * The average up to `through`; null where neither the bank's column nor two balances of the range are given. Balances only of month
 * ends (and of the last day) count by month, all others by day.
 */
export function yearAverageOn(
  balances: readonly Balance[] | undefined,
  rules: Rules,
  through: Day,
): YearAverage | null {
  if (balances === undefined) return null;
  const range = averageRange(rules, through);
  const supplied = suppliedAverage(balances, rules, range);
  if (supplied !== null) return supplied;
  const aum = datedAum(balances);
  const known = aum.dates.filter((date) => date <= through);
  const before = known.findLast((date) => date <= range.from);
  const dates = known.filter((date) => before === undefined || date >= before);
  const first = dates[0];
  if (first === undefined || dates.length < 2) return null;
  const isWhole = before !== undefined;
  const covered = { from: isWhole ? range.from : first, through };
  if (dates.every((date) => date === monthEnd(date) || date === through)) {
    const fromFirstMonth = first <= monthEnd(range.from) ? range.from : covered.from;
    const steps = monthlySteps(dates, { from: fromFirstMonth, through });
    return { method: '月末平均', isApproximate: true, from: fromFirstMonth, through, fenOf: mean(aum, steps) };
  }
  const gaps = dates.map((date, place) => daysBetween(date, dates[place + 1] ?? through));
  const isApproximate = !isWhole || gaps.some((gap) => gap > longestGap);
  return { method: '逐日余额', isApproximate, ...covered, fenOf: mean(aum, dailySteps(dates, covered)) };
}
