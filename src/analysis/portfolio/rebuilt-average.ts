// Deposits rebuilt day by day from the transactions, the other assets in the steps that are known of them (§5.8 c).
import type { Day } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import { averageRange, rangeDays } from './average-range.js';
import { type AverageFiles, type AverageReader, roundedMean } from './customer-average.js';
import { otherAssets } from './other-assets.js';
import { rebuiltDeposits } from './rebuilt-deposits.js';

export interface RebuiltAverage {
  readonly of: AverageReader;
  /** Whether the customer's bookings do not lead to the balances that are known. */
  readonly isUnbalanced: (id: string) => boolean;
}

/**
 * 近似 unless the snapshots know of no assets beside deposits from the beginning of the range on. Null for customers whose bookings do
 * not agree with their balances, or whose other assets are not known for the whole range.
 */
export function rebuiltAverage(files: AverageFiles, rules: Rules, through: Day): RebuiltAverage | null {
  const range = averageRange(rules, through);
  const deposits = rebuiltDeposits(files, range);
  const others = deposits && otherAssets(files.balances ?? [], files.holdings, range);
  if (deposits === null || others === null) return null;
  return {
    isUnbalanced: deposits.isUnbalanced,
    of(id) {
      const held = deposits.fenDaysOf(id);
      const other = held === null ? null : others(id);
      if (held === null || other === null) return null;
      const fen = roundedMean(held + other.fenDays, rangeDays(range));
      return { method: '余额还原', isApproximate: !other.isNone, ...range, fen };
    },
  };
}
