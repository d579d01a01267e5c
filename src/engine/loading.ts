// The tape while sources are put on it one after the other; what is counted of each of them.
import type { Day } from '../model/day.js';
import type { Rules } from '../model/rules.js';
import type { Transaction } from '../model/transaction.js';
import type { Ownership, SourceCounts, TransactionSource } from './activity.js';
import { type DuplicateFinder, duplicateFinder } from './duplicates.js';
import { exactSum } from './exact-sum.js';
import { settleRedLetters } from './red-letters.js';
import { type ForeignPrints, type RowWriter, rowWriter } from './row-writer.js';
import { isCredit, isForeign, newTape, type Tape } from './tape.js';

export interface LoadedSource extends SourceCounts {
  readonly file: string;
  /** Kept rows without 流水号. */
  readonly withoutId: number;
  /** Some of them have an identical twin, here or in another source. */
  readonly hasTwins: boolean;
}

export interface Loaded extends Pick<RowWriter, 'holders' | 'texts' | 'origOf'> {
  readonly tape: Tape;
  readonly sources: readonly LoadedSource[];
}

/** What grows while sources are read. */
export interface Loading {
  readonly tape: Tape;
  readonly writer: RowWriter;
  readonly finder: DuplicateFinder;
  /** First row of every source begun so far. */
  readonly starts: number[];
  readonly closed: Omit<LoadedSource, 'hasTwins'>[];
}

export function newLoading(ownership: Ownership, rules: Rules): Loading {
  const tape = newTape();
  const starts: number[] = [];
  return {
    tape,
    writer: rowWriter(tape, ownership, rules),
    finder: duplicateFinder(tape, starts),
    starts,
    closed: [],
  };
}

export function beginSource({ tape, starts }: Loading): Tally {
  starts.push(tape.rows);
  return newTally();
}

/** Puts one booking on the tape, unless it lies in the future or is a copy. `prints` are those of another engine. */
export function addTransaction(
  { tape, writer, finder }: Loading,
  tally: Tally,
  transaction: Transaction,
  asOf: Day,
  prints?: ForeignPrints,
): void {
  if (transaction.txnDate > asOf) {
    tally.future += 1;
    return;
  }
  note(tally, transaction);
  writer.write(transaction);
  if (prints !== undefined) writer.identify(prints);
  if (finder.isDuplicate()) tally.duplicate += 1;
  else {
    tape.rows += 1;
    if (transaction.txnId === undefined) tally.withoutId += 1;
  }
}

/** What is known of one source while it is read. */
export interface Tally {
  future: number;
  duplicate: number;
  withoutId: number;
  positiveDebits: number;
  negativeDebits: number;
  from: Day | undefined;
  to: Day | undefined;
}

function newTally(): Tally {
  return {
    future: 0,
    duplicate: 0,
    withoutId: 0,
    positiveDebits: 0,
    negativeDebits: 0,
    from: undefined,
    to: undefined,
  };
}

function note(tally: Tally, { txnDate, direction, amountFen, reversal }: Transaction): void {
  if (tally.from === undefined || txnDate < tally.from) tally.from = txnDate;
  if (tally.to === undefined || txnDate > tally.to) tally.to = txnDate;
  if (direction === 'C') return;
  if (amountFen > 0) tally.positiveDebits += 1;
  // A flagged row is negative because it is a reversal: it says nothing of how the file writes its debits.
  if (amountFen < 0 && reversal === 'normal') tally.negativeDebits += 1;
}

/** Settles what only a whole source can tell. */
export function endSource(
  { tape, writer, starts, closed }: Loading,
  { file, statedFrom }: TransactionSource,
  tally: Tally,
): void {
  const start = starts[starts.length - 1]!;
  const debits = { positive: tally.positiveDebits, negative: tally.negativeDebits };
  settleRedLetters(tape, start, debits, writer.forgetOriginal);
  const { future, duplicate, withoutId, from, to } = tally;
  const stated = from !== undefined && statedFrom !== undefined && statedFrom < from ? statedFrom : from;
  const coverage = stated === undefined || to === undefined ? null : { from: stated, to };
  closed.push({ file, duplicate, future, coverage, ...sumsFrom(tape, start), withoutId });
}

export function loadedOf({ tape, writer, finder, closed }: Loading): Loaded {
  const { holders, texts, origOf } = writer;
  const sources = closed.map((source, index) => ({ ...source, hasTwins: finder.sourcesWithTwins.has(index) }));
  return { tape, holders, texts, origOf, sources };
}

function sumsFrom(tape: Tape, start: number): { readonly creditFen: number; readonly debitFen: number } {
  let creditFen = 0;
  let debitFen = 0;
  for (let row = start; row < tape.rows; row += 1) {
    const bits = tape.bits[row]!;
    if ((bits & isForeign) !== 0) continue;
    if ((bits & isCredit) !== 0) creditFen = exactSum(creditFen + tape.amount[row]!);
    else debitFen = exactSum(debitFen + tape.amount[row]!);
  }
  return { creditFen, debitFen };
}
