// Success by registration month (§5.6): a month is compared with another only where both had the time.
import { ratio } from '../../model/ratio.js';
import type { Episode } from './episode.js';
import { horizonDays, isWonWithin, timed } from './figures.js';
import { groupBy } from './group-by.js';
import { compare } from './order.js';
import type { CohortFigures } from './success-figures.js';

/** By month, ascending. A cell is complete when every registration of the month is at least so old. */
export function cohortsOf(counted: readonly Episode[]): readonly CohortFigures[] {
  const months = [...groupBy(counted, ({ registeredAt }) => registeredAt.day.slice(0, 7))];
  return months
    .sort(([a], [b]) => compare(a, b))
    .map(([month, own]) => ({
      month,
      registered: own.length,
      cells: horizonDays.map((days) => ({
        days,
        success: ratio(timed(own).filter((episode) => isWonWithin(episode, days)).length, timed(own).length),
        isComplete: own.every(({ ageDays }) => ageDays >= days),
      })),
    }));
}
