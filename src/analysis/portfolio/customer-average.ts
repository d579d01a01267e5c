// One customer's 年日均 and where it comes from (§5.8).

import type { Range } from './average-range.js';
import type { BranchInput } from './input.js';

/** In the order in which they are preferred; 逐日余额 with gaps comes behind 余额还原. */
export const averageMethods = ['系统提供', '余额积数', '逐日余额', '余额还原', '月末平均'] as const;
export type AverageMethod = (typeof averageMethods)[number];

export interface AverageOrigin extends Range {
  readonly method: AverageMethod;
  /** 近似: not from every day of the range. */
  readonly isApproximate: boolean;
}

export interface CustomerAverage extends AverageOrigin {
  /** Rounded to 分 once. */
  readonly fen: number;
}

/** null = this way knows nothing of the customer. */
export type AverageReader = (id: string) => CustomerAverage | null;

/** What an average may be made from. */
export type AverageFiles = Pick<
  BranchInput,
  'balances' | 'customers' | 'accounts' | 'holdings' | 'engine' | 'measures'
>;

/** Weekends and the longest public holidays leave no larger gap between daily balances or bookings. */
export const longestGap = 10;

/**
 * The quotient, half away from zero.
 * @example roundedMean(-5n, 2) // => -3
 */
export function roundedMean(sum: bigint, days: number): number {
  const under = 2n * BigInt(days);
  const over = 2n * (sum < 0n ? -sum : sum) + BigInt(days);
  const rounded = Number(over / under);
  return sum < 0n && rounded !== 0 ? -rounded : rounded;
}
