import type { Day } from './day.js';

/** One answer to “would you recommend us” (评分), from a survey. */
export interface NpsRating {
  readonly custNo: string;
  readonly ratedOn: Day;
  /** A whole number from 0 to 10. */
  readonly score: number;
  readonly scene?: string | undefined;
}
