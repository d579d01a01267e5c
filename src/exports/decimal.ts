// Numbers that are no money: shares, net values, weights, points, counts. Kept as whole numbers, never as floating-point ones.
import { type Ratio, ratio } from '../model/ratio.js';
import { halfWidth } from './amount.js';

/** Longer than any number; keeps the patterns from long work on junk. */
const longestNumber = 40;

const decimal = /^([-+]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d{1,10}))?(%)?$/;

/**
 * A decimal number as a fraction, a percentage as the share that it means; undefined for anything else, and beyond 15 digits.
 * @example readDecimal('1.25').numerator // => 125
 * @example readDecimal('20%').denominator // => 100
 */
export function readDecimal(text: string): Ratio | undefined {
  if (text.length > longestNumber) return undefined;
  const parts = decimal.exec(halfWidth(text));
  if (parts === null) return undefined;
  const [, sign, whole = '', fraction = '', percent] = parts;
  const size = Number(whole.replaceAll(',', '') + fraction);
  if (!Number.isSafeInteger(size)) return undefined;
  const denominator = 10 ** (fraction.length + (percent === undefined ? 0 : 2));
  return ratio(sign === '-' ? 0 - size : size, denominator);
}

/**
 * A whole number from 0 on, also written with `.0`; undefined for anything else.
 * @example readCount('1,200') // => 1200
 */
export function readCount(text: string): number | undefined {
  const read = readDecimal(text.replace(/\.0+$/, ''));
  return read === undefined || read.denominator !== 1 || read.numerator < 0 ? undefined : read.numerator;
}
