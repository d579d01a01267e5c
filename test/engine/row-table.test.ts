import { expect, test } from 'vitest';
import { rowTable } from '../../src/engine/row-table.js';

test.each<[string, (row: number) => number]>([
  ['that differ', (row) => row % 1500],
  ['that are few', (row) => (row % 1500) & 7],
  ['at the end of the slots', () => 1023],
])('each row of 3000 finds the first one equal to it, with hashes %s', (_, hashOf) => {
  const table = rowTable(hashOf, (a, b) => a % 1500 === b % 1500);
  const firsts = Array.from({ length: 3000 }, (_row, row) => table.claim(row));
  expect(firsts.slice(0, 1500).every((first) => first === -1)).toBe(true);
  expect(firsts.slice(1500).every((first, at) => first === at)).toBe(true);
});

test('a row that takes the place of another stands for its equals', () => {
  const table = rowTable(
    () => 5,
    (a, b) => a % 10 === b % 10,
  );
  expect([table.claim(0), table.claim(1)]).toEqual([-1, -1]);
  table.replace(10);
  expect([table.claim(20), table.claim(21)]).toEqual([10, 1]);
});
