import { compareContent, effectiveAmount, isCancelled, isForeign, type Tape } from './tape.js';

/** Rows of one holder and one amount: reversals in their order, and rows of the opposite amount. */
interface Group {
  readonly reversals: number[];
  readonly originals: number[];
}

/**
 * Gives each reversal, in the order given (earlier first), the nearest earlier original with the opposite amount on the same
 * account (same customer where the reversal names no account), at most `maxDays` before. Marks originals `isCancelled` and returns the
 * reversals that found none. Foreign rows only match foreign rows.
 */
export function pairNearest(
  tape: Tape,
  reversals: readonly number[],
  isOriginal: (row: number) => boolean,
  maxDays: number,
): readonly number[] {
  const withAccount = reversals.filter((row) => tape.account[row]! >= 0);
  const without = reversals.filter((row) => tape.account[row]! < 0);
  return [
    ...pairWithin(tape, tape.account, withAccount, isOriginal, maxDays),
    ...pairWithin(tape, tape.customer, without, isOriginal, maxDays),
  ];
}

function pairWithin(
  tape: Tape,
  holders: Int32Array,
  reversals: readonly number[],
  isOriginal: (row: number) => boolean,
  maxDays: number,
): readonly number[] {
  if (reversals.length === 0) return [];
  const open: number[] = [];
  for (const byAmount of groupsOf(tape, holders, reversals, isOriginal).values()) {
    for (const group of byAmount.values()) open.push(...pairGroup(tape, group, maxDays));
  }
  return open;
}

function groupsOf(
  tape: Tape,
  holders: Int32Array,
  reversals: readonly number[],
  isOriginal: (row: number) => boolean,
): ReadonlyMap<number, ReadonlyMap<number, Group>> {
  const groups = new Map<number, Map<number, Group>>();
  const keyOf = (row: number) => holders[row]! * 2 + ((tape.bits[row]! & isForeign) === 0 ? 0 : 1);
  for (const row of reversals) {
    const key = keyOf(row);
    const byAmount = groups.get(key) ?? new Map<number, Group>();
    groups.set(key, byAmount);
    const amount = effectiveAmount(tape, row);
    const group = byAmount.get(amount) ?? { reversals: [], originals: [] };
    byAmount.set(amount, group);
    group.reversals.push(row);
  }
  for (let row = 0; row < tape.rows; row += 1) {
    if (holders[row]! < 0) continue;
    const group = groups.get(keyOf(row))?.get(-effectiveAmount(tape, row));
    if (group !== undefined && isOriginal(row)) group.originals.push(row);
  }
  return groups;
}

/** Walks through time with a pile of originals not yet used: the top one is always the nearest earlier one. */
function pairGroup(tape: Tape, { reversals, originals }: Group, maxDays: number): readonly number[] {
  originals.sort((a, b) => tape.day[a]! - tape.day[b]! || tape.time[a]! - tape.time[b]! || compareContent(tape, a, b));
  const pile: number[] = [];
  const open: number[] = [];
  let next = 0;
  for (const reversal of reversals) {
    while (next < originals.length && !isLater(tape, originals[next]!, reversal)) {
      pile.push(originals[next]!);
      next += 1;
    }
    const nearest = pile[pile.length - 1];
    if (nearest !== undefined && tape.day[reversal]! - tape.day[nearest]! <= maxDays) {
      pile.pop();
      tape.bits[nearest]! |= isCancelled;
    } else open.push(reversal);
  }
  return open;
}

/** Times decide within a day where both are known. */
function isLater(tape: Tape, original: number, reversal: number): boolean {
  const days = tape.day[original]! - tape.day[reversal]!;
  return days > 0 || (days === 0 && tape.time[reversal]! >= 0 && tape.time[original]! > tape.time[reversal]!);
}
