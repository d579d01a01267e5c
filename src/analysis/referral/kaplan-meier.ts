// The product-limit estimate of Kaplan and Meier: how many succeed in the end when some have not had the time yet (§5.6).
import type { KaplanMeierStep } from './success-figures.js';

/** One subject: the day of its event, or the last day on which it was seen without one. */
export interface Observation {
  readonly days: number;
  readonly isEvent: boolean;
}

/**
 * One step per day with an event, ascending. `atRisk` are those seen for at least so long: at equal days events come before
 * censoring. The order of observations never matters.
 * @example survivalCurve([{ days: 1, isEvent: true }, { days: 1, isEvent: false }]) // => [{ days: 1, atRisk: 2, events: 1, survival: 0.5 }]
 */
export function survivalCurve(observations: readonly Observation[]): readonly KaplanMeierStep[] {
  const events = new Map<number, number>();
  const left = new Map<number, number>();
  for (const { days, isEvent } of observations) {
    left.set(days, (left.get(days) ?? 0) + 1);
    if (isEvent) events.set(days, (events.get(days) ?? 0) + 1);
  }
  const curve: KaplanMeierStep[] = [];
  let atRisk = observations.length;
  let survival = 1;
  for (const days of [...left.keys()].sort((a, b) => a - b)) {
    const happened = events.get(days) ?? 0;
    if (happened > 0) {
      survival *= 1 - happened / atRisk;
      curve.push({ days, atRisk, events: happened, survival });
    }
    atRisk -= left.get(days) ?? 0;
  }
  return curve;
}

/**
 * F(days) = 1 − S(days), `days` inclusive; 0 before the first step, and level after the last one however few are left.
 * @example incidenceAt([{ days: 5, atRisk: 2, events: 1, survival: 0.5 }], 5) // => 0.5
 */
export function incidenceAt(curve: readonly KaplanMeierStep[], days: number): number {
  return 1 - (curve.findLast((step) => step.days <= days)?.survival ?? 1);
}

/**
 * Those who have been seen for at least so long.
 * @example atRiskAt([{ days: 4, isEvent: true }, { days: 5, isEvent: false }], 5) // => 1
 */
export function atRiskAt(observations: readonly Observation[], days: number): number {
  return observations.filter((observation) => observation.days >= days).length;
}
