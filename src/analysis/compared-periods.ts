// Which days are compared with which when a run looks at two dates (A10, A11).
import type { Window } from '../engine/activity.js';
import { addDays, addMonths, type Day, daysBetween, monthEnd } from '../model/day.js';

/** A window with a beginning. */
export type Period = Window & { readonly after: Day };

export interface ComparedPeriods {
  /** p: after compareTo, through asOf. */
  readonly present: Period;
  /** p−1: the equally long one that ends on compareTo. */
  readonly previous: Period;
  /** The present period one year before. */
  readonly yearBefore: Period;
}

function isMonthEnd(day: Day): boolean {
  return day === monthEnd(day);
}

function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}

/**
 * The same day one year earlier; a month end stays a month end where `toMonthEnd`.
 * @example yearBefore('2025-02-28', true) // => '2024-02-29'
 */
export function yearBefore(day: Day, toMonthEnd = isMonthEnd(day)): Day {
  const earlier = addMonths(day, -12);
  return toMonthEnd ? monthEnd(earlier) : earlier;
}

/**
 * Between two month ends months are counted, so that a quarter is compared with the quarter before it; else days.
 * @example comparedPeriods('2024-12-31', '2025-03-31').previous // => { after: '2024-09-30', through: '2024-12-31' }
 */
export function comparedPeriods(compareTo: Day, asOf: Day): ComparedPeriods {
  const byMonths = isMonthEnd(compareTo) && isMonthEnd(asOf);
  const before = byMonths
    ? monthEnd(addMonths(compareTo, monthNumber(compareTo) - monthNumber(asOf)))
    : addDays(compareTo, -daysBetween(compareTo, asOf));
  return {
    present: { after: compareTo, through: asOf },
    previous: { after: before, through: compareTo },
    yearBefore: { after: yearBefore(compareTo, byMonths), through: yearBefore(asOf, byMonths) },
  };
}
