import type { Ratio } from '../model/ratio.js';

/**
 * An average amount in whole 分, half away from zero (§1.7); null when there is nothing to divide by.
 * @example averageFen({ numerator: 5, denominator: 2, value: 2.5 }) // => 3
 */
export function averageFen(average: Ratio | null): number | null {
  if (average === null || average.denominator === 0) return null;
  const { denominator } = average;
  const size = Math.abs(average.numerator);
  const rest = size % denominator;
  const rounded = (size - rest) / denominator + (2 * rest >= denominator ? 1 : 0);
  return average.numerator < 0 && rounded !== 0 ? -rounded : rounded;
}
