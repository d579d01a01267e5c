// A row that SQL has read, onto the tape: nothing of it is ever an object.
import { dayFromSerial } from '../../model/day.js';
import type { Tally } from '../loading.js';
import { hasId, isCredit, reserveRow, type Tape } from '../tape.js';
import type { ChunkColumns } from './chunk-columns.js';
import type { Combination } from './combination.js';
import { unitedHigh, unitedLow } from './particulars.js';
import { rowFlags } from './row-query.js';

/** First and last day so far, as serials. */
export interface SerialSpan {
  from: number;
  to: number;
}

export function newSpan(): SerialSpan {
  return { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
}

/**
 * What `addTransaction` does for a booking of TypeScript; the row must not lie in the future. `bits` are those of its combination. A row
 * with 流水号 gets the fingerprint of that for its own: only where several rows carry it, the rest is asked for (identify.ts).
 */
export function addPlainRow(
  tape: Tape,
  tally: Tally,
  span: SerialSpan,
  columns: ChunkColumns,
  row: number,
  { sign, isNormal, words }: Combination,
  bits: number,
  customer: number,
  account: number,
): void {
  const day = columns.day[row]!;
  const flags = columns.flags[row]!;
  const isIdentified = (flags & rowFlags.hasId) !== 0;
  const isOpen = (flags & (rowFlags.hasId | rowFlags.hasCells)) === rowFlags.hasId;
  const amount = columns.amount[row]! * sign;
  const [idLow, idHigh] = [columns.id[row * 2]!, columns.id[row * 2 + 1]!];
  const at = reserveRow(tape);
  tape.customer[at] = customer;
  tape.account[at] = account;
  tape.day[at] = day;
  tape.time[at] = columns.time[row]!;
  tape.amount[at] = amount;
  tape.bits[at] = isIdentified ? bits | hasId : bits;
  tape.text[at] = -1;
  tape.idLow[at] = idLow;
  tape.idHigh[at] = idHigh;
  tape.low[at] = isOpen ? idLow : unitedLow(columns.particulars[row * 2]!, words);
  tape.high[at] = isOpen ? idHigh : unitedHigh(columns.particulars[row * 2 + 1]!, words);
  tape.rows = at + 1;
  if (day < span.from) span.from = day;
  if (day > span.to) span.to = day;
  if (!isIdentified) tally.withoutId += 1;
  if ((bits & isCredit) !== 0) return;
  if (amount > 0) tally.positiveDebits += 1;
  else if (amount < 0 && isNormal) tally.negativeDebits += 1;
}

/** Puts the days of plain rows to those of the other rows. */
export function noteSpan(tally: Tally, span: SerialSpan): void {
  if (span.from > span.to) return;
  const [from, to] = [dayFromSerial(span.from), dayFromSerial(span.to)];
  if (tally.from === undefined || from < tally.from) tally.from = from;
  if (tally.to === undefined || to > tally.to) tally.to = to;
}
