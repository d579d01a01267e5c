// The figures of `referral -f json` that stand for a group of referrals: by person, post, product, month, stage and day.
import type { Ratio } from '../../model/ratio.js';

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

export interface HorizonFigures {
  readonly days: number;
  readonly atRisk: number;
  readonly kaplanMeier: number | null;
  /** Success within `days` / registered at least `days` ago. */
  readonly matured: Ratio;
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
