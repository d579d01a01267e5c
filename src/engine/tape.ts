// The compact memory of all bookings. A duplicate, a reversal or an own transfer is a property of two rows wherever they stand,
// so every row must be remembered until the last one is read: 46 bytes each, in typed arrays, plus 7 to 13 bytes for a while when equal
// rows are looked for. No object and no string of a row is kept. What else grows: the names of customers and accounts,
// the distinct texts of unknown summaries (40 characters each), and 原流水号 of reversals.
import { txnClasses } from '../model/transaction.js';
import type { Fingerprint } from './fingerprint.js';
import { free } from './free.js';

/** Columns of one value per row; `rows` says how many are filled. */
export interface Tape {
  rows: number;
  /** Index of the customer, -1 = belongs to no known customer. */
  customer: Int32Array;
  /** Index of the account, -1 = the row names none. */
  account: Int32Array;
  /** `daySerial`. */
  day: Int32Array;
  /** Seconds since midnight, -1 = unknown. */
  time: Int32Array;
  /** 分, as written while its file is read; afterwards negative for red letters only. */
  amount: Float64Array;
  /** The constants below. */
  bits: Uint16Array;
  /** Index of the text of an UNKNOWN row, else -1. */
  text: Int32Array;
  /** Fingerprint of 流水号, where `hasId`. */
  idHigh: Uint32Array;
  idLow: Uint32Array;
  /** Fingerprint of the whole record: tells rows apart. */
  high: Uint32Array;
  low: Uint32Array;
  /** Fingerprints of account numbers, by account. */
  accountPrints: readonly Readonly<Fingerprint>[];
}

const classMask = 7;
export const isCredit = 8;
export const isForeign = 16;
export const hasId = 32;
/** Undoes another row (flag, words or red letters). */
export const undoes = 64;
/** Was undone by another row. */
export const undone = 128;
/** Original of a matched reversal. */
export const isCancelled = 256;
/** Second leg of an own transfer, in the measures being walked. */
export const isSecondLeg = 512;
/** Second leg of an own transfer in any measure. */
export const wasSecondLeg = 1024;
/** Booked over the counter. */
export const isOverCounter = 2048;
/** Undoes a row, but is written with the sign of that row. */
export const repeatsSign = 4096;

/** May be a leg of an own transfer: shares customer, 流水号 and day with another row. */
export const isLegCandidate = 8192;
/** Closes an account (销户). */
export const closesAccount = 16384;

/** Index into `txnClasses` from a row's bits. */
export function classIndex(bits: number): number {
  return bits & classMask;
}

/** The bits with another class. */
export function withClass(bits: number, index: number): number {
  return (bits & ~classMask) | index;
}

export const reversalClass = txnClasses.indexOf('REVERSAL');
export const unknownClass = txnClasses.indexOf('UNKNOWN');

export function newTape(capacity = 1024): Tape {
  return {
    rows: 0,
    customer: new Int32Array(capacity),
    account: new Int32Array(capacity),
    day: new Int32Array(capacity),
    time: new Int32Array(capacity),
    amount: new Float64Array(capacity),
    bits: new Uint16Array(capacity),
    text: new Int32Array(capacity),
    idHigh: new Uint32Array(capacity),
    idLow: new Uint32Array(capacity),
    high: new Uint32Array(capacity),
    low: new Uint32Array(capacity),
    accountPrints: [],
  };
}

/** Makes room for one more row at `tape.rows`; the caller fills it and counts it. Grows by half. */
export function reserveRow(tape: Tape): number {
  const { rows } = tape;
  if (rows === tape.customer.length) enlarge(tape, rows + (rows >> 1));
  return rows;
}

function enlarge(tape: Tape, capacity: number): void {
  tape.customer = grown(tape.customer, new Int32Array(capacity));
  tape.account = grown(tape.account, new Int32Array(capacity));
  tape.day = grown(tape.day, new Int32Array(capacity));
  tape.time = grown(tape.time, new Int32Array(capacity));
  tape.amount = grown(tape.amount, new Float64Array(capacity));
  tape.bits = grown(tape.bits, new Uint16Array(capacity));
  tape.text = grown(tape.text, new Int32Array(capacity));
  tape.idHigh = grown(tape.idHigh, new Uint32Array(capacity));
  tape.idLow = grown(tape.idLow, new Uint32Array(capacity));
  tape.high = grown(tape.high, new Uint32Array(capacity));
  tape.low = grown(tape.low, new Uint32Array(capacity));
}

function grown<A extends ArrayBufferView & { set(from: A): void }>(from: A, to: A): A {
  to.set(from);
  free([from]);
  return to;
}

/** Makes room for `more` rows behind the last one. */
export function reserveRows(tape: Tape, more: number): void {
  const needed = tape.rows + more;
  if (needed > tape.customer.length) enlarge(tape, Math.max(needed, tape.rows + (tape.rows >> 1)));
}

/** Takes rows out; `rows` ascending. */
export function removeRows(tape: Tape, rows: readonly number[]): void {
  const columns = columnsOf(tape);
  for (const [at, row] of rows.entries()) {
    const next = rows[at + 1] ?? tape.rows;
    for (const column of columns) column.copyWithin(row - at, row + 1, next);
  }
  tape.rows -= rows.length;
}

function columnsOf({ customer, account, day, time, amount, bits, text, idHigh, idLow, high, low }: Tape) {
  return [customer, account, day, time, amount, bits, text, idHigh, idLow, high, low];
}

/** Money in counts positive, money out negative; red letters turn the sign. */
export function effectiveAmount(tape: Tape, row: number): number {
  const amount = tape.amount[row]!;
  return (tape.bits[row]! & isCredit) === 0 ? -amount : amount;
}

/** What the booking did to the balance; `effectiveAmount`, except for a reversal that repeats the sign of what it undoes. */
export function movedAmount(tape: Tape, row: number): number {
  const amount = effectiveAmount(tape, row);
  return (tape.bits[row]! & repeatsSign) === 0 ? amount : -amount;
}

/** Flagged as undone, and no reversal of it is there: in the end the balance stayed as it was. */
export function leftNoTrace(tape: Tape, row: number): boolean {
  return (tape.bits[row]! & (undone | isCancelled)) === undone;
}

const contentBits = classMask | isCredit | isForeign | hasId | undoes | undone | isOverCounter | closesAccount;

/**
 * Order by content, for rows that nothing else tells apart: first everything that a figure may depend on, so that engines with
 * fingerprints of their own choose alike.
 */
export function compareContent(tape: Tape, a: number, b: number): number {
  return (
    (tape.bits[a]! & contentBits) - (tape.bits[b]! & contentBits) ||
    tape.amount[a]! - tape.amount[b]! ||
    compareAccounts(tape, a, b) ||
    tape.high[a]! - tape.high[b]! ||
    tape.low[a]! - tape.low[b]!
  );
}

function compareAccounts(tape: Tape, a: number, b: number): number {
  const one = tape.accountPrints[tape.account[a]!];
  const other = tape.accountPrints[tape.account[b]!];
  if (one === undefined || other === undefined) return Number(one === undefined) - Number(other === undefined);
  return one.high - other.high || one.low - other.low;
}
