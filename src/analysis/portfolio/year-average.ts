// 年日均 of each customer by the best way that knows it (§5.8, J1): the bank's own column, 积数, balances of every day, balances rebuilt
// from the transactions, the mean of month ends.
import type { Day } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import { averageRange, type Range } from './average-range.js';
import { cumulatedAverage } from './cumulated-average.js';
import type { AverageFiles, AverageReader, CustomerAverage } from './customer-average.js';
import { rebuiltAverage } from './rebuilt-average.js';
import { steppedAverage } from './stepped-average.js';
import { suppliedAverage } from './supplied-average.js';

export interface YearAverage {
  /** As the rule says; where the data reaches less far, each average says so. */
  readonly range: Range;
  /** null where no way knows the customer; 0 for who is in no snapshot. */
  readonly of: AverageReader;
  readonly fenOf: (id: string) => number | null;
  /** Customers whose 积数 is of another period. */
  readonly hasUnfitSum: (id: string) => boolean;
  /** Customers whose bookings do not lead to their balances. */
  readonly isUnbalanced: (id: string) => boolean;
}

/** The average up to `through`; null where no way knows anybody. */
export function yearAverageOn(files: AverageFiles, rules: Rules, through: Day): YearAverage | null {
  const { balances } = files;
  if (balances === undefined) return null;
  const range = averageRange(rules, through);
  const supplied = suppliedAverage(balances, rules, through);
  const cumulated = cumulatedAverage(files, rules, through);
  const rebuilt = rebuiltAverage(files, rules, through);
  const stepped = steppedAverage(balances, rules, through);
  const isDaily = stepped !== null && !stepped.isApproximate;
  const absent: AverageReader = (id) =>
    cumulated === null || cumulated.has(id)
      ? null
      : { method: '余额积数', isApproximate: false, ...cumulated.range, fen: 0 };
  const ways = [
    supplied,
    cumulated?.of,
    isDaily ? stepped.of : null,
    rebuilt?.of,
    isDaily ? null : stepped?.of,
    absent,
  ].flatMap((way) => way ?? []);
  if (supplied === null && cumulated === null && rebuilt === null && stepped === null) return null;
  const known = new Map<string, CustomerAverage | null>();
  const of: AverageReader = (id) => {
    let average = known.get(id);
    if (average === undefined) {
      average = null;
      for (const way of ways) average ??= way(id);
      known.set(id, average);
    }
    return average;
  };
  return {
    range,
    of,
    fenOf: (id) => of(id)?.fen ?? null,
    hasUnfitSum: (id) => cumulated?.isUnfit(id) ?? false,
    isUnbalanced: (id) => rebuilt?.isUnbalanced(id) ?? false,
  };
}
