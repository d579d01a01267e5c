import { type RowTable, rowTable } from './row-table.js';
import {
  classIndex,
  closesAccount,
  compareContent,
  hasId,
  isCancelled,
  isCredit,
  isLegCandidate,
  isSecondLeg,
  reversalClass,
  type Tape,
  wasSecondLeg,
} from './tape.js';

/** Marks the rows that may be legs of own transfers: the repeated ones (`repeatedRows`) that carry a 流水号. */
export function markLegCandidates(tape: Tape, repeated: Int32Array): void {
  for (const row of repeated) if ((tape.bits[row]! & hasId) !== 0) tape.bits[row]! |= isLegCandidate;
}

/**
 * Marks `isSecondLeg` (afresh) and `wasSecondLeg` (for good) the rows that repeat an own transfer: among the leg candidates that
 * `counts` admits, those of the same customer, 流水号 and day count once. The debit stays, else the larger amount.
 */
export function markSecondLegs(tape: Tape, counts: (row: number) => boolean): void {
  const table = legTable(tape);
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

/**
 * Marks `closesAccount` every leg candidate that shares customer, 流水号 and day with a row that closes an account: what arrives elsewhere is
 * part of the closing, whatever its words and class. Reversals must be settled.
 */
export function markClosingLegs(tape: Tape): void {
  const closes = (row: number) =>
    (tape.bits[row]! & (isCancelled | closesAccount)) === closesAccount &&
    classIndex(tape.bits[row]!) !== reversalClass;
  const table = legTable(tape);
  const others: number[] = [];
  let closings = 0;
  for (let row = 0; row < tape.rows; row += 1) {
    if ((tape.bits[row]! & isLegCandidate) === 0) continue;
    if (!closes(row)) others.push(row);
    else if (table.claim(row) < 0) closings += 1;
  }
  if (closings === 0) return;
  for (const row of others) {
    const held = table.claim(row);
    if (held >= 0 && closes(held)) tape.bits[row]! |= closesAccount;
  }
}

/** Legs of one transfer are the same row. */
function legTable(tape: Tape): RowTable {
  return rowTable(
    (row) => tape.idLow[row]! ^ Math.imul(tape.customer[row]!, 0x9e3779b1),
    (a, b) =>
      tape.idLow[a] === tape.idLow[b] &&
      tape.idHigh[a] === tape.idHigh[b] &&
      tape.customer[a] === tape.customer[b] &&
      tape.day[a] === tape.day[b],
  );
}

/** Negative when `a` is the leg to keep. */
function compareLegs(tape: Tape, a: number, b: number): number {
  const byDirection = (tape.bits[a]! & isCredit) - (tape.bits[b]! & isCredit);
  return byDirection || tape.amount[b]! - tape.amount[a]! || compareContent(tape, a, b);
}
