// The shape of the campaign file: who is treated, who is the control, and by which rules. Plain JSON; field names are stable.
import type { Day } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import type { BalanceBand } from '../dormant/listed.js';
import type { IdleBand } from './idle-bands.js';

/** 活动 is contacted, 对照 is left alone. */
export const arms = ['活动', '对照'] as const;
export type Arm = (typeof arms)[number];

/** The rules that decide who woke up; frozen, so that later figures cannot be bent by later rules. */
export interface CampaignRules {
  readonly preset: Rules['dormant']['preset'];
  readonly resetClasses: Rules['txn']['resetClasses'];
  readonly unknownAs: Rules['txn']['unknownAs'];
  readonly windowDays: number;
  readonly confidence: number;
  readonly includeCorporate: boolean;
}

/** What customers do without a campaign; `cohort` null = no earlier cohort told it, and the value is assumed. */
export interface BaseRate {
  readonly value: number;
  readonly cohort: { readonly cohortOn: Day; readonly awakened: number; readonly members: number } | null;
}

export interface CampaignStratum {
  /** `band × idleBand`. */
  readonly stratum: string;
  readonly band: BalanceBand;
  readonly idleBand: IdleBand;
  readonly treated: number;
  readonly control: number;
}

export interface CampaignMember {
  readonly customerId: string;
  readonly arm: Arm;
  readonly stratum: string;
  /** On startsOn; null = not provided. */
  readonly aumFen: number | null;
  /** On startsOn; null = never traded, or not known. */
  readonly idleDays: number | null;
}

/** Of both arms. */
export interface ArmSizes {
  readonly treated: number;
  readonly control: number;
}

export interface Campaign {
  readonly report: 'campaign';
  /** Who slept on this day; waking counts from the next day on. */
  readonly startsOn: Day;
  /** Last day of the window. */
  readonly endsOn: Day;
  readonly seed: number;
  /** As asked for; whole customers come close to it. */
  readonly controlShare: number;
  /** Of finding the detectable difference. */
  readonly power: number;
  readonly rules: CampaignRules;
  /** 数据日期 of AUM; null = not provided. */
  readonly aumOn: Day | null;
  readonly baseRate: BaseRate;
  /** Smallest uplift, as a fraction, that these sizes find at the confidence and power; null = none. */
  readonly detectable: number | null;
  readonly sizes: ArmSizes;
  /** By band, then idle days; only those that occur. */
  readonly strata: readonly CampaignStratum[];
  /** Ascending by customerId. */
  readonly members: readonly CampaignMember[];
  /** SHA-256 over everything else (`sealOf`). */
  readonly hash: string;
}
