// Reversals and what they undo (DOMAIN.md §5.2). Both legs leave every measure.
import { namesOpposite, pairById } from './pair-by-id.js';
import { pairNearest } from './pair-nearest.js';
import { classIndex, compareContent, isCancelled, reversalClass, type Tape, undoes, undone } from './tape.js';

export interface ReversalCounts {
  readonly pairs: number;
  /** Reversals without original, and rows flagged as undone whose reversal is missing. */
  readonly unmatched: number;
  /** Of these, rows flagged as undone. */
  readonly unmatchedUndone: number;
}

/**
 * Finds the original of every reversal and marks it `isCancelled`. A row flagged 被冲正 whose 原流水号 names an ordinary booking of the opposite
 * amount is a reversal itself: 2 is 隔日冲正 at some banks. The other rows flagged 被冲正 are paired first, then ordinary rows are
 * searched: by 原流水号 on the same account or customer without a limit of days, else the nearest earlier row of the same account with the
 * opposite amount, at most `maxDays` before. Each original is used once; the order of rows never matters.
 */
export function cancelReversed(
  tape: Tape,
  origOf: ReadonlyMap<number, readonly [number, number]>,
  maxDays: number,
): ReversalCounts {
  const reversals: number[] = [];
  const flagged: number[] = [];
  for (let row = 0; row < tape.rows; row += 1) {
    const bits = tape.bits[row]!;
    if ((bits & undoes) !== 0) reversals.push(row);
    if ((bits & undone) !== 0) flagged.push(row);
  }
  const isFlagged = (row: number) => (tape.bits[row]! & (undone | isCancelled)) === undone;
  const isOrdinary = (row: number) =>
    (tape.bits[row]! & isCancelled) === 0 && classIndex(tape.bits[row]!) !== reversalClass;
  const undoing = namesOpposite(tape, origOf, flagged, isOrdinary);
  for (const row of undoing) tape.bits[row] = (tape.bits[row]! & ~undone) | undoes;
  reversals.push(...undoing);
  const undoneRows = flagged.length - undoing.length;
  if (reversals.length === 0) return { pairs: 0, unmatched: undoneRows, unmatchedUndone: undoneRows };
  let open: readonly number[] = reversals.sort((a, b) => compareReversals(tape, a, b));
  open = pairById(tape, origOf, open, isFlagged);
  open = pairNearest(tape, open, isFlagged, Number.POSITIVE_INFINITY);
  const pairsOfFlagged = reversals.length - open.length;
  open = pairById(tape, origOf, open, isOrdinary);
  open = pairNearest(tape, open, isOrdinary, maxDays);
  const unmatchedUndone = undoneRows - pairsOfFlagged;
  return { pairs: reversals.length - open.length, unmatched: open.length + unmatchedUndone, unmatchedUndone };
}

/** A total order by day, time (unknown: end of the day) and content. */
function compareReversals(tape: Tape, a: number, b: number): number {
  return tape.day[a]! - tape.day[b]! || endTime(tape, a) - endTime(tape, b) || compareContent(tape, a, b);
}

function endTime(tape: Tape, row: number): number {
  return tape.time[row]! < 0 ? 86400 : tape.time[row]!;
}
