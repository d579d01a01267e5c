// The shape of `dormant campaign track -f json`. Plain JSON; field names are stable.
import type { Day } from '../../model/day.js';
import type { FileIntake } from '../../model/intake.js';
import type { Problem } from '../../model/problem.js';
import type { Ratio } from '../../model/ratio.js';
import type { Rules } from '../../model/rules.js';
import type { ActivityNotes, SegmentCoverage } from '../segment-report.js';
import type { Arm, ArmSizes, Campaign, CampaignMember, CampaignStratum } from './campaign.js';
import type { Interval } from './newcombe.js';

/** 未见: in none of the files; stays in the denominator like everybody. */
export const memberStatuses = ['已唤醒', '未唤醒', '观察中', '期间销户', '未见'] as const;
export type MemberStatus = (typeof memberStatuses)[number];

export interface CampaignReport {
  readonly report: 'campaignTrack';
  readonly asOf: Day;
  /** In force, with those of the campaign in their place. */
  readonly rules: Rules;
  readonly intake: readonly FileIntake[];
  readonly problems: readonly Problem[];
  readonly campaign: Omit<Campaign, 'report' | 'members' | 'strata'>;
  readonly summary: CampaignSummary;
  /** By band, then idle days. */
  readonly strata: readonly StratumEffect[];
  readonly coverage: SegmentCoverage;
  readonly activity: ActivityNotes;
  /** Chinese sentences that a reader of the numbers must know. */
  readonly notes: readonly string[];
  /** Everybody in the arm of the file, ascending by customerId. */
  readonly members: readonly TrackedMember[];
}

export const campaignVerdicts = ['显著提高', '显著降低', '样本不足以下结论', '观察期未满', '覆盖不足'] as const;
export type CampaignVerdict = (typeof campaignVerdicts)[number];

export interface CampaignSummary {
  /** asOf has reached the last day of the window. */
  readonly windowComplete: boolean;
  /** Last day that is looked at. */
  readonly through: Day;
  readonly treated: ArmFigures;
  /** Its rate is the natural return: what happens without a campaign. */
  readonly control: ArmFigures;
  /** Rate of the treated minus natural return, as a fraction, with its interval; null where an arm is empty. */
  readonly uplift: Uplift | null;
  /** The same within the strata, weighted by their members; null where no stratum has both arms. */
  readonly weightedUplift: WeightedUplift | null;
  /** Smallest uplift that these sizes find at the natural return observed; null = none. */
  readonly detectable: number | null;
  /** Sizes that would find just the uplift observed; null where there is none. */
  readonly needed: ArmSizes | null;
  readonly verdict: CampaignVerdict;
  /** The verdict in one Chinese sentence. */
  readonly conclusion: string;
}

export interface ArmFigures {
  readonly arm: Arm;
  readonly members: number;
  readonly awakened: number;
  /** awakened / members. */
  readonly rate: Ratio;
  /** 期间销户, without those who woke before. */
  readonly closed: number;
  readonly unseen: number;
  /** Contacted within the window; null = contacts not provided. Of the control this is contamination. */
  readonly contacted: Ratio | null;
}

export interface Uplift extends Interval {
  readonly value: number;
  readonly confidence: number;
}

export interface WeightedUplift {
  readonly value: number;
  /** In strata that have both arms; the others are left out. */
  readonly members: number;
}

export interface StratumEffect extends Pick<CampaignStratum, 'stratum' | 'band' | 'idleBand'> {
  readonly treated: Ratio;
  readonly control: Ratio;
  /** As a fraction; null where an arm is empty. */
  readonly uplift: number | null;
}

export interface TrackedMember extends CampaignMember {
  readonly status: MemberStatus;
  readonly wokenOn: Day | null;
  /** 主动转入, 他人汇入 … */
  readonly wokenBy: string | null;
  readonly firstContactOn: Day | null;
}
