/** A share that keeps its parts; `value` is null when the denominator is 0 (§1.8: shown as —, never as 0 % or 100 %). */
export interface Ratio {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
}

/** @example ratio(2, 12).value // => 0.16666666666666666 */
export function ratio(numerator: number, denominator: number): Ratio {
  return { numerator, denominator, value: denominator === 0 ? null : numerator / denominator };
}
