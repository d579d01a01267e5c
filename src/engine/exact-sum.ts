import { exitCodes, UserError } from '../model/errors.js';

/** `sum`, if it still is exact; beyond 90 万亿元 the input is refused rather than rounded. */
export function exactSum(sum: number): number {
  if (Number.isSafeInteger(sum)) return sum;
  throw new UserError('交易金额之和超过 90 万亿元，无法精确到分；请检查金额列和金额单位', exitCodes.refused);
}
