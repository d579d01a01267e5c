// What contacted dormant customers bought, and how they rate the branch (B5).
import { type Day, daysBetween } from '../../model/day.js';
import type { NpsRating } from '../../model/nps.js';
import { ratio } from '../../model/ratio.js';
import { purchasesOf } from '../purchases.js';
import { groupByCustomer } from './by-customer.js';
import type { Scene } from './scene.js';
import type { ReactivationSummary } from './wake-report.js';

interface Contacted {
  readonly id: string;
  readonly on: Day;
}

/** The first contact after t0, also after the window has ended. */
function contactedMembers({ contacts, window, asOf }: Scene, ids: readonly string[]): readonly Contacted[] {
  return ids.flatMap((id) => {
    const on = contacts?.firstOf(id, window.cohortOn, asOf).firstContactOn ?? null;
    return on === null ? [] : [{ id, on }];
  });
}

/** One answer per customer and round: of one day the lowest, so that row order never matters. */
function latestScore(ratings: readonly NpsRating[]): number | undefined {
  const [latest] = [...ratings].sort((a, b) =>
    a.ratedOn === b.ratedOn ? a.score - b.score : a.ratedOn < b.ratedOn ? 1 : -1,
  );
  return latest?.score;
}

/** The last score before the first contact against the last one since, the day of contact included. */
function satisfactionOf(
  contacted: readonly Contacted[],
  nps: readonly NpsRating[] | undefined,
  asOf: Day,
): ReactivationSummary['satisfactionChange'] {
  const ratingsOf = groupByCustomer((nps ?? []).filter(({ ratedOn }) => ratedOn <= asOf));
  const pairs = contacted.flatMap(({ id, on }) => {
    const ratings = ratingsOf.get(id) ?? [];
    const before = latestScore(ratings.filter(({ ratedOn }) => ratedOn < on));
    const after = latestScore(ratings.filter(({ ratedOn }) => ratedOn >= on));
    return before === undefined || after === undefined ? [] : [{ before, after }];
  });
  if (pairs.length === 0) return null;
  const mean = (of: 'before' | 'after') => pairs.reduce((sum, pair) => sum + pair[of], 0) / pairs.length;
  return { customers: pairs.length, before: mean('before'), after: mean('after') };
}

/** Over the members of the cohort; null = contacts or sales not provided. */
export function reactivationOf(scene: Scene, ids: readonly string[]): ReactivationSummary | null {
  const { input, rules, asOf, contacts } = scene;
  const purchases = purchasesOf(input, asOf);
  if (contacts === null || purchases === undefined) return null;
  const { repurchaseDays } = rules.wake;
  const contacted = contactedMembers(scene, ids);
  const matured = contacted.filter(({ on }) => daysBetween(on, asOf) >= repurchaseDays);
  const bought = matured.filter(({ id, on: from }) =>
    (purchases.get(id) ?? []).some(({ on }) => on >= from && daysBetween(from, on) <= repurchaseDays),
  );
  return {
    repurchase: ratio(bought.length, matured.length),
    inFlight: contacted.length - matured.length,
    satisfactionChange: satisfactionOf(contacted, input.nps, asOf),
  };
}
