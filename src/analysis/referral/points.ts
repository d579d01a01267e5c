// C8–C10: two accounts that are never added up.
import type { Day } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import { customerPointsOf } from './customer-points.js';
import type { Episode } from './episode.js';
import type { ReferralInput } from './input.js';
import type { PointsAccounts } from './listed.js';
import { staffPointsOf } from './staff-points.js';

/** An employee's referral earns staff points, a customer's earns customer points, never both. */
export function pointsOf(
  episodes: readonly Episode[],
  input: Pick<ReferralInput, 'accounts' | 'balances' | 'customers'>,
  rules: Rules,
  asOf: Day,
): PointsAccounts {
  return {
    staff: staffPointsOf(episodes, input, rules, asOf),
    customers: customerPointsOf(episodes, input, rules, asOf),
  };
}
