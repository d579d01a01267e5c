import { describe, expect, test } from 'vitest';
import { normalQuantile, wilsonInterval } from '../../../src/analysis/referral/wilson.js';
import { readVectors } from './survival-vectors.js';

const { quantiles, wilson } = readVectors();

describe('the normal quantile', () => {
  test.each(quantiles)('of $p equals R', ({ p, z }) => {
    expect(Math.abs(normalQuantile(p) - z)).toBeLessThanOrEqual(1e-9 * Math.max(1, Math.abs(z)));
  });
});

describe("Wilson's interval", () => {
  test('equals R for every confidence and size', () => {
    for (const { successes, n, confidence, low, high } of wilson) {
      const interval = wilsonInterval(successes, n, confidence);
      expect(Math.abs((interval?.low ?? -1) - low)).toBeLessThanOrEqual(1e-9);
      expect(Math.abs((interval?.high ?? -1) - high)).toBeLessThanOrEqual(1e-9);
    }
  });

  test('1 of 1 reaches far down, 0 of 1 far up', () => {
    expect(wilsonInterval(1, 1, 0.95)?.low).toBeCloseTo(0.2065, 4);
    expect(wilsonInterval(0, 1, 0.95)?.high).toBeCloseTo(0.7935, 4);
  });

  test('nobody has no interval', () => {
    expect(wilsonInterval(0, 0, 0.95)).toBeNull();
  });
});
