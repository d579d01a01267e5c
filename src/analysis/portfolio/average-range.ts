import { addDays, type Day, dayOf, daysBetween } from '../../model/day.js';
import { quarterOf } from '../../model/period.js';
import type { Rules } from '../../model/rules.js';

/** First and last day, both inclusive. */
export interface Range {
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

/** @example rangeDays({ from: '2025-01-01', through: '2025-09-30' }) // => 273 */
export function rangeDays({ from, through }: Range): number {
  return daysBetween(from, through) + 1;
}
