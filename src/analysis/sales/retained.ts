// Which purchases took up which matured products: no purchase and no matured yuan counts twice.
import { addDays, type Day } from '../../model/day.js';
import type { Purchase } from '../purchases.js';
import type { MaturedProduct } from './matured.js';

export interface Retained {
  /** The first purchase that counts for the product; null = none. */
  readonly boughtOn: Day | null;
  readonly retainedFen: number;
}

/**
 * One customer's matured products, by day, against the purchases from the day of maturity through `days` later: each purchase goes
 * to the oldest products first, up to what matured. A product without an amount takes nothing, but knows its first purchase.
 */
export function retainedOf(
  matured: readonly MaturedProduct[],
  purchases: readonly Purchase[],
  days: number,
): readonly Retained[] {
  const open = matured.map((product) => ({
    until: addDays(product.maturedOn, days),
    from: product.maturedOn,
    amountFen: product.amountFen,
    retainedFen: 0,
    boughtOn: null as Day | null,
  }));
  const inOrder = [...purchases].sort((a, b) => (a.on === b.on ? a.amountFen - b.amountFen : a.on < b.on ? -1 : 1));
  for (const { on, amountFen } of inOrder) {
    let left = amountFen;
    for (const product of open) {
      if (on < product.from || on > product.until) continue;
      const taken = Math.min(left, (product.amountFen ?? 0) - product.retainedFen);
      if (taken > 0 || product.amountFen === null) product.boughtOn ??= on;
      product.retainedFen += Math.max(0, taken);
      left -= Math.max(0, taken);
    }
  }
  return open.map(({ boughtOn, retainedFen }) => ({ boughtOn, retainedFen }));
}
