import type { EngineReport, Measure } from '../../engine/activity.js';
import type { FileIntake } from '../../model/intake.js';
import type { Period } from '../../model/period.js';
import type { Problem } from '../../model/problem.js';
import type { RecordOf, Records } from '../../model/records.js';

/** Everything a ledger may be made from; a kind that is undefined was not given, and what hangs on it is 未提供. */
export interface BranchInput extends Records<Exclude<keyof RecordOf, 'transactions' | 'customerMerges'>> {
  /** undefined = no transactions. */
  readonly engine: EngineReport | undefined;
  /** The list that the engine answered; empty without transactions. */
  readonly measures: readonly Measure[];
  readonly period: Period;
  /** Not only customers with AUM 年日均 ≥ vip.minAum. */
  readonly includesAll: boolean;
  readonly intake: readonly FileIntake[];
  readonly problems: readonly Problem[];
}
