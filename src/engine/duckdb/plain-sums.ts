// Rows that SQL has read, for the row accounting and the control totals of their file.
import type { Walk } from '../../exports/bulk.js';
import { isCredit } from '../tape.js';
import type { Combination } from './combination.js';
import type { BookingFile } from './row-shape.js';

export interface PlainSums {
  /** `amount` as the file writes it. */
  add(combination: Combination, amount: number, cnyAmount: number): void;
  /** Accounts for the rows so far: before the row reader takes the next row, and at the end. */
  pass(): void;
}

export function plainSums({ rows }: Walk, { amounts, columns }: BookingFile): PlainSums {
  const hasDirection = columns.has('dc');
  let count = 0;
  let debit = 0;
  let credit = 0;
  let amountCny = 0;
  return {
    add(combination, amount, cnyAmount) {
      count += 1;
      if ((combination.bits & isCredit) === 0) debit += amount;
      else credit += amount;
      amountCny += cnyAmount;
    },
    pass() {
      const single = (amount: number, dc: 'D' | 'C') => (hasDirection ? { amount, dc } : { amount });
      const values =
        amounts === 'single' ? [single(debit, 'D'), single(credit, 'C')] : [{ expense: debit }, { income: credit }];
      rows.pass(count, [...values, { amountCny }]);
      [count, debit, credit, amountCny] = [0, 0, 0, 0];
    },
  };
}
