import { expect, test } from 'vitest';
import { free } from '../../src/engine/free.js';

test('arrays are empty afterwards, also those that share their memory', () => {
  const numbers = new Float64Array(1000);
  const words = new Uint32Array(numbers.buffer);
  const others = new Uint16Array(10);
  free([numbers, words, others]);
  expect([numbers, words, others].map(({ length }) => length)).toEqual([0, 0, 0]);
});
