import { expect, test } from 'vitest';
import { measureReader } from '../../src/analysis/measure-reader.js';
import type { Measure } from '../../src/engine/activity.js';
import { daySerial } from '../../src/model/day.js';
import { asOf } from './branch.js';

const measures: readonly Measure[] = (['count', 'sum', 'first', 'last'] as const).map((of) => ({
  name: `x.${of}`,
  of,
  classes: ['ACTIVE'],
  within: { after: null, through: asOf },
}));
const read = measureReader(measures);
const serial = daySerial(asOf);

test('answers are read by name', () => {
  expect(read.total('x.count')([3, 500, null, serial])).toBe(3);
  expect(read.total('x.sum')([3, 500, null, serial])).toBe(500);
  expect(read.serial('x.last')([3, 500, null, serial])).toBe(serial);
  expect(read.day('x.last')([3, 500, null, serial])).toBe(asOf);
  expect(read.day('x.first')([3, 500, null, serial])).toBeNull();
});

test('whoever has no rows has nothing', () => {
  expect(read.total('x.count')(undefined)).toBe(0);
  expect(read.day('x.first')(undefined)).toBeNull();
});

test.each([
  ['a measure that was not asked for', () => read.total('y.count'), 'measure y.count was not asked for'],
  ['a day that is read as a total', () => read.total('x.first'), 'measure x.first is a first'],
  ['a total that is read as a day', () => read.day('x.sum'), 'measure x.sum is a sum'],
])('%s is a bug of the caller', (_name, act, message) => {
  expect(act).toThrow(message);
});
