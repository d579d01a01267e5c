// The shape of `dormant -f json`. Plain JSON; field names are stable.
import type { Day } from '../../model/day.js';
import type { DormantPresetId } from '../../model/dormant-presets.js';
import type { FileIntake } from '../../model/intake.js';
import type { Problem } from '../../model/problem.js';
import type { Ratio } from '../../model/ratio.js';
import type { Rules } from '../../model/rules.js';
import type { Exclusion } from '../population.js';
import type { ActivityNotes, SegmentCoverage } from '../segment-report.js';
import type {
  BalanceBand,
  CountdownCustomer,
  DormantAccount,
  DormantCustomer,
  ManagerDormancy,
  UndeterminedCustomer,
} from './listed.js';
import type { ReactivationSummary, WakeCustomer, WakeSummary } from './wake-report.js';

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
