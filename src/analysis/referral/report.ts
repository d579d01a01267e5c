// The shape of `referral -f json`. Plain JSON; field names are stable.
import type { Day } from '../../model/day.js';
import type { FileIntake } from '../../model/intake.js';
import type { Problem } from '../../model/problem.js';
import type { Ratio } from '../../model/ratio.js';
import type { Rules } from '../../model/rules.js';

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

/** Figures that every grouping shows. Merged, cancelled and self-referred rows are in none of them. */
export interface SuccessFigures {
  readonly registered: number;
  readonly won: number;
  /** Of registered: no file tells whether they succeeded (未提供); in no rate. */
  readonly unknown: number;
  /** 成交 at any time up to asOf / registered, less the unknown. */
  readonly rawRate: Ratio;
  /** Success within W / registered at least W days ago; 0/0 where no deal of the register has a day. */
  readonly matured: Ratio;
  /** Wilson interval of `matured`; null with no matured referral. */
  readonly interval: { readonly low: number; readonly high: number } | null;
  /** Registered less than W days ago and not successful (clarification 24). */
  readonly inFlight: number;
  /** Fewer than `ref.minSample` matured: 样本少, not ranked. */
  readonly isSmallSample: boolean;
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

export interface HorizonFigures {
  readonly days: number;
  readonly atRisk: number;
  readonly kaplanMeier: number | null;
  /** Success within `days` / registered at least `days` ago. */
  readonly matured: Ratio;
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

export const firstVisitStates = ['达标', '超时', '未到期', '超时未访', '未提供', '数据有误'] as const;
export type FirstVisitState = (typeof firstVisitStates)[number];

/** Exactly one per row of the register up to asOf. */
export const referralStates = [
  '成功',
  '逾期成交',
  '在途',
  '在途未成交',
  '未成功',
  '撤销',
  '重复',
  '自荐',
  '期外',
  '未提供',
] as const;
export type ReferralState = (typeof referralStates)[number];

export interface ReferralRow {
  /** As the register gives it, else ZJ<yyyymmdd><branch><serial>. */
  readonly referralNo: string;
  /** 'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM'. */
  readonly registeredAt: string;
  readonly referrerType: string;
  /** Employees in full, customers masked. */
  readonly referrerName: string | null;
  readonly referrerNo: string | null;
  readonly referrerRole: string | null;
  readonly receiverName: string | null;
  readonly receiverNo: string | null;
  readonly receiverRole: string | null;
  readonly receivedAt: string | null;
  readonly customerId: string | null;
  /** Masked. */
  readonly customerName: string | null;
  readonly customerType: '新客户' | '存量' | '潜在';
  readonly trigger: string | null;
  readonly intendedProduct: string | null;
  readonly intendedFen: number | null;
  readonly direction: '合规' | '方向不符' | '岗位缺失' | '需求缺失' | '不适用';
  readonly firstVisitAt: string | null;
  /** Hours to one decimal from the clock's start; null = not visited or only days are known. */
  readonly firstVisitHours: number | null;
  readonly firstVisit: FirstVisitState;
  /** Whole hours left of the limit where 未到期. */
  readonly hoursLeft: number | null;
  readonly feedbackAt: string | null;
  readonly status: string | null;
  readonly dealDate: Day | null;
  readonly dealProduct: string | null;
  readonly dealFen: number | null;
  readonly state: ReferralState;
  /** 90天内成功. */
  readonly succeeded: '是' | '否' | '在途' | '未提供';
  readonly daysToSuccess: number | null;
  readonly aumAtReceiptFen: number | null;
  readonly aumFen: number | null;
  readonly repurchased: '是' | '否' | '未到期' | null;
  readonly points: number | null;
  readonly note: string | null;
  /** For 重复: the referralNo of the first registration that it was merged into. */
  readonly mergedInto: string | null;
}

export interface ReferrerFigures extends SuccessFigures {
  /** 1 for the best; null where the sample is small. */
  readonly rank: number | null;
  readonly referrerNo: string | null;
  readonly referrerName: string | null;
  readonly referrerRole: string | null;
  readonly referrerType: string;
  /** null = success not provided. */
  readonly staffPoints: number | null;
}

export interface RoleFigures extends SuccessFigures {
  readonly role: string;
}

export interface DirectionFigures extends SuccessFigures {
  readonly from: string;
  readonly to: string;
  /** null = none of them is 合规 or 方向不符. */
  readonly compliant: number | null;
}

export interface ProductFigures extends SuccessFigures {
  readonly product: string;
}

export interface CohortFigures {
  /** 'YYYY-MM' */
  readonly month: string;
  readonly registered: number;
  /** At 30, 60 and 90 days: success so far / registered; `isComplete` false = 未满, some have not reached it. */
  readonly cells: readonly { readonly days: number; readonly success: Ratio; readonly isComplete: boolean }[];
}

export interface FunnelStage {
  readonly stage: '登记' | '接收' | '首访' | '意向' | '成交' | '达标';
  readonly referrals: number;
  /** Of the stage before: nobody knows whether they got here; in neither share. */
  readonly unknown: number;
  /** Of the stage before; null for the first and where not provided. */
  readonly fromPrevious: Ratio | null;
  readonly fromFirst: Ratio;
  /** The step with the lowest share of the stage before. */
  readonly isWeakest: boolean;
  readonly provided: boolean;
}

export interface KaplanMeierStep {
  readonly days: number;
  readonly atRisk: number;
  readonly events: number;
  readonly survival: number;
}

/** C6, C7. Without accounts or transactions the lists are null: 未提供. */
export interface MissedReferrals {
  readonly newAccounts: readonly MissedReferral[] | null;
  readonly largeDeposits: readonly MissedReferral[] | null;
  /** Triggers met / those with a referral in time. */
  readonly newAccountTriggers: number | null;
  readonly largeDepositTriggers: number | null;
}

export interface MissedReferral {
  readonly customerId: string;
  readonly customerName: string | null;
  readonly managerName: string | null;
  readonly reason: '新开户存入' | '大额入账';
  readonly on: Day;
  readonly amountFen: number;
}

/** C8 staff points and C9, C10 customer points: two accounts that are never added up. */
export interface PointsAccounts {
  readonly staff: readonly StaffPoints[];
  readonly customers: readonly CustomerPoints[];
}

export interface PointsEntryFigures {
  readonly referralNo: string;
  readonly on: Day;
  readonly points: number;
  /** 转介, 接收, 引荐新客户, 引荐存量客户, 冲回 … */
  readonly reason: string;
}

export interface StaffPoints {
  readonly staffNo: string | null;
  readonly staffName: string | null;
  readonly points: number;
  readonly entries: readonly PointsEntryFigures[];
}

export interface CustomerPoints {
  readonly customerId: string;
  readonly customerName: string | null;
  readonly points: number;
  /** C10: of the points, those whose referred customer has reached the standard; null = snapshots of month ends are missing. */
  readonly redeemable: number | null;
  readonly entries: readonly PointsEntryFigures[];
}

export interface ReviewQuestion {
  readonly rule: ReviewRule;
  readonly referralNos: readonly string[];
  /** Whom to ask: staff in full, customers by 客户号. */
  readonly about: string;
  /** What the files show, with days and counts, no phone, address or account number. */
  readonly evidence: string;
  /** A question in Chinese that ends with ？. */
  readonly question: string;
}

export const reviewRules = [
  '自荐',
  '互相转介',
  '电话相同',
  '地址相同',
  '成交后销户',
  '资金快进快出',
  '月末集中登记',
] as const;
export type ReviewRule = (typeof reviewRules)[number];

export interface MorningCase {
  readonly referralNo: string;
  readonly outcome: '成功' | '失败';
  readonly on: Day;
  readonly referrerName: string | null;
  readonly receiverName: string | null;
  readonly product: string | null;
  readonly reason: string | null;
}
