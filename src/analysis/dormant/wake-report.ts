// The shape of the wake-up in `dormant -f json` (B3, B5).
import type { Day } from '../../model/day.js';
import type { Ratio } from '../../model/ratio.js';
import type { SegmentCoverage } from '../segment-report.js';

export interface WakeSummary {
  /** t0: the quarter end before asOf, or --cohort. */
  readonly cohortOn: Day;
  /** Last day of the window: t0 + windowDays. */
  readonly windowEndsOn: Day;
  /** asOf ≥ windowEndsOn; false = 观察期未满. */
  readonly windowComplete: boolean;
  /** Dormant at t0; those closed since stay in. */
  readonly cohort: number;
  /** In scope at t0, but the files cannot tell whether they were dormant then; not in the cohort. */
  readonly undetermined: number;
  /** How far the transactions reach back from t0, against the days of the preset. */
  readonly coverage: SegmentCoverage;
  readonly awakened: number;
  readonly rate: Ratio;
  /** 有效唤醒; null = no AUM at both dates. */
  readonly effective: Ratio | null;
  /** 接触唤醒率: of those contacted within the window; null = contacts not provided. */
  readonly contacted: Ratio | null;
  /** Contacted / cohort; null = contacts not provided. */
  readonly contactShare: Ratio | null;
  /** 期间销户: in the denominator, never awakened. */
  readonly closed: number;
}

export interface WakeCustomer {
  readonly customerId: string;
  readonly customerName: string | null;
  readonly phone: string | null;
  readonly managerName: string | null;
  readonly typeAtCohort: '睡眠' | '从未交易';
  readonly lastActiveBefore: Day | null;
  readonly idleDaysAtCohort: number | null;
  readonly aumAtCohortFen: number | null;
  readonly aumFen: number | null;
  readonly status: WakeStatus;
  /** The first qualifying transaction in the window. */
  readonly wokenOn: Day | null;
  /** 主动转入, 主动转出, 他人汇入 …: class and direction of that day's first kind. */
  readonly wokenBy: string | null;
  readonly isEffective: boolean | null;
  readonly firstContactOn: Day | null;
  readonly contactMethod: string | null;
  readonly contactResult: string | null;
  readonly flags: readonly string[];
}

export type WakeStatus = '已唤醒' | '未唤醒' | '观察中' | '期间销户';

/** B5: contacted dormant customers of the cohort whose first contact lies at least `repurchaseDays` back. */
export interface ReactivationSummary {
  readonly repurchase: Ratio;
  /** Contacted less than `repurchaseDays` ago. */
  readonly inFlight: number;
  /** Mean NPS score after minus before first contact, over customers with both; null = NPS not provided or nobody has both. */
  readonly satisfactionChange: { readonly customers: number; readonly before: number; readonly after: number } | null;
}
