import { daySerial } from '../model/day.js';
import type { Rules } from '../model/rules.js';
import { type Transaction, txnClasses } from '../model/transaction.js';
import type { Ownership } from './activity.js';
import { type OpenBooking, rememberingClassifier, type Verdict } from './class-cache.js';
import { isAutomatic } from './classify.js';
import { isCounter } from './counter.js';
import { type Fingerprint, fingerprintText, fingerprintTransaction } from './fingerprint.js';
import { type Holders, holdersOf } from './holders.js';
import { hasOtherParty } from './other-party.js';
import {
  classIndex,
  closesAccount,
  hasId,
  isCredit,
  isForeign,
  isOverCounter,
  reserveRow,
  reversalClass,
  type Tape,
  undoes,
  undone,
  unknownClass,
} from './tape.js';
import { keptSummary } from './unknown-summaries.js';

/** Puts bookings on the tape; what a row needs beyond its columns is kept here. */
export interface RowWriter {
  readonly holders: Holders;
  /** Texts of UNKNOWN rows, by `tape.text`; names that the row itself states are masked. */
  readonly texts: readonly string[];
  /** Fingerprint of 原流水号 (high, low) of rows that may undo another one. */
  readonly origOf: ReadonlyMap<number, readonly [high: number, low: number]>;
  /** Fills the row after the last one; it counts only when the caller adds 1 to `tape.rows`. */
  write(transaction: Transaction): void;
  /** Gives the row after the last one fingerprints of another engine. */
  identify(prints: ForeignPrints): void;
}

/** Fingerprints of one row that were not made here; `orig` only counts where the row keeps its 原流水号. */
export interface ForeignPrints {
  readonly row: Readonly<Fingerprint>;
  readonly id: Readonly<Fingerprint>;
  readonly orig: Readonly<Fingerprint>;
}

export function rowWriter(tape: Tape, ownership: Ownership, rules: Rules): RowWriter {
  const holders = holdersOf(ownership);
  tape.accountPrints = holders.prints;
  const classOf = rememberingClassifier(rules);
  const serialOf = remembered(daySerial);
  const overCounter = remembered(isCounter);
  const texts: string[] = [];
  const textIndex = new Map<string, number>();
  const origOf = new Map<number, readonly [number, number]>();
  const print: Fingerprint = { high: 0, low: 0 };

  function textOf(transaction: Transaction, customer: number): number {
    const { summary, txnType, cpName, holderName } = transaction;
    const ownName = ownership.nameOf.get(holders.customers[customer] ?? '');
    const text = keptSummary(summary ?? txnType ?? '', [cpName, holderName, ownName]);
    const known = textIndex.get(text);
    if (known !== undefined) return known;
    textIndex.set(text, texts.length);
    return texts.push(text) - 1;
  }

  function keepOriginal(row: number, transaction: Transaction, bits: number): void {
    const mayUndo = (bits & (undoes | undone)) !== 0 || transaction.amountFen < 0;
    if (transaction.origTxnId === undefined || !mayUndo) return;
    fingerprintText(transaction.origTxnId, print);
    origOf.set(row, [print.high >>> 0, print.low >>> 0]);
  }

  function write(transaction: Transaction): void {
    const row = reserveRow(tape);
    const account = holders.accountOf(transaction);
    const customer = holders.customerOf(transaction, account);
    const fromOther = () => hasOtherParty(transaction, holders.customers[customer], ownership);
    const counter = overCounter(transaction.channel) ? isOverCounter : 0;
    const bits = bitsOf(transaction, classOf(bookingOf(transaction), fromOther)) | counter;
    const day = serialOf(transaction.txnDate);
    const time = secondsOf(transaction.txnTime);
    fingerprintText(transaction.txnId ?? '', print);
    const { high: idHigh, low: idLow } = print;
    fingerprintTransaction(transaction, { day, time, account: holders.printOf(account), idHigh, idLow }, print);
    tape.customer[row] = customer;
    tape.account[row] = account;
    tape.day[row] = day;
    tape.time[row] = time;
    tape.amount[row] = transaction.amountFen;
    tape.bits[row] = bits;
    tape.text[row] = classIndex(bits) === unknownClass ? textOf(transaction, customer) : -1;
    tape.idHigh[row] = idHigh;
    tape.idLow[row] = idLow;
    tape.high[row] = print.high;
    tape.low[row] = print.low;
    keepOriginal(row, transaction, bits);
  }

  function identify({ row: own, id, orig }: ForeignPrints): void {
    const row = tape.rows;
    tape.high[row] = own.high;
    tape.low[row] = own.low;
    tape.idHigh[row] = id.high;
    tape.idLow[row] = id.low;
    if (origOf.has(row)) origOf.set(row, [orig.high >>> 0, orig.low >>> 0]);
  }

  return { holders, texts, origOf, write, identify };
}

/** What the class of a transaction depends on, but for its counterparty. */
export function bookingOf(transaction: Transaction): OpenBooking {
  return {
    summary: transaction.summary,
    txnType: transaction.txnType,
    memo: transaction.memo,
    trigger: transaction.trigger,
    direction: transaction.direction,
    reversal: transaction.reversal,
    isZero: transaction.amountFen === 0,
    isAutomatic: isAutomatic(transaction.teller, transaction.channel),
  };
}

const classIndexOf = new Map(txnClasses.map((name, index) => [name, index]));

/** The bits of a row of this verdict, but for its channel. */
export function bitsOf(transaction: Transaction, verdict: Verdict): number {
  const index = classIndexOf.get(verdict.class)!;
  const direction = transaction.direction === 'C' ? isCredit : 0;
  const foreign = transaction.isForeign ? isForeign : 0;
  const id = transaction.txnId === undefined ? 0 : hasId;
  const closes = verdict.closes ? closesAccount : 0;
  return index | direction | foreign | id | closes | (index === reversalClass ? reversalKind(transaction) : 0);
}

function reversalKind({ reversal, summary }: Transaction): number {
  if (reversal !== 'normal') return reversal === 'reversed' ? undone : undoes;
  // 被冲正, 已抹账: by its own words the row is the one that was undone.
  return summary !== undefined && /[被已](?:冲|抹)/.test(summary) ? undone : undoes;
}

/** Days and channels are few; a column of free text starts over instead of filling the memory. */
const maxRemembered = 50_000;

function remembered<K, V>(decide: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= maxRemembered) known.clear();
    const decided = decide(key);
    known.set(key, decided);
    return decided;
  };
}

/** Seconds since midnight, -1 = unknown. */
export function secondsOf(time: string | undefined): number {
  if (time === undefined) return -1;
  const digit = (at: number) => time.charCodeAt(at) - 48;
  return (digit(0) * 10 + digit(1)) * 3600 + (digit(3) * 10 + digit(4)) * 60 + digit(6) * 10 + digit(7);
}
