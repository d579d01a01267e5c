// A row that SQL has read, onto the tape: nothing of it is ever an object.
import { dayFromSerial } from '../../model/day.js';
import type { Loading, Tally } from '../loading.js';
import { hasId, isCredit, reserveRow } from '../tape.js';
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

/** What `addTransaction` does for a booking of TypeScript; the row must not lie in the future. */
export function addPlainRow(
  { tape, writer, finder }: Loading,
  tally: Tally,
  span: SerialSpan,
  columns: ChunkColumns,
  row: number,
  combination: Combination,
  customer: number,
  account: number,
): void {
  const day = columns.day[row]!;
  const isIdentified = (columns.flags[row]! & rowFlags.hasId) !== 0;
  const amount = columns.amount[row]! * combination.sign;
  const at = reserveRow(tape);
  tape.customer[at] = customer;
  tape.account[at] = account;
  tape.day[at] = day;
  tape.time[at] = columns.time[row]!;
  tape.amount[at] = amount;
  tape.bits[at] = isIdentified ? combination.bits | hasId : combination.bits;
  tape.text[at] = -1;
  tape.idLow[at] = columns.id[row * 2]!;
  tape.idHigh[at] = columns.id[row * 2 + 1]!;
  tape.low[at] = unitedLow(columns.particulars[row * 2]!, combination.words);
  tape.high[at] = unitedHigh(columns.particulars[row * 2 + 1]!, combination.words);
  if (day < span.from) span.from = day;
  if (day > span.to) span.to = day;
  if ((combination.bits & isCredit) === 0) {
    if (amount > 0) tally.positiveDebits += 1;
    else if (amount < 0 && combination.isNormal) tally.negativeDebits += 1;
  }
  if (writer.origOf.size > 0) writer.forgetOriginal(at);
  if (finder.isDuplicate()) {
    tally.duplicate += 1;
    return;
  }
  tape.rows += 1;
  if (!isIdentified) tally.withoutId += 1;
}

/** Puts the days of plain rows to those of the other rows. */
export function noteSpan(tally: Tally, span: SerialSpan): void {
  if (span.from > span.to) return;
  const [from, to] = [dayFromSerial(span.from), dayFromSerial(span.to)];
  if (tally.from === undefined || from < tally.from) tally.from = from;
  if (tally.to === undefined || to > tally.to) tally.to = to;
}
