// The rate of a 业绩比较基准 (§4.5 Q): read from its digits, only where the text is a rate or a range of rates and nothing else.
import { type Ratio, ratio } from '../../model/ratio.js';

const rate = '(\\d{1,2})(?:\\.(\\d{1,4}))?\\s*(%)?';
const rateOrRange = new RegExp(`^${rate}(?:\\s*(?:-+|[—–―−~]+|至|到)\\s*${rate})?$`);
const places = 4;
/** Without a percent sign less than this may as well be a share (0.0305). */
const leastUnsigned = 1000;

function tenThousandths(whole: string, fraction = ''): number {
  return Number(whole) * 10 ** places + Number(fraction.padEnd(places, '0'));
}

/**
 * The lower bound in percent; null for sentences, formulas and rates above 99 %, and for less than 0.1 without a percent sign.
 * @example lowestRatePercent('2.60%–3.10%') // => { numerator: 26000, denominator: 10000, value: 2.6 }
 * @example lowestRatePercent('中债指数收益率×80%') // => null
 */
export function lowestRatePercent(benchmark: string | undefined): Ratio | null {
  const text = (benchmark ?? '').replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0)).trim();
  const [, low, lowFraction, lowSign, high, highFraction, highSign] = rateOrRange.exec(text) ?? [];
  if (low === undefined) return null;
  const first = tenThousandths(low, lowFraction);
  const lowest = high === undefined ? first : Math.min(first, tenThousandths(high, highFraction));
  const isSigned = lowSign !== undefined || highSign !== undefined;
  return !isSigned && lowest < leastUnsigned ? null : ratio(lowest, 10 ** places);
}
