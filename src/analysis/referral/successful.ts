import type { Episode } from './episode.js';

/** Within W, on or before asOf, not cancelled (C1): what asset ratios, repurchase and points build on. 逾期成交 is none. */
export function isSuccessful({ state }: Episode): boolean {
  return state === '成功';
}

/** A success that brought a customer whom the branch did not have before. */
export function isNewSuccess(episode: Episode): boolean {
  return isSuccessful(episode) && episode.customerType === '新客户' && episode.customerId !== null;
}
