// 余额积数 ÷ 天数 (§5.8 b).
import type { Balance } from '../../model/balance.js';
import type { Day } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import { snapshotOn } from '../aum.js';
import { averageRange, type Range, rangeDays } from './average-range.js';
import { type AverageFiles, type AverageReader, roundedMean } from './customer-average.js';

export interface CumulatedAverage {
  readonly of: AverageReader;
  readonly range: Range;
  /** Whether the customer is in the snapshot at all. */
  readonly has: (id: string) => boolean;
  /** Whether the customer's 积数 is of another period. */
  readonly isUnfit: (id: string) => boolean;
}

/** A 积数 without 天数 is one of the year; balances before an account was opened are 0, so that they need not be in it. */
function coverReader(rules: Rules, dataDate: Day): (row: Balance, openDate: Day | undefined) => boolean {
  const range = averageRange(rules, dataDate);
  return ({ cumulDays }, openDate) => {
    if (cumulDays === undefined) return rules.aum.average === 'ytd';
    if (cumulDays === rangeDays(range)) return true;
    const isNew = openDate !== undefined && openDate > range.from && openDate <= dataDate;
    return isNew && cumulDays === rangeDays({ from: openDate, through: dataDate });
  };
}

/** Of the latest snapshot up to `through`, for the customers whose 积数 covers the range; null where it is of an earlier range or has none. */
export function cumulatedAverage(
  { balances, customers }: Pick<AverageFiles, 'balances' | 'customers'>,
  rules: Rules,
  through: Day,
): CumulatedAverage | null {
  const snapshot = snapshotOn(balances, through, ({ cumulFenDays }) => cumulFenDays);
  if (snapshot === null || snapshot.dataDate < averageRange(rules, through).from) return null;
  const { dataDate, fenOf } = snapshot;
  const range = averageRange(rules, dataDate);
  const openDateOf = new Map((customers ?? []).map(({ custNo, openDate }) => [custNo, openDate]));
  const covers = coverReader(rules, dataDate);
  const unstated = new Set<string>();
  const unfit = new Set<string>();
  for (const row of balances ?? []) {
    if (row.dataDate !== dataDate) continue;
    if (row.cumulFenDays === undefined) unstated.add(row.custNo);
    else if (!covers(row, openDateOf.get(row.custNo))) unfit.add(row.custNo);
  }
  const origin = { method: '余额积数', isApproximate: false, ...range } as const;
  return {
    range,
    has: (id) => fenOf.has(id),
    isUnfit: (id) => unfit.has(id),
    of(id) {
      const cumulated = fenOf.get(id);
      if (cumulated === undefined || unstated.has(id) || unfit.has(id)) return null;
      return { ...origin, fen: roundedMean(BigInt(cumulated), rangeDays(range)) };
    },
  };
}
