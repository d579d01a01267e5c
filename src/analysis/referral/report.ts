// The shape of `referral -f json`. Plain JSON; field names are stable.
import type { Day } from '../../model/day.js';
import type { FileIntake } from '../../model/intake.js';
import type { Problem } from '../../model/problem.js';
import type { Ratio } from '../../model/ratio.js';
import type { Rules } from '../../model/rules.js';
import type { MissedReferrals, MorningCase, PointsAccounts, ReferralRow, ReviewQuestion } from './listed.js';
import type {
  CohortFigures,
  DirectionFigures,
  FunnelStage,
  HorizonFigures,
  KaplanMeierStep,
  ProductFigures,
  ReferrerFigures,
  RoleFigures,
  SuccessFigures,
} from './success-figures.js';

export interface ReferralReport {
  readonly report: 'referral';
  readonly asOf: Day;
  /** Registrations counted: from (null = the beginning) through (inclusive, at most asOf). */
  readonly period: { readonly from: Day | null; readonly through: Day };
  readonly rules: Rules;
  readonly intake: readonly FileIntake[];
  readonly problems: readonly Problem[];
  readonly summary: ReferralSummary;
  readonly notes: readonly string[];
  /** Every row of the register up to asOf, by 登记时间 descending, then 转介编号. */
  readonly referrals: readonly ReferralRow[];
  /** Ranked ones first by matured rate; then those with too small a sample, by registrations descending. */
  readonly byReferrer: readonly ReferrerFigures[];
  readonly byRole: readonly RoleFigures[];
  /** Every pair of posts that occurs, by from, to. */
  readonly byDirection: readonly DirectionFigures[];
  readonly byProduct: readonly ProductFigures[];
  /** By registration month, ascending. */
  readonly cohorts: readonly CohortFigures[];
  readonly funnel: readonly FunnelStage[];
  /** The whole curve: one step per day with a success. */
  readonly kaplanMeier: readonly KaplanMeierStep[];
  readonly missed: MissedReferrals;
  readonly points: PointsAccounts;
  /** 待核实: questions, never accusations; by rule, then referral. */
  readonly review: readonly ReviewQuestion[];
  /** C17: closed since the previous working day, success and failure. */
  readonly morning: readonly MorningCase[];
}

export interface ReferralSummary extends SuccessFigures {
  /** null = the register tells of no receipt at all. */
  readonly received: number | null;
  readonly visited: number | null;
  /** F(W) = 1 − S(W). `days` is W; `value` null without registrations, and where no deal of the register has a day. */
  readonly kaplanMeier: { readonly days: number; readonly value: number | null };
  /** The same at 30, 60 and 90 days with the number at risk just before each. */
  readonly horizons: readonly HorizonFigures[];
  /** Of inFlight: explicitly 未成交, 退回 or 失效. */
  readonly inFlightFailed: number;
  readonly firstVisit: FirstVisitFigures;
  readonly repurchase: RepurchaseFigures;
  readonly assetRatio: AssetRatios;
  readonly uplift: UpliftFigures;
  /** Rows of the register up to asOf = registered + merged + selfReferred + outOfPeriod. */
  readonly rows: {
    readonly read: number;
    readonly merged: number;
    readonly selfReferred: number;
    readonly outOfPeriod: number;
  };
  /** C18: referrals by 柜员 and how many were accepted; null = the register tells of no receipt at all. */
  readonly tellerAccepted: Ratio | null;
  /** C19: contacted after acceptance / accepted; null = contacts, or who was accepted, not provided. */
  readonly contactCoverage: Ratio | null;
  /** C5; of unknown no post is known, of unstated the register never states the need. */
  readonly direction: {
    readonly compliant: number;
    readonly deviant: number;
    readonly unknown: number;
    readonly unstated: number;
  };
  /** C14; null = no kit log. */
  readonly kit: { readonly used: Ratio; readonly effective: Ratio } | null;
  /** C15, by event; null = no events. `customers` is null where no snapshot shows the days after the event. */
  readonly events: readonly { readonly event: string; readonly customers: number | null }[] | null;
  /** Accounts of new customers opened with a referral: private and corporate; null = customers or days of opening not provided. */
  readonly opened: { readonly personal: number; readonly corporate: number } | null;
}

export interface FirstVisitFigures {
  readonly met: number;
  readonly late: number;
  readonly overdue: number;
  readonly pending: number;
  /** Past the limit in a register without any 首访时间, where nobody knows who was visited (未提供). */
  readonly unrecorded: number;
  /** Visit before registration. */
  readonly invalid: number;
  /** Of met and late: judged by days because a time is missing (按日近似). */
  readonly byDay: number;
  /** met / (met + late + overdue). */
  readonly rate: Ratio;
  /** false = no row of the register has a 首访时间: the rate is then 0/0. */
  readonly provided: boolean;
  /** Feedback within the limit / those visited or past the limit. */
  readonly feedbackRate: Ratio;
  /** false = no row of the register has a 反馈时间: the rate is then 0/0. */
  readonly feedbackProvided: boolean;
}

/** C13; `provided` false = no sales files: the ratio is then 0/0. */
export interface RepurchaseFigures extends Ratio {
  readonly provided: boolean;
  /** First purchase made, window still open. */
  readonly pending: number;
}

/** C11 in its three readings; null = AUM not provided or nobody to compare. */
export interface AssetRatios {
  readonly weighted: number | null;
  readonly uniqueReferrer: number | null;
  readonly meanOfRatios: number | null;
  readonly pairs: number;
  readonly benchmark: number;
}

/** C16; null = nobody's gain is known. */
export interface UpliftFigures {
  /** Σ max(0, AUM at asOf − AUM at receipt). */
  readonly positiveFen: number | null;
  readonly netFen: number | null;
  readonly customers: number;
  /** Received as well, but when or with which AUM is not known, or there is no snapshot since. */
  readonly unknownCustomers: number;
}
