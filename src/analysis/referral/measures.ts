// What `referral` wants to know of transactions.
import type { Measure } from '../../engine/activity.js';
import type { Day } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import { episodesOf } from './episodes.js';
import type { ReferralInput } from './input.js';
import { missedMeasures } from './missed.js';
import { reviewMeasures } from './review.js';

/** The records as read, with the period where there is one: 应转未转 looks at its days only. */
type ReferralRecords = Omit<ReferralInput, 'engine' | 'measures' | 'from' | 'through' | 'intake' | 'problems'> & {
  readonly from?: Day | null;
  readonly through?: Day | undefined;
};

/** For 应转未转 (C6, C7) and 待核实; their windows hang on the register and the accounts. */
export function referralMeasures(records: ReferralRecords, rules: Rules, asOf: Day): readonly Measure[] {
  const { from = null } = records;
  const input: ReferralInput = { ...records, from, engine: undefined, measures: [], intake: [], problems: [] };
  return [...missedMeasures(input, rules, asOf), ...reviewMeasures(episodesOf(input, rules, asOf), input, rules, asOf)];
}
