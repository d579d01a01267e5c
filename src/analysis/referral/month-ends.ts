// Month ends on which AUM is looked at (C10), and the snapshots that show them.
import { addDays, type Day, daySerial, monthEnd } from '../../model/day.js';
import { weekday } from '../../model/period.js';
import type { DatedAum } from '../dated-aum.js';

const friday = 4;

/**
 * Month ends from a day (inclusive) through so many days later (inclusive).
 * @example monthEndsFrom('2025-06-30', 90) // => ['2025-06-30', '2025-07-31', '2025-08-31']
 */
export function monthEndsFrom(since: Day, days: number): readonly Day[] {
  const ends: Day[] = [];
  for (let end = monthEnd(since); daySerial(end) - daySerial(since) <= days; end = monthEnd(addDays(end, 1)))
    ends.push(end);
  return ends;
}

/**
 * The last weekday of the month that ends on this day; public holidays are not known.
 * @example lastWeekday('2025-05-31') // => '2025-05-30'
 */
export function lastWeekday(end: Day): Day {
  return addDays(end, -Math.max(0, weekday(end) - friday));
}

/** The snapshot of a month end, taken on it or on the last weekday before. */
function monthEndSnapshot(aum: DatedAum, end: Day): Day | undefined {
  const date = aum.latest(end);
  return date !== undefined && date >= lastWeekday(end) ? date : undefined;
}

/** What AUM on the month ends of a window says: the day on which it was first enough, and whether any of them has no snapshot. */
export interface MonthEndAum {
  readonly reachedOn: Day | undefined;
  readonly isCovered: boolean;
}

/** From `since` through so many days later, or asOf; a snapshot before `since` says nothing of it. */
export function monthEndAum(
  aum: DatedAum,
  customerId: string | null,
  [since, days, asOf]: readonly [since: Day, days: number, asOf: Day],
  thresholdFen: number,
): MonthEndAum {
  const snapshots = monthEndsFrom(since, days)
    .filter((end) => end <= asOf)
    .map((end) => monthEndSnapshot(aum, end));
  const reachedOn = snapshots.find(
    (date) =>
      date !== undefined && date >= since && customerId !== null && (aum.on(customerId, date) ?? 0) >= thresholdFen,
  );
  return { reachedOn, isCovered: !snapshots.includes(undefined) };
}
