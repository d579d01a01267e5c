// A row that SQL has read, onto the tape: nothing of it is ever an object.
import { dayFromSerial } from '../../model/day.js';
import type { Tally } from '../loading.js';
import { hasId, isCredit, reserveRow, type Tape } from '../tape.js';
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
 * What `addTransaction` does for a booking of TypeScript. A row with 流水号 gets the fingerprint of that for its own where the query
 * gives no other one: the rest is asked for only where several rows carry it (identify.ts).
 */
export function addPlainRow(
  tape: Tape,
  { holding, isOther }: Pick<Lookups, 'holding' | 'isOther'>,
  columns: ChunkColumns,
  row: number,
  holders: RowHolders,
  { bits, otherBits, sign, special, words }: Combination,
): void {
  if (holders.customers[row] === unmet) holding.meet(holders, row);
  const customer = holders.customers[row]!;
  const isElsewhere = (special & rowFlags.hasParty) !== 0 && isOther?.(columns, row, customer) === true;
  const own = isElsewhere ? otherBits : bits;
  const [idLow, idHigh] = [columns.id[row * 2]!, columns.id[row * 2 + 1]!];
  const particulars = particularsAt(columns, row);
  const at = reserveRow(tape);
  tape.customer[at] = customer;
  tape.account[at] = holders.accounts[row]!;
  tape.day[at] = columns.day[row]!;
  tape.time[at] = columns.time[row]!;
  tape.amount[at] = columns.amount[row]! * sign;
  tape.bits[at] = (columns.flags[row]! & rowFlags.hasId) === 0 ? own : own | hasId;
  tape.text[at] = -1;
  tape.idLow[at] = idLow;
  tape.idHigh[at] = idHigh;
  tape.low[at] = particulars === undefined ? idLow : unitedLow(particulars[row * 2]!, words);
  tape.high[at] = particulars === undefined ? idHigh : unitedHigh(particulars[row * 2 + 1]!, words);
  tape.rows = at + 1;
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
