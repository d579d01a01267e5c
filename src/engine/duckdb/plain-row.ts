// Rows that SQL has read, onto the tape: nothing of them is ever an object.
import { dayFromSerial } from '../../model/day.js';
import type { Tally } from '../tally.js';
import { hasId, isCredit, reserveRows, type Tape } from '../tape.js';
import type { ChunkColumns } from './chunk-columns.js';
import { rowFlags } from './chunk-columns.js';
import type { Combination } from './combination.js';
import { type RowHolders, unmet } from './holding.js';
import type { Lookups } from './lookups.js';
import { unitedHigh, unitedLow } from './particulars.js';

/** First and last day so far, as serials. */
export interface SerialSpan {
  from: number;
  to: number;
}

export function newSpan(): SerialSpan {
  return { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
}

/** What `addTransaction` notes of a booking. */
export function notePlainRow(
  tally: Tally,
  span: SerialSpan,
  columns: ChunkColumns,
  row: number,
  { bits, sign, isNormal }: Combination,
): void {
  const day = columns.day[row]!;
  if (day < span.from) span.from = day;
  if (day > span.to) span.to = day;
  if ((columns.flags[row]! & rowFlags.hasId) === 0) tally.withoutId += 1;
  if ((bits & isCredit) !== 0) return;
  const amount = columns.amount[row]! * sign;
  if (amount > 0) tally.positiveDebits += 1;
  else if (amount < 0 && isNormal) tally.negativeDebits += 1;
}

/**
 * What `addTransaction` does for bookings of TypeScript, for the rows of a chunk from `from` up to but not with `to`. A row with 流水号
 * gets the fingerprint of that for its own where the query gives no other one: the rest is asked for only where several rows carry it
 * (identify.ts).
 */
export function addPlainRows(
  tape: Tape,
  { holding, isOther }: Pick<Lookups, 'holding' | 'isOther'>,
  columns: ChunkColumns,
  holders: RowHolders,
  combinations: readonly (Combination | undefined)[],
  [from, to]: readonly [from: number, to: number],
): void {
  const { customers, accounts } = holders;
  for (let row = from; row < to; row += 1) if (customers[row] === unmet) holding.meet(holders, row);
  reserveRows(tape, to - from);
  const first = tape.rows;
  tape.rows += to - from;
  tape.customer.set(customers.subarray(from, to), first);
  tape.account.set(accounts.subarray(from, to), first);
  tape.day.set(columns.day.subarray(from, to), first);
  tape.time.set(columns.time.subarray(from, to), first);
  tape.text.fill(-1, first, tape.rows);
  for (let row = from; row < to; row += 1) {
    const { bits, otherBits, sign, special, words } = combinations[row]!;
    const isElsewhere = (special & rowFlags.hasParty) !== 0 && isOther?.(columns, row, customers[row]!) === true;
    const own = isElsewhere ? otherBits : bits;
    const [idLow, idHigh] = [columns.id[row * 2]!, columns.id[row * 2 + 1]!];
    const particulars = particularsAt(columns, row);
    const at = first + row - from;
    tape.amount[at] = columns.amount[row]! * sign;
    tape.bits[at] = (columns.flags[row]! & rowFlags.hasId) === 0 ? own : own | hasId;
    tape.idLow[at] = idLow;
    tape.idHigh[at] = idHigh;
    tape.low[at] = particulars === undefined ? idLow : unitedLow(particulars[row * 2]!, words);
    tape.high[at] = particulars === undefined ? idHigh : unitedHigh(particulars[row * 2 + 1]!, words);
  }
}

/** The column that holds the row's fingerprint; undefined where the query gives none. */
function particularsAt({ flags, id, party, particulars }: ChunkColumns, row: number): Uint32Array | undefined {
  if (particulars !== undefined) return particulars;
  if ((flags[row]! & rowFlags.hasCells) !== 0) return party;
  return (flags[row]! & rowFlags.hasId) === 0 ? id : undefined;
}

/** Puts the days of plain rows to those of the other rows. */
export function noteSpan(tally: Tally, span: SerialSpan): void {
  if (span.from > span.to) return;
  const [from, to] = [dayFromSerial(span.from), dayFromSerial(span.to)];
  if (tally.from === undefined || from < tally.from) tally.from = from;
  if (tally.to === undefined || to > tally.to) tally.to = to;
}
