import { compareContent, effectiveAmount, hasId, isCancelled, isForeign, repeatsSign, type Tape } from './tape.js';

/** How well the amounts of a reversal and its original must agree; tried in this order over all reversals. */
const agreements: readonly ((reversal: number, original: number) => boolean)[] = [
  (reversal, original) => reversal === -original,
  (reversal, original) => reversal === original,
  () => true,
];

/**
 * Gives each reversal, in the order given, the row that its 原流水号 names on the same account or customer, whatever its day. Several
 * rows may carry that number (a booking and its fee): the opposite amount goes first, then the same amount (cores that repeat the
 * sign), then any. Marks originals `isCancelled`, reversals with their sign `repeatsSign`, and returns the reversals that found none.
 */
export function pairById(
  tape: Tape,
  origOf: ReadonlyMap<number, readonly [number, number]>,
  reversals: readonly number[],
  isOriginal: (row: number) => boolean,
): readonly number[] {
  const candidates = candidatesOf(tape, origOf, reversals, isOriginal);
  if (candidates.size === 0) return reversals;
  const paired = new Set<number>();
  for (const agrees of agreements) {
    for (const reversal of reversals) {
      if (paired.has(reversal)) continue;
      const amount = effectiveAmount(tape, reversal);
      const fitting = (candidates.get(keyOf(origOf.get(reversal))) ?? []).filter(
        (row) =>
          (tape.bits[row]! & isCancelled) === 0 &&
          isSameHolder(tape, reversal, row) &&
          agrees(amount, effectiveAmount(tape, row)),
      );
      if (fitting.length === 0) continue;
      const original = fitting.reduce((a, b) => (prefer(tape, reversal, a, b) <= 0 ? a : b));
      tape.bits[original]! |= isCancelled;
      if (amount * effectiveAmount(tape, original) > 0) tape.bits[reversal]! |= repeatsSign;
      paired.add(reversal);
    }
  }
  return reversals.filter((row) => !paired.has(row));
}

/** Those of the rows whose 原流水号 names a booking of the same holder and the opposite amount. */
export function namesOpposite(
  tape: Tape,
  origOf: ReadonlyMap<number, readonly [number, number]>,
  rows: readonly number[],
  isOriginal: (row: number) => boolean,
): readonly number[] {
  const candidates = candidatesOf(tape, origOf, rows, isOriginal);
  return rows.filter((row) =>
    candidates
      .get(keyOf(origOf.get(row)))
      ?.some((other) => isSameHolder(tape, row, other) && effectiveAmount(tape, row) === -effectiveAmount(tape, other)),
  );
}

/** Rows that carry a number which some reversal names. */
function candidatesOf(
  tape: Tape,
  origOf: ReadonlyMap<number, readonly [number, number]>,
  reversals: readonly number[],
  isOriginal: (row: number) => boolean,
): ReadonlyMap<string, readonly number[]> {
  const wanted = new Map<string, number[]>();
  const lows = new Set<number>();
  for (const row of reversals) {
    const orig = origOf.get(row);
    if (orig === undefined) continue;
    wanted.set(keyOf(orig), []);
    lows.add(orig[1]);
  }
  for (let row = 0; lows.size > 0 && row < tape.rows; row += 1) {
    if ((tape.bits[row]! & hasId) === 0 || !lows.has(tape.idLow[row]!) || !isOriginal(row)) continue;
    wanted.get(keyOf([tape.idHigh[row]!, tape.idLow[row]!]))?.push(row);
  }
  return wanted;
}

function keyOf(id: readonly [number, number] | undefined): string {
  return id === undefined ? '' : `${id[0]} ${id[1]}`;
}

function isSameHolder(tape: Tape, a: number, b: number): boolean {
  if ((tape.bits[a]! & isForeign) !== (tape.bits[b]! & isForeign)) return false;
  return isSameAccount(tape, a, b) || (tape.customer[a]! >= 0 && tape.customer[a] === tape.customer[b]);
}

function isSameAccount(tape: Tape, a: number, b: number): boolean {
  return tape.account[a]! >= 0 && tape.account[a] === tape.account[b];
}

/** Negative when `a` is the better original: same account, then not after the reversal, then later day, later time, content. */
function prefer(tape: Tape, reversal: number, a: number, b: number): number {
  const byAccount = Number(isSameAccount(tape, reversal, b)) - Number(isSameAccount(tape, reversal, a));
  // 流水号 that start anew every day name many rows.
  const day = tape.day[reversal]!;
  const byPast = Number(tape.day[a]! > day) - Number(tape.day[b]! > day);
  const byTime = tape.day[b]! - tape.day[a]! || tape.time[b]! - tape.time[a]!;
  return byAccount || byPast || byTime || compareContent(tape, b, a);
}
