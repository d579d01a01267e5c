// How many succeed: raw, matured and Kaplan–Meier side by side (C1, §5.6).
import { type Ratio, ratio } from '../../model/ratio.js';
import type { Rules } from '../../model/rules.js';
import { type Episode, isTold } from './episode.js';
import { atRiskAt, incidenceAt, type Observation, survivalCurve } from './kaplan-meier.js';
import type { HorizonFigures, KaplanMeierStep, SuccessFigures } from './success-figures.js';
import { wilsonInterval } from './wilson.js';

/** Successful on or before asOf, within W or later, not cancelled since. */
export function isWon({ state }: Episode): boolean {
  return state === '成功' || state === '逾期成交';
}

/** Surely successful within so many days, inclusive: an undated deal only where the referral is no older. */
export function isWonWithin(episode: Episode, days: number): boolean {
  return isWon(episode) && (episode.daysToSuccess ?? episode.ageDays) <= days;
}

/** Younger than W and not successful, whatever else is known of it (clarification 24). */
export function isInFlight(episode: Episode, { ref }: Rules): boolean {
  return episode.ageDays < ref.successDays && isTold(episode) && !isWon(episode);
}

/** Those of whom it is known whether they succeeded, and after how many days. */
export function timed(counted: readonly Episode[]): readonly Episode[] {
  return counted.filter((episode) => isTold(episode) && episode.isTimed);
}

function maturedRate(counted: readonly Episode[], days: number): Ratio {
  const matured = timed(counted).filter(({ ageDays }) => ageDays >= days);
  return ratio(matured.filter((episode) => isWonWithin(episode, days)).length, matured.length);
}

/** `counted` are episodes for which `isCounted` holds. */
export function successFigures(counted: readonly Episode[], rules: Rules): SuccessFigures {
  const { successDays, confidence, minSample } = rules.ref;
  const told = counted.filter(isTold);
  const won = told.filter(isWon).length;
  const matured = maturedRate(counted, successDays);
  return {
    registered: counted.length,
    won,
    unknown: counted.length - told.length,
    rawRate: ratio(won, told.length),
    matured,
    interval: wilsonInterval(matured.numerator, matured.denominator, confidence),
    inFlight: counted.filter((episode) => isInFlight(episode, rules)).length,
    isSmallSample: matured.denominator < minSample,
  };
}

/** Followed to the success, else to asOf, but no longer than `limit` days; those that failed stay at risk as long (§5.6). */
function observed(counted: readonly Episode[], limit: number): readonly Observation[] {
  return counted.map((episode) => {
    const { ageDays, daysToSuccess } = episode;
    const isEvent = isWon(episode) && daysToSuccess !== null && daysToSuccess <= limit;
    return { days: isEvent ? daysToSuccess : Math.min(ageDays, limit), isEvent };
  });
}

export interface ConversionCurve {
  readonly curve: readonly KaplanMeierStep[];
  /** F(W); null without registrations. */
  readonly value: number | null;
  readonly horizons: readonly HorizonFigures[];
}

/** Days at which the curve and the cohorts are read [P]. */
export const horizonDays = [30, 60, 90] as const;

/** The curve through W; the horizons are read beyond W as well where W is shorter. */
export function conversionCurve(counted: readonly Episode[], rules: Rules): ConversionCurve {
  const windowDays = rules.ref.successDays;
  const observations = observed(timed(counted), Math.max(windowDays, ...horizonDays));
  const curve = survivalCurve(observations);
  const incidence = (days: number) => (observations.length === 0 ? null : incidenceAt(curve, days));
  return {
    curve: curve.filter(({ days }) => days <= windowDays),
    value: incidence(windowDays),
    horizons: horizonDays.map((days) => ({
      days,
      atRisk: atRiskAt(observations, days),
      kaplanMeier: incidence(days),
      matured: maturedRate(counted, days),
    })),
  };
}
