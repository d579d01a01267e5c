// The success that points are given for, also one that was cancelled afterwards.
import { addDays, type Day, daySerial } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import type { Episode } from './episode.js';
import type { PointsEntryFigures } from './listed.js';
import { isSuccessful } from './successful.js';

export interface Award {
  readonly episode: Episode;
  /** The day of the success; that of the registration where a success has no date. */
  readonly on: Day;
  readonly isDated: boolean;
  /** Day of the reversal row; null = the success stands. The register does not date it: the last day on which a cancellation counts. */
  readonly cancelledOn: Day | null;
}

/** Successes within W, and deals within W that were cancelled (撤销). */
export function awardsOf(episodes: readonly Episode[], rules: Rules, asOf: Day): readonly Award[] {
  return episodes.flatMap((episode): readonly Award[] => {
    const { registeredAt, row, state, successOn } = episode;
    if (isSuccessful(episode))
      return [{ episode, on: successOn ?? registeredAt.day, isDated: successOn !== null, cancelledOn: null }];
    const { dealDate } = row;
    if (state !== '撤销' || dealDate === undefined || dealDate > asOf) return [];
    const days = daySerial(dealDate) - daySerial(registeredAt.day);
    if (days < 0 || days > rules.ref.successDays) return [];
    const lastDay = addDays(dealDate, rules.ref.cancelDays);
    return [{ episode, on: dealDate, isDated: true, cancelledOn: lastDay < asOf ? lastDay : asOf }];
  });
}

/** The entry of an award and, where it was cancelled, the one that takes it back. */
export function entriesOf(award: Award, points: number, reason: string): readonly PointsEntryFigures[] {
  const entry = { referralNo: award.episode.referralNo, on: award.on, points, reason };
  if (award.cancelledOn === null) return [entry];
  return [entry, { ...entry, on: award.cancelledOn, points: -points, reason: '冲回' }];
}

/** Sum of points without the dust of binary fractions. */
export function totalPoints(entries: readonly PointsEntryFigures[]): number {
  return roundPoints(entries.reduce((sum, { points }) => sum + points, 0));
}

/** @example roundPoints(0.1 + 0.2) // => 0.3 */
export function roundPoints(points: number): number {
  const rounded = Math.round(points * 10_000) / 10_000;
  return rounded === 0 ? 0 : rounded;
}
