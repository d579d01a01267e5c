// What the average of rebuilt balances asks of the transactions (§5.8 c).
import type { Measure, Window } from '../../engine/activity.js';
import { addDays, type Day } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import type { Direction } from '../../model/transaction.js';
import { depositOf, snapshotOn } from '../aum.js';
import { datedDeposits } from '../dated-aum.js';
import { averageRange } from './average-range.js';
import type { AverageFiles } from './customer-average.js';
import { datesFor } from './stepped-average.js';

type Flow = 'since' | 'days' | 'proof';

/**
 * Money in (C) or out (D): `since` between the snapshot and the day before the range, `days` within the range times the days left,
 * `proof` between the first snapshot of the range and the one that the balances are rebuilt from.
 */
export function flowMeasure(through: Day, flow: Flow, direction: Direction): string {
  return `average.${through}.${flow}.${direction}`;
}

function flowsOf(through: Day, flow: Flow, of: Measure['of'], within: Window): readonly Measure[] {
  return (['C', 'D'] as const).map((direction) => ({
    name: flowMeasure(through, flow, direction),
    of,
    classes: [],
    within,
    direction,
  }));
}

/** The days between two ends of day, whichever is the earlier. */
function spanOf(a: Day, b: Day): Window {
  return a < b ? { after: a, through: b } : { after: b, through: a };
}

/**
 * What moved the deposits of the latest snapshot up to each of these days; none where it does not state deposits. From the windows a
 * reader knows which snapshots were meant.
 */
export function averageMeasures(
  { balances, accounts }: Pick<AverageFiles, 'balances' | 'accounts'>,
  rules: Rules,
  throughs: readonly Day[],
): readonly Measure[] {
  const flows = throughs.flatMap((through): readonly Measure[] => {
    const anchor = snapshotOn(balances, through, depositOf)?.dataDate;
    if (anchor === undefined) return [];
    const range = averageRange(rules, through);
    const before = addDays(range.from, -1);
    const first = datesFor(datedDeposits(balances).dates, range)[0] ?? anchor;
    return [
      ...flowsOf(through, 'since', 'moved', spanOf(anchor, before)),
      ...flowsOf(through, 'days', 'movedDays', { after: before, through }),
      ...flowsOf(through, 'proof', 'moved', { after: first, through: anchor }),
    ];
  });
  const last = [...throughs].sort().at(-1);
  if (flows.length === 0 || accounts === undefined || last === undefined) return flows;
  const within = { after: null, through: last };
  // The engine then tells which accounts have bookings at all.
  return [...flows, { name: 'average.account', of: 'moved', classes: [], within, per: 'account' }];
}
