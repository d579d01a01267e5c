// The shape of `segment -f json`. Plain JSON; field names are stable.
import type { EngineReport } from '../engine/activity.js';
import type { Day } from '../model/day.js';
import type { FileIntake } from '../model/intake.js';
import type { Problem } from '../model/problem.js';
import type { Ratio } from '../model/ratio.js';
import type { Rules } from '../model/rules.js';
import type { ScoreSegment, Tier } from '../model/tier.js';
import type { Migration } from './migration.js';
import type { Exclusion } from './population.js';
import type { TwoDates } from './two-dates.js';
import type { ScoreBoundaries, Scores, Scoring } from './value-segments.js';

export interface SegmentReport {
  readonly report: 'segment';
  readonly asOf: Day;
  readonly rules: Rules;
  readonly intake: readonly FileIntake[];
  readonly problems: readonly Problem[];
  readonly summary: SegmentSummary;
  readonly coverage: SegmentCoverage;
  readonly activity: ActivityNotes;
  readonly scoring: ScoringSummary;
  /** null = not compared with an earlier date. */
  readonly migration: Migration | null;
  /** null = not compared by --compare-to, or AUM not provided. */
  readonly twoDates: TwoDates | null;
  /** Chinese sentences that a reader of the numbers must know. */
  readonly notes: readonly string[];
  /** Ascending by customerId. */
  readonly customers: readonly SegmentedCustomer[];
}

/** Sums and averages of a group of customers. */
export interface GroupFigures {
  readonly customers: number;
  /** Of all customers in scope. */
  readonly share: Ratio;
  readonly amountFen: number;
  /** null = not provided. */
  readonly aumFen: number | null;
  readonly aumShare: Ratio | null;
  /** Over the customers with a known R. */
  readonly averageRecencyDays: Ratio;
  readonly averageFrequency: Ratio;
  readonly averageAmountFen: Ratio;
  readonly averageAumFen: Ratio | null;
}

export interface TierFigures extends GroupFigures {
  readonly tier: Tier;
}

export interface SegmentSummary {
  /** In scope. */
  readonly customers: number;
  /** All eight, in the order of `tiers`. */
  readonly tiers: readonly TierFigures[];
  readonly total: GroupFigures;
  /** Only reasons that occurred. */
  readonly excluded: readonly { readonly reason: Exclusion; readonly customers: number }[];
  /** 睡眠占比 (B2): 无法判定 is in neither part. */
  readonly dormantShare: Ratio;
  readonly dormantAumShare: Ratio | null;
  /** 数据日期 of the AUM snapshot; null = not provided. */
  readonly aumOn: Day | null;
}

export interface SegmentCoverage {
  readonly from: Day | null;
  readonly to: Day | null;
  /** From the first day of the files to asOf, both counted. */
  readonly days: number;
  readonly windowDays: number;
  /** 覆盖不足 when the files begin after the window of F and M. */
  readonly flag: '覆盖不足' | null;
  /** Whether silence over the whole file proves 睡眠 (B9). */
  readonly provesDormancy: boolean;
}

export type ActivityNotes = Pick<
  EngineReport,
  | 'classes'
  | 'unknownSummaries'
  | 'reversals'
  | 'ownTransfers'
  | 'foreignRows'
  | 'mandates'
  | 'unjoinedRows'
  | 'accountsAsCustomers'
>;

export interface SegmentFigures extends GroupFigures {
  readonly segment: ScoreSegment;
}

export interface ScoringSummary {
  /** Customers ranked: all in scope but 无法判定. */
  readonly customers: number;
  readonly unranked: number;
  readonly boundaries: ScoreBoundaries;
  readonly intervals: Scoring['intervals'];
  /** All eight, in the order of `scoreSegments`. */
  readonly segments: readonly SegmentFigures[];
}

/** A9; null = no export has it. */
export interface CustomerTags {
  readonly products: readonly string[] | null;
  readonly riskLevel: string | null;
  /** The risk test expired before asOf; null = no expiry date. */
  readonly riskExpired: boolean | null;
  readonly isStaff: boolean | null;
}

export interface SegmentedCustomer {
  /** 客户号; a masked account where accounts stand for customers. */
  readonly customerId: string;
  /** Masked. */
  readonly customerName: string | null;
  readonly managerName: string | null;
  readonly tier: Tier;
  readonly subtype: '睡眠' | '从未交易' | null;
  /** null: not compared, or not in scope then. */
  readonly previousTier: Tier | null;
  readonly recencyDays: number | null;
  readonly frequency: number;
  readonly amountFen: number;
  readonly lastActiveOn: Day | null;
  readonly aumFen: number | null;
  /** null for 无法判定. */
  readonly scores: Scores | null;
  readonly scoreSegment: ScoreSegment | null;
  readonly reason: string;
  readonly tags: CustomerTags | null;
}
