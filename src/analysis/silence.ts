// What can be said of a customer without any qualifying transaction in the file (A8, B9, clarifications 18 and 19).
import { type Day, daysBetween } from '../model/day.js';

/** Which evidence decided. */
export type SilenceGround =
  | 'neverSinceOpening'
  | 'fileCoversSilence'
  | 'noMovementSince'
  | 'newlyOpened'
  | 'openedBeforeFile'
  | 'fileTooShort';

export interface SilenceEvidence {
  readonly openDate: Day | undefined;
  readonly lastMovedOn: Day | undefined;
  /** First day of the transaction files; undefined when they hold no row at all. */
  readonly coveredFrom: Day | undefined;
}

/** Calendar days from the file's first day to asOf, both counted: lb of B9; 0 without a file. */
export function coveredDays(coveredFrom: Day | undefined, asOf: Day): number {
  return coveredFrom === undefined || coveredFrom > asOf ? 0 : daysBetween(coveredFrom, asOf) + 1;
}

/**
 * Silence proves 睡眠 only as far back as something was watching: the file itself, or a 上次动户日期 long ago. A recent movement
 * proves nothing, it may be interest. `dormantDays` is the R of 睡眠客户 (180).
 */
export function judgeSilence(evidence: SilenceEvidence, dormantDays: number, asOf: Day): SilenceGround {
  const { openDate, lastMovedOn, coveredFrom } = evidence;
  const isYoung = openDate !== undefined && daysBetween(openDate, asOf) < dormantDays;
  const isWatched = openDate !== undefined && coveredFrom !== undefined && openDate >= coveredFrom;
  if (isWatched) return isYoung ? 'newlyOpened' : 'neverSinceOpening';
  if (isYoung) return 'openedBeforeFile';
  if (coveredDays(coveredFrom, asOf) >= dormantDays) return 'fileCoversSilence';
  if (lastMovedOn !== undefined && daysBetween(lastMovedOn, asOf) >= dormantDays) return 'noMovementSince';
  return 'fileTooShort';
}
