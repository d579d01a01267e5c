// Balances of several 数据日期: by day with gaps carried forward, or the mean of month ends (§5.8 d).
import type { Balance } from '../../model/balance.js';
import { addDays, addMonths, type Day, daysBetween, monthEnd } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import { type DatedAum, datedAum } from '../dated-aum.js';
import { averageRange, type Range } from './average-range.js';
import { type AverageOrigin, type AverageReader, longestGap, roundedMean } from './customer-average.js';

/** One balance and the days (or months) that it stands for. */
export interface Step {
  readonly date: Day;
  readonly weight: number;
}

export interface SteppedAverage {
  readonly isApproximate: boolean;
  readonly of: AverageReader;
}

function meanReader(aum: DatedAum, steps: readonly Step[], origin: AverageOrigin): AverageReader {
  const weights = steps.reduce((sum, { weight }) => sum + weight, 0);
  return (id) => {
    const parts = steps.map(({ date, weight }) => weight * (aum.on(id, date) ?? 0));
    const sum = parts.reduce((total, part) => total + part, 0);
    const isExact = Number.isSafeInteger(parts.reduce((total, part) => total + Math.abs(part), 0));
    const exact = isExact
      ? BigInt(sum)
      : steps.reduce((total, { date, weight }) => total + BigInt(weight) * BigInt(aum.on(id, date) ?? 0), 0n);
    return { ...origin, fen: roundedMean(exact, weights) };
  };
}

/** Each of these dates, ascending, stands for the days up to the next one; the first also for none before the range. */
export function dailySteps(dates: readonly Day[], { from, through }: Range): readonly Step[] {
  return dates.map((date, place) => {
    const next = dates[place + 1] ?? addDays(through, 1);
    return { date, weight: daysBetween(date < from ? from : date, next) };
  });
}

/** The dates that tell of the range: those in it and the last one up to its first day. */
export function datesFor(dates: readonly Day[], { from, through }: Range): readonly Day[] {
  const known = dates.filter((date) => date <= through);
  const before = known.findLast((date) => date <= from);
  return known.filter((date) => before === undefined || date >= before);
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
 * For everybody: who is in no snapshot holds 0. Null with fewer than two balances of the range. Balances only of month ends (and of
 * the last day) count by month, all others by day.
 */
export function steppedAverage(balances: readonly Balance[], rules: Rules, through: Day): SteppedAverage | null {
  const range = averageRange(rules, through);
  const aum = datedAum(balances);
  const dates = datesFor(aum.dates, range);
  const first = dates[0];
  if (first === undefined || dates.length < 2) return null;
  const isWhole = first <= range.from;
  if (dates.every((date) => date === monthEnd(date) || date === through)) {
    const from = first <= monthEnd(range.from) ? range.from : first;
    const steps = monthlySteps(dates, { from, through });
    const origin = { method: '月末平均', isApproximate: true, from, through } as const;
    return { isApproximate: true, of: meanReader(aum, steps, origin) };
  }
  const gaps = dates.map((date, place) => daysBetween(date, dates[place + 1] ?? through));
  const isApproximate = !isWhole || gaps.some((gap) => gap > longestGap);
  const covered = { from: isWhole ? range.from : first, through };
  const origin = { method: '逐日余额', isApproximate, ...covered } as const;
  return { isApproximate, of: meanReader(aum, dailySteps(dates, covered), origin) };
}
