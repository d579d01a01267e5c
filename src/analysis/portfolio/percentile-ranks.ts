/**
 * 100 × (those less + half of those equal) / all, per value (H8); 50 for a single one.
 * @example percentileRanks([800, 300, 300, 50, 0]) // => [90, 60, 60, 30, 10]
 */
export function percentileRanks(values: readonly number[]): readonly number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const first = new Map<number, number>();
  const after = new Map<number, number>();
  for (const [place, value] of sorted.entries()) {
    if (!first.has(value)) first.set(value, place);
    after.set(value, place + 1);
  }
  return values.map((value) => {
    const less = first.get(value) ?? 0;
    const equal = (after.get(value) ?? 0) - less;
    return (100 * (less + 0.5 * equal)) / values.length;
  });
}
