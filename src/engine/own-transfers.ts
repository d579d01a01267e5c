import { rowTable } from './row-table.js';
import { compareContent, hasId, isCredit, isLegCandidate, isSecondLeg, type Tape, wasSecondLeg } from './tape.js';

/** Marks the rows that may be legs of own transfers: the repeated ones (`repeatedRows`) that carry a 流水号. */
export function markLegCandidates(tape: Tape, repeated: Int32Array): void {
  for (const row of repeated) if ((tape.bits[row]! & hasId) !== 0) tape.bits[row]! |= isLegCandidate;
}

/**
 * Marks `isSecondLeg` (afresh) and `wasSecondLeg` (for good) the rows that repeat an own transfer: among the leg candidates that
 * `counts` admits, those of the same customer, 流水号 and day count once. The debit stays, else the larger amount.
 */
export function markSecondLegs(tape: Tape, counts: (row: number) => boolean): void {
  const table = rowTable(
    (row) => tape.idLow[row]! ^ Math.imul(tape.customer[row]!, 0x9e3779b1),
    (a, b) =>
      tape.idLow[a] === tape.idLow[b] &&
      tape.idHigh[a] === tape.idHigh[b] &&
      tape.customer[a] === tape.customer[b] &&
      tape.day[a] === tape.day[b],
  );
  for (let row = 0; row < tape.rows; row += 1) {
    if ((tape.bits[row]! & isLegCandidate) === 0) continue;
    tape.bits[row]! &= ~isSecondLeg;
    if (!counts(row)) continue;
    const held = table.claim(row);
    if (held < 0) continue;
    const keepsHeld = compareLegs(tape, held, row) <= 0;
    if (!keepsHeld) table.replace(row);
    tape.bits[keepsHeld ? row : held]! |= isSecondLeg | wasSecondLeg;
  }
}

/** Negative when `a` is the leg to keep. */
function compareLegs(tape: Tape, a: number, b: number): number {
  const byDirection = (tape.bits[a]! & isCredit) - (tape.bits[b]! & isCredit);
  return byDirection || tape.amount[b]! - tape.amount[a]! || compareContent(tape, a, b);
}
