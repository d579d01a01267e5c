// What is counted of one source while it is read.
import type { Day } from '../model/day.js';
import type { Transaction } from '../model/transaction.js';
import { type LaterRows, newLaterRows } from './later.js';

export interface Tally {
  /** With all their copies. */
  future: number;
  readonly later: LaterRows;
  withoutId: number;
  positiveDebits: number;
  negativeDebits: number;
  from: Day | undefined;
  to: Day | undefined;
}

export function newTally(): Tally {
  return {
    future: 0,
    later: newLaterRows(),
    withoutId: 0,
    positiveDebits: 0,
    negativeDebits: 0,
    from: undefined,
    to: undefined,
  };
}

/** A booking that is kept. */
export function noteTransaction(tally: Tally, booking: Transaction): void {
  const { txnDate, txnId, direction, amountFen, reversal } = booking;
  if (txnId === undefined) tally.withoutId += 1;
  if (tally.from === undefined || txnDate < tally.from) tally.from = txnDate;
  if (tally.to === undefined || txnDate > tally.to) tally.to = txnDate;
  if (direction === 'C') return;
  if (amountFen > 0) tally.positiveDebits += 1;
  // A flagged row is negative because it is a reversal: it says nothing of how the file writes its debits.
  if (amountFen < 0 && reversal === 'normal') tally.negativeDebits += 1;
}
