import fc from 'fast-check';
import { expect, test } from 'vitest';
import { UserError } from '../../src/model/errors.js';
import { addFen, fenFromYuan, fenOf, formatYuan, plainYuan } from '../../src/model/fen.js';

test.each([
  [0, '0.00'],
  [1, '0.01'],
  [-1, '-0.01'],
  [-5, '-0.05'],
  [99, '0.99'],
  [100, '1.00'],
  [99999, '999.99'],
  [100000, '1,000.00'],
  [-123456789, '-1,234,567.89'],
  [99999999, '999,999.99'],
  [100000000, '1,000,000.00'],
  [99999999999, '999,999,999.99'],
  [100000000000, '1,000,000,000.00'],
  [-100000000000000, '-1,000,000,000,000.00'],
  [Number.MAX_SAFE_INTEGER, '90,071,992,547,409.91'],
])('%d 分 are %s 元', (fen, text) => {
  expect(formatYuan(fen)).toBe(text);
  expect(plainYuan(fen)).toBe(text.replaceAll(',', ''));
});

test('thousands separators are all that tells the two forms of an amount apart', () => {
  fc.assert(
    fc.property(fc.maxSafeInteger(), (fen) => {
      expect(formatYuan(fen).replaceAll(',', '')).toBe(plainYuan(fen));
      expect(formatYuan(fen)).toMatch(/^-?\d{1,3}(,\d{3})*\.\d{2}$/);
    }),
  );
});

test.each([
  [0, 0],
  [0.01, 1],
  [0.29, 29],
  [1.15, 115],
  [4.35, 435],
  [8.2, 820],
  [50000, 5000000],
  [99999999999.99, 9999999999999],
])('a threshold of %d 元 is %d 分', (yuan, fen) => {
  expect(fenFromYuan(yuan)).toBe(fen);
});

test('every threshold with two decimals becomes the 分 that it says', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e13 }), (fen) => {
      expect(fenFromYuan(Number(plainYuan(fen)))).toBe(fen);
    }),
  );
});

test.each([Number.MAX_SAFE_INTEGER + 1, -Number.MAX_SAFE_INTEGER - 1, 0.5, Number.NaN, Number.POSITIVE_INFINITY])(
  '%d is no amount in 分',
  (amount) => {
    expect(() => fenOf(amount)).toThrow(RangeError);
  },
);

test('a sum that would not be exact is refused in words', () => {
  expect(addFen(fenOf(Number.MAX_SAFE_INTEGER - 1), fenOf(1))).toBe(Number.MAX_SAFE_INTEGER);
  expect(() => addFen(fenOf(Number.MAX_SAFE_INTEGER), fenOf(1))).toThrow('金额之和超过 90 万亿元');
  expect(() => addFen(fenOf(-Number.MAX_SAFE_INTEGER), fenOf(-1))).toThrow(UserError);
});

test('there is one zero', () => {
  expect(Object.is(fenOf(-0), 0)).toBe(true);
});

test('ten times ten 分 are one 元, which is not so for floating-point 元', () => {
  const ten = Array.from({ length: 10 }, () => fenOf(10));
  expect(ten.reduce(addFen)).toBe(100);
});
