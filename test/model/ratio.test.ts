import { expect, test } from 'vitest';
import { ratio } from '../../src/model/ratio.js';

test('a ratio keeps its parts', () => {
  expect(ratio(2, 12)).toEqual({ numerator: 2, denominator: 12, value: 2 / 12 });
});

test('nothing of something is 0', () => {
  expect(ratio(0, 5).value).toBe(0);
});

test.each([0, 3])('%d of nothing has no value', (numerator) => {
  expect(ratio(numerator, 0)).toEqual({ numerator, denominator: 0, value: null });
});
