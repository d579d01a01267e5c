import { isCredit, reversalClass, type Tape, undoes, undone, withClass } from './tape.js';

/** Signs of the debits of one source, counted over all its rows. */
export interface DebitSigns {
  readonly positive: number;
  readonly negative: number;
}

/**
 * Settles what negative amounts mean in the rows from `start` up to `end` (exclusive), all of one source. Where every debit is negative (two at
 * least), the file writes money out with a minus sign and the amount counts as absolute; elsewhere a negative row is a reversal in
 * red letters. `forget` is told of rows that undo nothing after all.
 */
export function settleRedLetters(
  tape: Tape,
  start: number,
  end: number,
  debits: DebitSigns,
  forget: (row: number) => void,
): void {
  const minusMeansDebit = debits.negative >= 2 && debits.positive === 0;
  for (let row = start; row < end; row += 1) {
    const amount = tape.amount[row]!;
    if (amount >= 0) continue;
    const bits = tape.bits[row]!;
    if (minusMeansDebit && (bits & isCredit) === 0) {
      tape.amount[row] = -amount;
      if ((bits & (undoes | undone)) === 0) forget(row);
    } else {
      tape.bits[row] = withClass(bits, reversalClass) | ((bits & undone) === 0 ? undoes : 0);
    }
  }
}
