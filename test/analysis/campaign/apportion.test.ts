import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apportion } from '../../../src/analysis/campaign/apportion.js';

const total = (parts: readonly number[]) => parts.reduce((sum, part) => sum + part, 0);

describe('largest remainder', () => {
  test.each([
    [[10], 0.3, [3]],
    [[5, 5], 0.3, [2, 1]],
    [[1, 1, 1], 0.3, [1, 0, 0]],
    [[3, 7], 0.3, [1, 2]],
    [[1, 2, 3, 4], 0.5, [1, 1, 1, 2]],
    [[10, 10, 10], 0.1, [1, 1, 1]],
    [[4], 0.125, [1]],
    [[3], 0.125, [0]],
    [[], 0.3, []],
    [[5, 0], 0, [0, 0]],
    [[5, 0], 1, [5, 0]],
  ])('of %j at %d is %j', (sizes, share, parts) => {
    expect(apportion(sizes, share)).toEqual(parts);
  });

  const groups = fc.array(fc.integer({ min: 0, max: 2_000 }), { maxLength: 20 });
  const percent = fc.integer({ min: 0, max: 100 });

  test('gives the whole share exactly, rounded half up', () => {
    fc.assert(
      fc.property(groups, percent, (sizes, share) => {
        const exact = Math.floor((total(sizes) * share * 2 + 100) / 200);
        expect(total(apportion(sizes, share / 100))).toBe(exact);
      }),
    );
  });

  test('stays within one of every quota and within every group', () => {
    fc.assert(
      fc.property(groups, percent, (sizes, share) => {
        apportion(sizes, share / 100).forEach((part, place) => {
          const hundredfold = (sizes[place] ?? 0) * share;
          expect(Math.abs(part * 100 - hundredfold)).toBeLessThan(100);
          expect(part).toBeLessThanOrEqual(sizes[place] ?? 0);
          expect(part).toBeGreaterThanOrEqual(0);
        });
      }),
    );
  });
});
