import { wilsonInterval } from '../referral/wilson.js';

export interface Count {
  readonly successes: number;
  readonly n: number;
}

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Newcombe's hybrid score interval of the difference between two independent shares (his method 10, Statistics in Medicine 1998),
 * first minus second, as fractions within −1…1; null where one of them has no n.
 * @example newcombeInterval({ successes: 0, n: 0 }, { successes: 1, n: 2 }, 0.95) // => null
 */
export function newcombeInterval(first: Count, second: Count, confidence: number): Interval | null {
  const a = wilsonInterval(first.successes, first.n, confidence);
  const b = wilsonInterval(second.successes, second.n, confidence);
  if (a === null || b === null) return null;
  const [p, q] = [first.successes / first.n, second.successes / second.n];
  return {
    low: p - q - Math.hypot(p - a.low, b.high - q),
    high: p - q + Math.hypot(a.high - p, q - b.low),
  };
}
