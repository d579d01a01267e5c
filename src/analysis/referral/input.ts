import type { EngineReport, Measure } from '../../engine/activity.js';
import type { Day } from '../../model/day.js';
import type { FileIntake } from '../../model/intake.js';
import type { Problem } from '../../model/problem.js';
import type { Records } from '../../model/records.js';
import type { Referral } from '../../model/referral.js';

/** Everything `referral` knows; a kind that is undefined was not given, and what hangs on it is 未提供. */
export interface ReferralInput
  extends Records<
    | 'referrals'
    | 'employees'
    | 'assignments'
    | 'customers'
    | 'accounts'
    | 'balances'
    | 'holdings'
    | 'wealthSales'
    | 'fundTransactions'
    | 'contacts'
    | 'events'
  > {
  /** The whole register where `referrals` are a part of it: what its columns state is asked of every row. */
  readonly register?: readonly Referral[] | undefined;
  /** undefined = no transactions. */
  readonly engine: EngineReport | undefined;
  /** The list that the engine answered, `referralMeasures` among it; empty without transactions. */
  readonly measures: readonly Measure[];
  /** First registration day that counts; null = all (clarification 22). */
  readonly from: Day | null;
  /** Last registration day that counts, inclusive; undefined, or later than asOf = asOf. */
  readonly through?: Day | undefined;
  readonly intake: readonly FileIntake[];
  readonly problems: readonly Problem[];
}

/** The rows that tell what the register states at all. */
export function registerOf({
  register,
  referrals = [],
}: Pick<ReferralInput, 'register' | 'referrals'>): readonly Referral[] {
  return register ?? referrals;
}
