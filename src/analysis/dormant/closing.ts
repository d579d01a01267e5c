// When a customer or an account was closed, as far as the exports say (clarifications 15 and 17).
import type { Account } from '../../model/account.js';
import type { Day } from '../../model/day.js';
import { membershipOn } from '../population.js';
import { accountsOf, type Scene } from './scene.js';

/** Closed on or before asOf; `on` null = the exports do not say when. */
export interface Closing {
  readonly on: Day | null;
}

/** The day on which the last account was closed; null when one is open or does not say. */
function lastClosing(accounts: readonly Account[]): Day | null {
  let latest: Day | null = null;
  for (const { closeDate } of accounts) {
    if (closeDate === undefined) return null;
    if (latest === null || closeDate > latest) latest = closeDate;
  }
  return latest;
}

/** null = not closed on asOf. */
export function closingOf(scene: Scene, id: string): Closing | null {
  const { roster, rules, asOf } = scene;
  if (membershipOn(roster, id, rules, asOf).exclusion !== '销户') return null;
  const stated = roster.customerOf.get(id)?.closeDate;
  if (stated !== undefined && stated <= asOf) return { on: stated };
  const derived = lastClosing(accountsOf(scene, id));
  return { on: derived !== null && derived <= asOf ? derived : null };
}

/**
 * Whether the customer was in scope on t0. Whoever is closed without a day was open at t0 exactly when a transaction came later.
 */
export function wasInScope(scene: Scene, id: string, closing: Closing | null, movedLater: boolean): boolean {
  const { roster, rules, window } = scene;
  const { exclusion, openDate } = membershipOn(roster, id, rules, window.cohortOn);
  if (exclusion === null) return true;
  if (exclusion !== '销户' || closing === null) return false;
  if (openDate !== undefined && openDate > window.cohortOn) return false;
  return closing.on === null ? movedLater : closing.on > window.cohortOn;
}
