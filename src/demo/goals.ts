// AUM that adds up: single customers differ, the sum is right to the 分.
import type { Random } from './random.js';

/**
 * `share` of every amount, but for one customer more and for another less, rounded to the 分 so that the sums keep the share.
 */
export function shared(amountsFen: readonly number[], share: number, random: Random): readonly number[] {
  const weights = amountsFen.map((amountFen) => amountFen * (0.8 + 0.4 * random.fraction()));
  const total = Math.round(amountsFen.reduce((sum, amountFen) => sum + amountFen, 0) * share);
  const weight = weights.reduce((sum, each) => sum + each, 0);
  const parts = weights.map((each) => Math.floor((total * each) / weight));
  const rest = total - parts.reduce((sum, part) => sum + part, 0);
  return parts.map((part, place) => (place === parts.length - 1 ? part + rest : part));
}
