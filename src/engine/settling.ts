// What only all rows together can tell, once the last of them is on the tape: copies, legs, signs, and the counts of each source.
import type { Day } from '../model/day.js';
import type { SourceCounts } from './activity.js';
import { type Copies, copiesAmong, countBelow, suspectedCopies } from './duplicates.js';
import { exactSum } from './exact-sum.js';
import { copiesOfLater } from './later.js';
import type { Loading, SourceFacts } from './loading.js';
import { markLegCandidates } from './own-transfers.js';
import { settleRedLetters } from './red-letters.js';
import { repeatedRows } from './repeated-rows.js';
import type { RowWriter } from './row-writer.js';
import type { Tally } from './tally.js';
import { isCredit, isForeign, removeRows, type Tape } from './tape.js';

export interface LoadedSource extends SourceCounts {
  readonly file: string;
  readonly statesChannel: boolean;
  /** Its coverage is that of 起止日期: there is no row to be counted. */
  readonly isStatedOnly: boolean;
  /** Kept rows without 流水号. */
  readonly withoutId: number;
  /** Some of them have an identical twin, here or in another source. */
  readonly hasTwins: boolean;
}

export interface Loaded extends Pick<RowWriter, 'holders' | 'texts' | 'origOf'> {
  readonly tape: Tape;
  readonly sources: readonly LoadedSource[];
}

/**
 * Settles what only all rows together can tell: takes copies out, then reads the signs of each source. `identify` completes the
 * fingerprints of rows that may be copies, where their engine has left that open.
 */
export async function settleLoading(
  loading: Loading,
  identify?: (suspects: readonly number[]) => Promise<void>,
): Promise<Loaded> {
  const { tape, writer, sources } = loading;
  const repeated = repeatedRows(tape);
  const suspects = suspectedCopies(tape, repeated);
  if (suspects.length > 0) await identify?.(suspects);
  markLegCandidates(tape, repeated);
  const starts = sources.map(({ start }) => start);
  const copies = copiesAmong(tape, suspects, starts);
  removeRows(tape, copies.duplicates);
  const { holders, texts, origOf } = writer;
  const loaded = { tape, holders, texts, origOf: withoutRows(origOf, copies.duplicates) };
  return { ...loaded, sources: closedSources(loading, loaded.origOf, copies, starts) };
}

function closedSources(
  { asOf, tape, sources }: Loading,
  origOf: Map<number, unknown>,
  { duplicates, sourcesWithTwins }: Copies,
  starts: readonly number[],
): readonly LoadedSource[] {
  const rowsBefore = (limit: number) => countBelow(duplicates, limit);
  const laterCopies = copiesOfLater(sources.map(({ tally }) => tally.later));
  return sources.map(({ source, tally }, index) => {
    const [from, to] = [starts[index]!, starts[index + 1] ?? tape.rows + duplicates.length];
    const [start, end] = [from - rowsBefore(from), to - rowsBefore(to)];
    return {
      ...closed(tape, origOf, source, tally, start, end),
      ...coverageOf(source, tally, asOf),
      future: tally.future - laterCopies[index]!,
      duplicate: to - from - (end - start) + laterCopies[index]!,
      hasTwins: sourcesWithTwins.has(index),
    };
  });
}

function closed(
  tape: Tape,
  origOf: Map<number, unknown>,
  { file, statesChannel = true }: SourceFacts,
  tally: Tally,
  start: number,
  end: number,
): Omit<LoadedSource, 'duplicate' | 'future' | 'hasTwins' | 'coverage' | 'isStatedOnly'> {
  const debits = { positive: tally.positiveDebits, negative: tally.negativeDebits };
  settleRedLetters(tape, start, end, debits, (row) => origOf.delete(row));
  return { file, statesChannel, ...sumsOf(tape, start, end), withoutId: tally.withoutId };
}

/** From the first row or the stated day before it, to the last row (clarification 16). */
function coverageOf(
  { statedFrom, statedTo }: SourceFacts,
  { from, to }: Tally,
  asOf: Day,
): Pick<LoadedSource, 'coverage' | 'isStatedOnly'> {
  if (from !== undefined && to !== undefined) {
    const stated = statedFrom !== undefined && statedFrom < from ? statedFrom : from;
    return { coverage: { from: stated, to }, isStatedOnly: false };
  }
  if (statedFrom === undefined || statedFrom > asOf) return { coverage: null, isStatedOnly: true };
  const last = statedTo === undefined || statedTo < statedFrom ? statedFrom : statedTo;
  return { coverage: { from: statedFrom, to: last > asOf ? asOf : last }, isStatedOnly: true };
}

/** The same entries, under the numbers that their rows have when `removed` (ascending) are gone. */
function withoutRows<V>(entries: ReadonlyMap<number, V>, removed: readonly number[]): Map<number, V> {
  const gone = new Set(removed);
  return new Map(
    [...entries].flatMap(([row, value]) => (gone.has(row) ? [] : [[row - countBelow(removed, row), value]])),
  );
}

function sumsOf(tape: Tape, start: number, end: number): { readonly creditFen: number; readonly debitFen: number } {
  let creditFen = 0;
  let debitFen = 0;
  for (let row = start; row < end; row += 1) {
    const bits = tape.bits[row]!;
    if ((bits & isForeign) !== 0) continue;
    if ((bits & isCredit) !== 0) creditFen = exactSum(creditFen + tape.amount[row]!);
    else debitFen = exactSum(debitFen + tape.amount[row]!);
  }
  return { creditFen, debitFen };
}
