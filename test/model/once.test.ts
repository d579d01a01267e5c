import { expect, test } from 'vitest';
import { once } from '../../src/model/once.js';

test.each([undefined, null, 0, 'A'])('%s is made when it is asked for, and only once', (value) => {
  let made = 0;
  const ask = once(() => {
    made += 1;
    return value;
  });
  expect(made).toBe(0);
  expect([ask(), ask()]).toEqual([value, value]);
  expect(made).toBe(1);
});
