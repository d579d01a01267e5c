// Copies of whole rows: looked for when all rows are on the tape.
import { rowTable } from './row-table.js';
import { hasId, type Tape } from './tape.js';

export interface Copies {
  /** Rows, ascending, that have a 流水号 and equal an earlier one in everything. */
  readonly duplicates: readonly number[];
  /**
   * Indexes of the sources that hold equal rows without 流水号, here or in another source. Such rows may be two bookings: they are
   * kept.
   */
  readonly sourcesWithTwins: ReadonlySet<number>;
}

/** Those of the repeated rows (`repeatedRows`) that may be copies, ascending: of one account, too. */
export function suspectedCopies(tape: Tape, repeated: Int32Array): readonly number[] {
  const lowOf = (row: number) => ((tape.bits[row]! & hasId) === 0 ? tape.low : tape.idLow)[row]!;
  const highOf = (row: number) => ((tape.bits[row]! & hasId) === 0 ? tape.high : tape.idHigh)[row]!;
  const table = rowTable(
    (row) => (lowOf(row) ^ Math.imul(tape.account[row]! + 1, 0x9e3779b1) ^ Math.imul(tape.day[row]!, 0x5f356495)) >>> 1,
    (a, b) => lowOf(a) === lowOf(b) && highOf(a) === highOf(b) && isSameHolderAndDay(tape, a, b),
  );
  const suspects = new Set<number>();
  for (const row of repeated) {
    const first = table.claim(row);
    if (first >= 0) suspects.add(first).add(row);
  }
  return [...suspects].sort((a, b) => a - b);
}

/** `starts` holds the first row of every source. */
export function copiesAmong(tape: Tape, suspects: readonly number[], starts: readonly number[]): Copies {
  const duplicates: number[] = [];
  const sourcesWithTwins = new Set<number>();
  const table = rowTable(
    (row) => tape.low[row]!,
    (a, b) => tape.low[a] === tape.low[b] && tape.high[a] === tape.high[b] && isSameHolderAndDay(tape, a, b),
  );
  for (const row of suspects) {
    const first = table.claim(row);
    if (first < 0) continue;
    if ((tape.bits[row]! & hasId) !== 0) duplicates.push(row);
    else sourcesWithTwins.add(sourceOf(first, starts)).add(sourceOf(row, starts));
  }
  return { duplicates, sourcesWithTwins };
}

function isSameHolderAndDay(tape: Tape, a: number, b: number): boolean {
  return tape.customer[a] === tape.customer[b] && tape.account[a] === tape.account[b] && tape.day[a] === tape.day[b];
}

/** Index of the source that holds a row; one without any row holds none. */
function sourceOf(row: number, starts: readonly number[]): number {
  return countBelow(starts, row + 1) - 1;
}

/** How many of these numbers, ascending, are less than `limit`. */
export function countBelow(ascending: readonly number[], limit: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (ascending[middle]! < limit) low = middle + 1;
    else high = middle;
  }
  return low;
}
