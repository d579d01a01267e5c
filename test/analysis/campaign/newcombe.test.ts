import { describe, expect, test } from 'vitest';
import { newcombeInterval } from '../../../src/analysis/campaign/newcombe.js';

// Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17 (1998), table II,
// method 10: successes and n of both, then the limits as printed.
const published = [
  [56, 70, 48, 80, 0.0524, 0.3339],
  [9, 10, 3, 10, 0.1705, 0.809],
  [6, 7, 2, 7, 0.0582, 0.8062],
  [5, 56, 0, 29, -0.0381, 0.1926],
  [0, 10, 0, 20, -0.1611, 0.2775],
  [0, 10, 0, 10, -0.2775, 0.2775],
  [10, 10, 0, 20, 0.6791, 1],
  [10, 10, 0, 10, 0.6075, 1],
] as const;

describe("Newcombe's interval", () => {
  test.each(published)('of %i/%i less %i/%i is the published one', (a, m, b, n, low, high) => {
    const interval = newcombeInterval({ successes: a, n: m }, { successes: b, n }, 0.95);
    expect(interval?.low).toBeCloseTo(low, 4);
    expect(interval?.high).toBeCloseTo(high, 4);
  });

  test('turns around with its sides', () => {
    const one = newcombeInterval({ successes: 56, n: 70 }, { successes: 48, n: 80 }, 0.9);
    const other = newcombeInterval({ successes: 48, n: 80 }, { successes: 56, n: 70 }, 0.9);
    expect(one?.low).toBeCloseTo(-(other?.high ?? 0), 12);
    expect(one?.high).toBeCloseTo(-(other?.low ?? 0), 12);
  });

  test('needs both sides', () => {
    expect(newcombeInterval({ successes: 0, n: 0 }, { successes: 1, n: 3 }, 0.95)).toBeNull();
    expect(newcombeInterval({ successes: 1, n: 3 }, { successes: 0, n: 0 }, 0.95)).toBeNull();
  });
});
