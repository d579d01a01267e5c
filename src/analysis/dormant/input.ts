import type { EngineReport, Measure } from '../../engine/activity.js';
import type { Day } from '../../model/day.js';
import type { FileIntake } from '../../model/intake.js';
import type { Problem } from '../../model/problem.js';
import type { Records } from '../../model/records.js';

/** Everything `dormant` knows; a kind that is undefined was not given, and what hangs on it is 未提供. */
export interface DormantInput
  extends Records<
    | 'customers'
    | 'accounts'
    | 'balances'
    | 'holdings'
    | 'wealthSales'
    | 'fundTransactions'
    | 'loans'
    | 'contacts'
    | 'nps'
    | 'employees'
    | 'assignments'
  > {
  readonly engine: EngineReport;
  /** The list that the engine answered, `dormantMeasures` among it. */
  readonly measures: readonly Measure[];
  /** t0 of the wake-up cohort; before asOf. */
  readonly cohortOn: Day;
  readonly intake: readonly FileIntake[];
  readonly problems: readonly Problem[];
}
