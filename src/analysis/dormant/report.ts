// The shape of `dormant -f json`. Plain JSON; field names are stable.
import type { Day } from '../../model/day.js';
import type { DormantPresetId } from '../../model/dormant-presets.js';
import type { FileIntake } from '../../model/intake.js';
import type { Problem } from '../../model/problem.js';
import type { Ratio } from '../../model/ratio.js';
import type { Rules } from '../../model/rules.js';
import type { Exclusion } from '../population.js';
import type { ActivityNotes, SegmentCoverage } from '../segment-report.js';

export interface DormantReport {
  readonly report: 'dormant';
  readonly asOf: Day;
  readonly rules: Rules;
  readonly intake: readonly FileIntake[];
  readonly problems: readonly Problem[];
  readonly preset: DormantPreset;
  readonly summary: DormantSummary;
  readonly coverage: SegmentCoverage;
  readonly activity: ActivityNotes;
  /** Chinese sentences that a reader of the numbers must know. */
  readonly notes: readonly string[];
  /** The dormant ones only, by AUM descending (unknown last), then customerId. */
  readonly customers: readonly DormantCustomer[];
  /** In scope, but the files cannot tell (B9); by customerId. */
  readonly undetermined: readonly UndeterminedCustomer[];
  /** Who falls asleep within the longest of `rules.dormant.countdownDays` if nothing happens; by manager, then AUM descending. */
  readonly countdown: readonly CountdownCustomer[];
  /** By dormant customers descending, then name; the last row (managerName null) is those without a manager. */
  readonly byManager: readonly ManagerDormancy[];
  /** The members of the wake-up cohort, by customerId. */
  readonly wakeCohort: readonly WakeCustomer[];
  /** Dormant accounts (B6) by balance descending, then account; null = no account export. */
  readonly accounts: readonly DormantAccount[] | null;
}

export interface DormantPreset {
  readonly id: DormantPresetId;
  /** The test in Chinese words with its numbers: 最近一次客户交易距数据日期不少于 180 天. */
  readonly test: string;
  /** Last qualifying day that still counts as dormant on asOf (inclusive). */
  readonly lastOnOrBefore: Day;
}

export interface DormantSummary {
  /** = dormant + active + newlyOpened + undetermined. */
  readonly inScope: number;
  /** Includes 从未交易. */
  readonly dormant: number;
  readonly neverTraded: number;
  /** Neither dormant nor 新开未动户 nor 无法判定. */
  readonly active: number;
  /** 新开未动户: opened within the preset's days, no transaction; counts in the denominator. */
  readonly newlyOpened: number;
  readonly undetermined: number;
  /** dormant / (inScope − undetermined). */
  readonly share: Ratio;
  /** The same by AUM; null = AUM not provided. */
  readonly aumShare: Ratio | null;
  readonly dormantAumFen: number | null;
  /** 数据日期 of the AUM snapshot. */
  readonly aumOn: Day | null;
  readonly excluded: readonly { readonly reason: Exclusion; readonly customers: number }[];
  /** B8, in the order of the bands, over the dormant customers; the last band is 未提供 where AUM is unknown. */
  readonly bands: readonly { readonly band: BalanceBand; readonly customers: number; readonly aumFen: number | null }[];
  /** B7: how many dormant customers carry each flag; only flags that occur. */
  readonly flags: readonly { readonly flag: string; readonly customers: number }[];
  /** Per entry of `rules.dormant.countdownDays`, cumulative. */
  readonly countdown: readonly {
    readonly withinDays: number;
    readonly customers: number;
    readonly aumFen: number | null;
  }[];
  /** B6; null = no account export. */
  readonly accounts: AccountSummary | null;
  readonly wake: WakeSummary;
  /** B5; null = contacts or sales not provided. */
  readonly reactivation: ReactivationSummary | null;
}

export interface AccountSummary {
  /** Open accounts on which transactions are expected: no unmatured time deposits, no loan accounts. */
  readonly inScope: number;
  readonly dormant: number;
  /** The files cannot tell. */
  readonly undetermined: number;
  readonly share: Ratio;
  readonly dormantBalanceFen: number | null;
}

export const balanceBands = ['0', '0–100', '100–1千', '1千–5万', '5万以上', '未提供'] as const;
export type BalanceBand = (typeof balanceBands)[number];

export interface DormantCustomer {
  readonly customerId: string;
  /** Masked. */
  readonly customerName: string | null;
  /** Masked; null = not provided. */
  readonly phone: string | null;
  readonly managerName: string | null;
  readonly type: '睡眠' | '从未交易';
  /** null for 从未交易 (clarification 18) and where only the file's length proves silence. */
  readonly idleDays: number | null;
  readonly lastActiveOn: Day | null;
  readonly aumFen: number | null;
  readonly band: BalanceBand;
  /** B7, 持有未到期产品 (clarification 21), 本行员工, 零余额. */
  readonly flags: readonly string[];
  /** 高, 中 or 低 from AUM band × idle days. */
  readonly priority: '高' | '中' | '低';
  /** First contact of the cohort's window, where contacts are given. */
  readonly firstContactOn: Day | null;
  readonly contactMethod: string | null;
  readonly contactResult: string | null;
  readonly reason: string;
}

export interface UndeterminedCustomer {
  readonly customerId: string;
  readonly reason: string;
}

export interface CountdownCustomer {
  readonly customerId: string;
  readonly customerName: string | null;
  readonly phone: string | null;
  readonly managerName: string | null;
  readonly lastActiveOn: Day | null;
  readonly idleDays: number | null;
  /** The day on which the preset's test first holds if nothing happens. */
  readonly sleepsOn: Day;
  /** Days from asOf to sleepsOn, at least 1. */
  readonly daysLeft: number;
  /** The smallest of `countdownDays` that covers daysLeft. */
  readonly withinDays: number;
  readonly aumFen: number | null;
  readonly flags: readonly string[];
}

export interface ManagerDormancy {
  readonly managerName: string | null;
  readonly inScope: number;
  readonly dormant: number;
  readonly share: Ratio;
  readonly dormantAumFen: number | null;
  /** Per entry of `countdownDays`, cumulative. */
  readonly countdown: readonly {
    readonly withinDays: number;
    readonly customers: number;
    readonly aumFen: number | null;
  }[];
  readonly wakeCohort: number;
  readonly awakened: number;
}

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

export interface DormantAccount {
  /** Masked. */
  readonly account: string;
  readonly customerId: string;
  readonly customerName: string | null;
  readonly managerName: string | null;
  readonly accountType: string | null;
  readonly lastActiveOn: Day | null;
  readonly idleDays: number | null;
  readonly balanceFen: number | null;
  readonly openDate: Day | null;
  /** The customer is active on other accounts. */
  readonly customerIsActive: boolean;
  readonly flags: readonly string[];
}
