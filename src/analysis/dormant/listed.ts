// The rows of the lists in `dormant -f json`: customers, those who fall asleep next, managers, accounts (B2, B6–B8).
import type { Day } from '../../model/day.js';
import type { Ratio } from '../../model/ratio.js';

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
