// The tape while sources are put on it one after the other.
import type { Day } from '../model/day.js';
import type { Rules } from '../model/rules.js';
import type { Transaction } from '../model/transaction.js';
import type { Ownership, TransactionSource } from './activity.js';
import { type LaterBookings, laterBookings } from './later.js';
import { type ForeignPrints, type RowWriter, rowWriter } from './row-writer.js';
import { newTally, noteTransaction, type Tally } from './tally.js';
import { newTape, type Tape } from './tape.js';

/** What grows while sources are read. */
export interface Loading {
  readonly asOf: Day;
  readonly tape: Tape;
  readonly writer: RowWriter;
  readonly later: LaterBookings;
  readonly sources: readonly SourceLoading[];
}

/** What a source says of itself. */
export type SourceFacts = Pick<TransactionSource, 'file' | 'statedFrom' | 'statedTo' | 'statesChannel'>;

/** One source on the tape, from its first row to the first of the next one. */
export interface SourceLoading {
  readonly source: SourceFacts;
  readonly start: number;
  readonly tally: Tally;
}

export function newLoading(
  ownership: Ownership,
  rules: Rules,
  asOf: Day,
): Loading & { readonly sources: SourceLoading[] } {
  const tape = newTape();
  return { asOf, tape, writer: rowWriter(tape, ownership, rules), later: laterBookings(ownership), sources: [] };
}

/** All rows from now on are of this source. */
export function beginSource({ tape, sources }: ReturnType<typeof newLoading>, source: SourceFacts): Tally {
  const tally = newTally();
  sources.push({ source, start: tape.rows, tally });
  return tally;
}

/** Puts one booking on the tape, unless it lies in the future. `prints` are those of another engine. */
export function addTransaction(
  { tape, writer, later }: Pick<Loading, 'tape' | 'writer' | 'later'>,
  tally: Tally,
  transaction: Transaction,
  asOf: Day,
  prints?: ForeignPrints,
): void {
  if (transaction.txnDate > asOf) {
    tally.future += 1;
    if (transaction.txnId !== undefined) later.note(tally.later, transaction, prints?.id);
    return;
  }
  noteTransaction(tally, transaction);
  writer.write(transaction);
  if (prints !== undefined) writer.identify(prints);
  tape.rows += 1;
}
