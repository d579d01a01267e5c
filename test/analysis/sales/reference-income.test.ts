import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { referenceIncomeFen } from '../../../src/analysis/sales/reference-income.js';
import { ratio } from '../../../src/model/ratio.js';

const percent = (hundredths: number) => ratio(hundredths, 100);

describe('参考收益', () => {
  test('of 100 000 at 3.05 % over 182 days is 1 520.82 (§7.11)', () => {
    expect(referenceIncomeFen(10_000_000, percent(305), 182)).toBe(152_082);
  });

  // 36 500 分 at 0.50 % bear exactly half a 分 a day.
  test.each([
    [36_500, 50, 1, 1],
    [36_499, 50, 1, 0],
    [36_501, 50, 1, 1],
    [36_500, 150, 1, 2],
    [-36_500, 50, 1, -1],
    [-36_499, 50, 1, 0],
    [36_500, 50, -1, -1],
    [0, 305, 182, 0],
    [10_000_000, 0, 182, 0],
    [10_000_000, 305, 0, 0],
  ])('of %i 分 at %i hundredths of a percent over %i days is %i 分', (amountFen, rate, days, expected) => {
    expect(referenceIncomeFen(amountFen, percent(rate), days)).toBe(expected);
  });

  test('is the whole 分 nearest to the fraction, the one away from zero between two', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e12, max: 1e12 }),
        fc.integer({ min: 0, max: 99_9999 }),
        fc.integer({ min: -400, max: 4000 }),
        (amountFen, rate, days) => {
          const income = BigInt(referenceIncomeFen(amountFen, ratio(rate, 10_000), days));
          const numerator = BigInt(amountFen) * BigInt(rate) * BigInt(days);
          const denominator = 10_000n * 100n * 365n;
          const distance = income * denominator - numerator;
          const doubled = 2n * (distance < 0n ? -distance : distance);
          expect(doubled <= denominator).toBe(true);
          const size = (value: bigint) => (value < 0n ? -value : value);
          if (doubled === denominator) expect(size(income) * denominator > size(numerator)).toBe(true);
        },
      ),
    );
  });
});
