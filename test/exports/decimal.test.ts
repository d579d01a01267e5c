import { describe, expect, test } from 'vitest';
import { readCount, readDecimal } from '../../src/exports/decimal.js';

describe('numbers that are no money', () => {
  test.each([
    ['1.0234', 10234, 10000],
    ['20%', 20, 100],
    ['2.5%', 25, 1000],
    ['1,234', 1234, 1],
    ['-15', -15, 1],
    ['０．５', 5, 10],
    ['0', 0, 1],
  ])('%s is %i/%i', (text, numerator, denominator) => {
    expect(readDecimal(text)).toMatchObject({ numerator, denominator });
  });

  test.each(['', '1.', '.5', '1e5', '12,34', '约5', '99999999999999999', '1'.repeat(50)])('%s is none', (text) => {
    expect(readDecimal(text)).toBeUndefined();
  });

  test.each([
    ['30', 30],
    ['30.0', 30],
    ['1,200', 1200],
    ['30.5', undefined],
    ['-1', undefined],
    ['5%', undefined],
  ])('a count of %s is %s', (text, count) => {
    expect(readCount(text)).toBe(count);
  });
});
