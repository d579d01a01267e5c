// A booking as the line of a transaction export.
import { fenOf } from '../model/fen.js';
import type { Direction, Transaction } from '../model/transaction.js';
import type { Entry } from './drafts.js';
import { days } from './history.js';
import type { Running } from './opening.js';
import type { Person } from './person.js';

const compactDays = days.map((day) => day.replaceAll('-', ''));

function txnIdOf(person: Person, day: number, ref: number): string {
  return `${compactDays[day]}${String(person.index + 1).padStart(6, '0')}${String(ref).padStart(3, '0')}`;
}

function two(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

function timeOf(second: number): string {
  return `${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
}

/** One leg of an entry: which account it moved and who stood on the other side. */
export interface Leg {
  readonly account: Running;
  readonly direction: Direction;
  readonly amountFen: number;
  readonly cpName: string | undefined;
  /** Only asked when the line is written out. */
  readonly cpAcct: () => string | undefined;
}

/** The line of one leg; the account's balance is already the one after it. */
export function bookedLine(person: Person, entry: Entry, leg: Leg): Transaction {
  const { account } = leg;
  return {
    txnDate: days[entry.day]!,
    txnTime: timeOf(entry.second),
    txnId: txnIdOf(person, entry.day, entry.ref),
    acctNo: account.acctNo,
    custNo: person.customer.custNo,
    amountFen: fenOf(leg.amountFen),
    direction: leg.direction,
    currency: account.currency,
    isForeign: account.currency !== 'CNY',
    balanceFen: fenOf(account.balance),
    summary: entry.kind.summary,
    memo: entry.kind.memo,
    reversal: entry.reversal,
    origTxnId: entry.undoes && txnIdOf(person, entry.undoes.day, entry.undoes.ref),
    trigger: entry.kind.trigger,
    channel: entry.kind.channel,
    cpName: leg.cpName,
    cpAcct: leg.cpAcct(),
  };
}
