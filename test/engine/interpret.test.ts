import { describe, expect, test } from 'vitest';
import type { Measure } from '../../src/engine/activity.js';
import { interpret } from '../../src/engine/interpret.js';
import { newTape, type Tape } from '../../src/engine/tape.js';
import { daySerial } from '../../src/model/day.js';
import { txnClasses } from '../../src/model/transaction.js';
import { day } from './bookings.js';

const [early, late] = [daySerial(day('2025-09-01')), daySerial(day('2025-09-30'))];

/** Amounts 1, 2, 3 …, the odd ones of key 0, the even ones of key 1; the last row is later than all others. */
function tapeOf(rows: number): Tape {
  const tape = newTape(rows);
  for (let row = 0; row < rows; row += 1) {
    tape.customer[row] = row % 2;
    tape.account[row] = row % 2;
    tape.amount[row] = row + 1;
  }
  tape.day.fill(early).fill(late, rows - 1);
  tape.bits.fill(txnClasses.indexOf('ACTIVE'));
  tape.rows = rows;
  return tape;
}

const through = day('2025-12-31');
const measures = (['count', 'sum', 'last', 'first', 'moved', 'movedDays'] as const).map(
  (of): Measure => ({ name: of, of, classes: ['ACTIVE'], within: { after: null, through } }),
);

describe('rows that fill blocks, just not, and one more', () => {
  test.each([1, 2, 10, 2 ** 20, 2 ** 20 + 1])('of %i rows each counts once', (rows) => {
    const tape = tapeOf(rows);
    const per = (kind: 'customer' | 'account') =>
      interpret(
        tape,
        { per: kind, names: ['one', 'other'] },
        measures.map((measure) => (kind === 'account' ? { ...measure, per: kind } : measure)),
        'ACTIVE',
      );
    // The odd amounts 1, 3, 5 … add up to the square of their number, the even ones 2, 4, 6 … to n·(n + 1).
    const expected = [0, 1].map((key) => {
      const count = key === 0 ? Math.ceil(rows / 2) : Math.floor(rows / 2);
      const sum = key === 0 ? count * count : count * (count + 1);
      const hasLast = (rows - 1) % 2 === key;
      const days = daySerial(through) + 1;
      const movedDays = sum * (days - early) - (hasLast ? rows * (late - early) : 0);
      const first = count > (hasLast ? 1 : 0) ? early : late;
      return count === 0 ? [0, 0, null, null, 0, 0] : [count, sum, hasLast ? late : early, first, sum, movedDays];
    });
    expect(per('customer')).toEqual(expected);
    expect(per('account')).toEqual(expected);
  });
});
