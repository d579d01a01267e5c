import { type Fen, fenOf } from '../../model/fen.js';
import type { Ratio } from '../../model/ratio.js';

const daysOfYear = 365n;
const percent = 100n;

/**
 * 参考收益 = 金额 × 测算利率 / 100 × 天数 / 365 in 分, rounded once and half away from zero, as ROUND(…,2) in 元 does (§4.5 R).
 * @example referenceIncomeFen(10000000, { numerator: 305, denominator: 100, value: 3.05 }, 182) // => 152082
 */
export function referenceIncomeFen(amountFen: number, ratePercent: Ratio, days: number): Fen {
  const product = BigInt(amountFen) * BigInt(ratePercent.numerator) * BigInt(days);
  const divisor = BigInt(ratePercent.denominator) * percent * daysOfYear;
  const size = product < 0n ? -product : product;
  const rounded = Number((2n * size + divisor) / (2n * divisor));
  return fenOf(product < 0n ? -rounded : rounded);
}
