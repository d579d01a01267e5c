import { rowTable } from './row-table.js';
import { hasId, type Tape } from './tape.js';

/** Finds copies of whole rows while the tape is written. */
export interface DuplicateFinder {
  /**
   * True when the row just written (not yet counted in `tape.rows`) has a 流水号 and equals an earlier one in everything.
   * Equal rows without 流水号 may be two bookings: they are kept, and their sources remembered.
   */
  isDuplicate(): boolean;
  /** Indexes of the sources that hold equal rows without 流水号, here or in another source. */
  readonly sourcesWithTwins: ReadonlySet<number>;
}

/** `starts` holds the first row of every source begun so far; it grows while the sources are read. */
export function duplicateFinder(tape: Tape, starts: readonly number[]): DuplicateFinder {
  const sourcesWithTwins = new Set<number>();
  const table = rowTable(
    (row) => tape.low[row]!,
    (a, b) =>
      tape.low[a] === tape.low[b] &&
      tape.high[a] === tape.high[b] &&
      tape.customer[a] === tape.customer[b] &&
      tape.account[a] === tape.account[b] &&
      tape.day[a] === tape.day[b],
  );
  function isDuplicate(): boolean {
    const first = table.claim(tape.rows);
    if (first < 0) return false;
    if ((tape.bits[tape.rows]! & hasId) !== 0) return true;
    sourcesWithTwins.add(sourceOf(first, starts)).add(starts.length - 1);
    return false;
  }
  return { isDuplicate, sourcesWithTwins };
}

function sourceOf(row: number, starts: readonly number[]): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (starts[middle]! <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}
