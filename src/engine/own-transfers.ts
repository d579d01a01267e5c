import { repeatedRows } from './repeated-rows.js';
import { rowTable } from './row-table.js';
import { compareContent, hasId, isCredit, isSecondLeg, type Tape, wasSecondLeg } from './tape.js';

/**
 * Marks `isSecondLeg` (afresh) and `wasSecondLeg` (for good) the rows that repeat an own transfer: among the `candidates` (`legCandidates`) that `counts` admits, those of the same customer, 流水号 and day count
 * once. The debit stays, else the larger amount.
 */
export function markSecondLegs(tape: Tape, candidates: Int32Array, counts: (row: number) => boolean): void {
  const table = rowTable(
    (row) => legKey(tape, row),
    (a, b) =>
      tape.idLow[a] === tape.idLow[b] &&
      tape.idHigh[a] === tape.idHigh[b] &&
      tape.customer[a] === tape.customer[b] &&
      tape.day[a] === tape.day[b],
  );
  for (const row of candidates) {
    tape.bits[row]! &= ~isSecondLeg;
    if (!counts(row)) continue;
    const held = table.claim(row);
    if (held < 0) continue;
    const keepsHeld = compareLegs(tape, held, row) <= 0;
    if (!keepsHeld) table.replace(row);
    tape.bits[keepsHeld ? row : held]! |= isSecondLeg | wasSecondLeg;
  }
}

/** The rows that may be legs of own transfers: those that share customer and 流水号 with another one, and by chance a few more. */
export function legCandidates(tape: Tape): Int32Array {
  return repeatedRows(tape, (row) => ((tape.bits[row]! & hasId) === 0 ? -1 : legKey(tape, row)));
}

function legKey(tape: Tape, row: number): number {
  return (tape.idLow[row]! ^ Math.imul(tape.customer[row]!, 0x9e3779b1)) >>> 1;
}

/** Negative when `a` is the leg to keep. */
function compareLegs(tape: Tape, a: number, b: number): number {
  const byDirection = (tape.bits[a]! & isCredit) - (tape.bits[b]! & isCredit);
  return byDirection || tape.amount[b]! - tape.amount[a]! || compareContent(tape, a, b);
}
