// What M is (A3): the amounts of transactions or the assets of the day. Only one of them may be called M.
import type { Rules } from '../model/rules.js';

/** M口径 in the second line of a sheet. */
export function monetaryName({ rfm }: Rules): string {
  return rfm.monetary === 'aum' ? '时点AUM' : '交易金额';
}

/** What columns of transaction amounts are called. */
export function amountName({ rfm }: Rules): string {
  return rfm.monetary === 'aum' ? '交易金额' : 'M';
}
