// Scores 1–5 by rank (§5.4): equal values always get equal scores, so some scores may stay empty.

/**
 * The quintile of every value, 5 = largest: `1 + floor(5·(rank − 1)/n)` on the average rank of equal values. Values must not be NaN.
 * @example quintileScores([0, 0, 0, 1, 1, 2, 3, 5, 8, 13]) // => [1, 1, 1, 2, 2, 3, 4, 4, 5, 5]
 */
export function quintileScores(values: readonly number[]): number[] {
  const least = leastValues(new Float64Array(values).sort());
  return values.map((value) => {
    let score = 5;
    while (value < (least[score - 1] as number)) score -= 1;
    return score;
  });
}

/** The least value of each score, 1 first; a score that stays empty has that of the next one. */
function leastValues(sorted: Float64Array): readonly number[] {
  const least = new Array<number>(5).fill(Number.POSITIVE_INFINITY);
  least[0] = Number.NEGATIVE_INFINITY;
  for (let first = 0; first < sorted.length; ) {
    let next = first + 1;
    while (next < sorted.length && sorted[next] === sorted[first]) next += 1;
    // The ranks are first+1 … next, so the average rank less one is (first + next − 1)/2.
    const score = 1 + Math.floor((5 * (first + next - 1)) / (2 * sorted.length));
    for (let lower = score; lower > 1 && least[lower - 1] === Number.POSITIVE_INFINITY; lower -= 1)
      least[lower - 1] = sorted[first] as number;
    first = next;
  }
  return least;
}

/** The values that one score stands for, both ends included; null where it holds nobody (or nobody with a transaction). */
export interface ScoreInterval {
  readonly score: number;
  readonly customers: number;
  readonly from: number | null;
  readonly to: number | null;
  /** R only: customers without any qualifying transaction, ranked as the least recent. */
  readonly withoutValue: number;
}

/** Thresholds as they came out, score 5 first. */
export function scoreIntervals(
  values: readonly (number | null)[],
  scores: readonly (number | null)[],
): readonly ScoreInterval[] {
  const found = [5, 4, 3, 2, 1].map((score) => ({
    score,
    customers: 0,
    from: null as number | null,
    to: null as number | null,
    withoutValue: 0,
  }));
  scores.forEach((score, place) => {
    const interval = score === null ? undefined : found[5 - score];
    if (interval === undefined) return;
    const value = values[place] ?? null;
    interval.customers += 1;
    if (value === null) interval.withoutValue += 1;
    else {
      interval.from = interval.from === null ? value : Math.min(interval.from, value);
      interval.to = interval.to === null ? value : Math.max(interval.to, value);
    }
  });
  return found;
}
