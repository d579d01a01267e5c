// 64-bit fingerprints of texts and records, in two lanes of 32 bits, so that a row's identity fits into typed arrays.
// Two different records of one customer, account and day share one by a chance of about 10^-8 in a million rows.
import type { Transaction } from '../model/transaction.js';

/** Reused from row to row: nothing is allocated per row. */
export interface Fingerprint {
  high: number;
  low: number;
}

/** Fingerprint of one text, written into `into`. */
export function fingerprintText(text: string, into: Fingerprint): void {
  start(into);
  addText(into, text);
  finish(into);
}

/** Parts of a booking that are numbers already, or whose text was fingerprinted before. */
export interface KnownParts {
  readonly day: number;
  /** Seconds since midnight, -1 = unknown. */
  readonly time: number;
  readonly account: Readonly<Fingerprint>;
  /** Of 流水号; a flag tells whether there is one. */
  readonly idHigh: number;
  readonly idLow: number;
}

/**
 * Fingerprint of every canonical value of a booking, written into `into`, except the customer (resolved elsewhere) and
 * the name of the account's holder, which some layouts state above the table and others not at all.
 */
export function fingerprintTransaction(transaction: Transaction, parts: KnownParts, into: Fingerprint): void {
  start(into);
  addWord(into, parts.day);
  addWord(into, parts.time);
  addWord(into, parts.account.high);
  addWord(into, parts.account.low);
  addWord(into, parts.idHigh);
  addWord(into, parts.idLow);
  addWord(into, flagsOf(transaction));
  addNumber(into, transaction.amountFen);
  addNumber(into, transaction.balanceFen);
  addText(into, transaction.origTxnId);
  addText(into, transaction.currency);
  addText(into, transaction.summary);
  addText(into, transaction.memo);
  addText(into, transaction.txnType);
  addText(into, transaction.channel);
  addText(into, transaction.teller);
  addText(into, transaction.cpName);
  addText(into, transaction.cpAcct);
  finish(into);
}

/**
 * Fingerprint of what many bookings share: words, flags, the sign of the amount. With the particulars of each booking it makes up its
 * identity where another engine reads those.
 */
export function fingerprintWords(transaction: Transaction, into: Fingerprint): void {
  start(into);
  // 流水号 is one of the particulars.
  addWord(into, flagsOf(transaction) & ~idFlag);
  addWord(into, Math.sign(transaction.amountFen));
  addText(into, transaction.currency);
  addText(into, transaction.summary);
  addText(into, transaction.txnType);
  addText(into, transaction.channel);
  finish(into);
}

const idFlag = 4;

function flagsOf({ direction, isForeign, txnId, reversal, trigger }: Transaction): number {
  return (
    (direction === 'C' ? 1 : 0) +
    (isForeign ? 2 : 0) +
    (txnId === undefined ? 0 : idFlag) +
    (reversal === 'normal' ? 0 : reversal === 'reversal' ? 8 : 16) +
    (trigger === undefined ? 0 : trigger === 'active' ? 32 : 64)
  );
}

function start(into: Fingerprint): void {
  into.high = 0x51ed270b;
  into.low = 0x2c1b3c6d;
}

function addText(into: Fingerprint, text: string | undefined): void {
  let { high, low } = into;
  const length = text === undefined ? -1 : text.length;
  for (let at = 0; at < length; at += 1) {
    const unit = (text as string).charCodeAt(at);
    high = Math.imul(high ^ unit, 0x9e3779b1);
    low = Math.imul(low ^ unit, 0x5f356495);
    high ^= high >>> 15;
    low ^= low >>> 13;
  }
  into.high = high;
  into.low = low;
  // The length ends a text, so that 'ab' + 'c' differs from 'a' + 'bc', and a missing text from an empty one.
  addWord(into, length);
}

function addNumber(into: Fingerprint, value: number | undefined): void {
  addWord(into, value === undefined ? 0x7fffffff : Math.floor(value / 4294967296));
  addWord(into, value ?? 0);
}

function addWord(into: Fingerprint, word: number): void {
  const high = Math.imul(into.high ^ word, 0x85ebca6b);
  const low = Math.imul(into.low ^ word, 0xc2b2ae35);
  into.high = high ^ (high >>> 13);
  into.low = low ^ (low >>> 16);
}

function finish(into: Fingerprint): void {
  addWord(into, 0x27d4eb2f);
  addWord(into, 0x165667b1);
}
