// First pass: every booking of every source goes onto the tape, classified, without future rows and duplicates.
import type { Day } from '../model/day.js';
import type { Rules } from '../model/rules.js';
import type { Transaction } from '../model/transaction.js';
import type { Ownership, SourceCounts, TransactionSource } from './activity.js';
import { duplicateFinder } from './duplicates.js';
import { exactSum } from './exact-sum.js';
import { settleRedLetters } from './red-letters.js';
import { type RowWriter, rowWriter } from './row-writer.js';
import { isCredit, isForeign, newTape, type Tape } from './tape.js';

export interface LoadedSource extends SourceCounts {
  readonly file: string;
  /** Kept rows without 流水号. */
  readonly withoutId: number;
  /** Some of them have an identical twin, here or in another source. */
  readonly hasTwins: boolean;
}

export interface Loaded extends Omit<RowWriter, 'write' | 'forgetOriginal'> {
  readonly tape: Tape;
  readonly sources: readonly LoadedSource[];
}

/** Reads all sources in their order; the tape, except the order of its rows, does not depend on how rows are spread over sources. */
export async function loadSources(
  sources: readonly TransactionSource[],
  ownership: Ownership,
  rules: Rules,
  asOf: Day,
): Promise<Loaded> {
  const tape = newTape();
  const writer = rowWriter(tape, ownership, rules);
  const starts: number[] = [];
  const finder = duplicateFinder(tape, starts);
  const loaded: Omit<LoadedSource, 'hasTwins'>[] = [];
  for (const source of sources) {
    starts.push(tape.rows);
    const tally = newTally();
    for await (const batch of source.rows()) {
      for (const transaction of batch) {
        if (transaction.txnDate > asOf) tally.future += 1;
        else {
          note(tally, transaction);
          writer.write(transaction);
          if (finder.isDuplicate()) tally.duplicate += 1;
          else keep(tape, tally, transaction);
        }
      }
    }
    loaded.push(closeSource(source, tape, starts[starts.length - 1]!, tally, writer));
  }
  const { holders, texts, origOf } = writer;
  const withTwins = loaded.map((source, index) => ({ ...source, hasTwins: finder.sourcesWithTwins.has(index) }));
  return { tape, holders, texts, origOf, sources: withTwins };
}

/** What is known of one source while it is read. */
interface Tally {
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

function keep(tape: Tape, tally: Tally, { txnId }: Transaction): void {
  tape.rows += 1;
  if (txnId === undefined) tally.withoutId += 1;
}

function closeSource(
  { file, statedFrom }: TransactionSource,
  tape: Tape,
  start: number,
  tally: Tally,
  writer: RowWriter,
): Omit<LoadedSource, 'hasTwins'> {
  const debits = { positive: tally.positiveDebits, negative: tally.negativeDebits };
  settleRedLetters(tape, start, debits, writer.forgetOriginal);
  const { future, duplicate, withoutId, from, to } = tally;
  const stated = from !== undefined && statedFrom !== undefined && statedFrom < from ? statedFrom : from;
  const coverage = stated === undefined || to === undefined ? null : { from: stated, to };
  return { file, duplicate, future, coverage, ...sumsFrom(tape, start), withoutId };
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
