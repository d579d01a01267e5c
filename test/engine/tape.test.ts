import { expect, test } from 'vitest';
import { newTape, removeRows, reserveRow, reserveRows, type Tape } from '../../src/engine/tape.js';

const names = [
  ...(['customer', 'account', 'day', 'time', 'amount', 'bits', 'text'] as const),
  ...(['idHigh', 'idLow', 'high', 'low'] as const),
];

/** Row 7 of the fourth column holds 704. */
function filled(rows: number): Tape {
  const tape = newTape(2);
  for (let number = 0; number < rows; number += 1) {
    const row = reserveRow(tape);
    names.forEach((name, at) => {
      tape[name][row] = 100 * number + at + 1;
    });
    tape.rows += 1;
  }
  return tape;
}

function rowsOf(tape: Tape): readonly number[] {
  const numbers = Array.from({ length: tape.rows }, (_, row) => Math.floor(tape.customer[row]! / 100));
  numbers.forEach((number, row) => {
    names.forEach((name, at) => {
      expect(tape[name][row], name).toBe(100 * number + at + 1);
    });
  });
  return numbers;
}

test('every column keeps its values while the tape grows', () => {
  const tape = filled(10);
  expect(rowsOf(tape)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  reserveRows(tape, 1000);
  expect(rowsOf(tape)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  expect(names.filter((name) => tape[name].length < 1010)).toEqual([]);
});

test.each([
  [[], [0, 1, 2, 3, 4, 5]],
  [[0], [1, 2, 3, 4, 5]],
  [[5], [0, 1, 2, 3, 4]],
  [
    [0, 1, 4],
    [2, 3, 5],
  ],
  [[0, 1, 2, 3, 4, 5], []],
])('without the rows %j the tape holds %j, in every column', (removed, left) => {
  const tape = filled(6);
  removeRows(tape, removed);
  expect(rowsOf(tape)).toEqual(left);
});
