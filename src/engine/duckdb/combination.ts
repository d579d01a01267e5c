// What all rows have in common whose words and flags are the same: decided once, from the first of them.
import type { Rules } from '../../model/rules.js';
import type { Transaction } from '../../model/transaction.js';
import { type OpenBooking, type Verdict, type WordsDecision, wordsDecider } from '../class-cache.js';
import { isCounter } from '../counter.js';
import { type Fingerprint, fingerprintWords } from '../fingerprint.js';
import { bitsOf, bookingOf } from '../row-writer.js';
import { hasId, isOverCounter } from '../tape.js';
import { rowFlags } from './chunk-columns.js';

export interface Combination {
  /** Of the tape, without `hasId`. */
  readonly bits: number;
  /** The same with a counterparty that is not the customer. */
  readonly otherBits: number;
  /** -1 where the file's sign only tells the direction. */
  readonly sign: 1 | -1;
  readonly isNormal: boolean;
  readonly words: Readonly<Fingerprint>;
  /** With one of these flags a row must be looked at by itself. */
  readonly special: number;
}

/** `amount` is the first row's amount as the file writes it. */
export function combinationReader(rules: Rules): (first: Transaction, amount: number) => Combination {
  const decide = wordsDecider(rules);
  return (first, amount) => {
    const booking = bookingOf(first);
    const decision = decide(booking);
    const counter = isCounter(first.channel) ? isOverCounter : 0;
    const words = { high: 0, low: 0 };
    fingerprintWords(first, words);
    const bits = (verdict: Verdict) => (bitsOf(first, verdict) & ~hasId) | counter;
    return {
      bits: bits(decision.own),
      otherBits: bits(decision.other),
      sign: first.amountFen === amount ? 1 : -1,
      isNormal: first.reversal === 'normal',
      words,
      special: specialFlags(booking, decision, first.amountFen < 0),
    };
  };
}

function specialFlags(booking: OpenBooking, { own, other, readsMemo }: WordsDecision, isRed: boolean): number {
  if (own.class === 'UNKNOWN') return rowFlags.any;
  const mayUndo = isRed || booking.reversal !== 'normal' || own.class === 'REVERSAL' || other.class === 'REVERSAL';
  return (
    (readsMemo ? rowFlags.hasMemo : 0) | (own === other ? 0 : rowFlags.hasParty) | (mayUndo ? rowFlags.hasOriginal : 0)
  );
}
