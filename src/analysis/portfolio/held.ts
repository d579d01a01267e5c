// What of 产品持有 is in stock on a day.
import type { Day } from '../../model/day.js';
import type { Holding } from '../../model/holding.js';
import { endedWords } from '../ended-product.js';

/** Bought, not ended, not yet mature, and worth something where an amount is stated. */
export function isHeldOn({ status, amountFen, buyDate, maturityDate }: Holding, on: Day): boolean {
  if (buyDate !== undefined && buyDate > on) return false;
  if (maturityDate !== undefined && maturityDate <= on) return false;
  return amountFen !== 0 && (status === undefined || !endedWords.test(status));
}

export function holdingText({ productCategory, productName }: Holding): string {
  return `${productCategory ?? ''} ${productName ?? ''}`;
}

/** Of several 数据日期 of one category only the latest on or before the day: what was redeemed since is no longer listed. */
export function latestHoldings(holdings: readonly Holding[], on: Day): readonly Holding[] {
  const latest = new Map<string | undefined, Day>();
  for (const { productCategory, dataDate } of holdings) {
    if (dataDate === undefined || dataDate > on) continue;
    const known = latest.get(productCategory);
    if (known === undefined || dataDate > known) latest.set(productCategory, dataDate);
  }
  return holdings.filter(
    ({ productCategory, dataDate }) => dataDate === undefined || dataDate === latest.get(productCategory),
  );
}

/** 持有金额, else share × net value rounded to 分; undefined where the row states neither. */
export function heldFen({ amountFen, share, nav }: Holding): number | undefined {
  if (amountFen !== undefined) return amountFen;
  if (share === undefined || nav === undefined) return undefined;
  const over = 100n * BigInt(share.numerator) * BigInt(nav.numerator);
  const under = BigInt(share.denominator) * BigInt(nav.denominator);
  return Number((2n * over + under) / (2n * under));
}
