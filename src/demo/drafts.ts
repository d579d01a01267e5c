// The bookings of one customer while they are being thought up, before balances are struck.
import type { ReversalFlag } from '../model/transaction.js';
import type { BookingKind } from './booking.js';
import type { Random } from './random.js';

/** A booking that waits for its balance. */
export interface Entry {
  readonly day: number;
  /** Second of the day. */
  readonly second: number;
  /** Both legs of an own transfer, and its fee, share it: it becomes the 流水号. */
  readonly ref: number;
  readonly kind: BookingKind;
  /** With its sign (红字 is negative); null = settled with the balance (interest, closing). */
  readonly amountFen: number | null;
  readonly account: 'main' | 'second' | 'dollar';
  readonly reversal: ReversalFlag;
  /** The booking that this one takes back, where the core says so. */
  readonly undoes: { readonly day: number; readonly ref: number } | undefined;
  /** Instead of an amount: what is missing for this AUM in 分 comes in; nothing if it is there already. */
  readonly goalFen?: number | undefined;
}

export function byTime(a: Entry, b: Entry): number {
  return a.day - b.day || a.second - b.second || a.ref - b.ref;
}

/** Where the drafts of one customer are collected; hands out the references. */
export interface Drafts {
  readonly entries: Entry[];
  readonly random: Random;
  nextRef: number;
}

/** Notes a booking: by day in the main account unless said otherwise. Returns its reference. */
export function add(drafts: Drafts, entry: Partial<Entry> & Pick<Entry, 'day' | 'kind' | 'amountFen'>): number {
  const ref = entry.ref ?? drafts.nextRef++;
  // Field by field: spreading is several times slower, and a large branch comes here ten million times.
  drafts.entries.push({
    day: entry.day,
    second: entry.second ?? drafts.random.int(8 * 3600, 22 * 3600 - 1),
    ref,
    kind: entry.kind,
    amountFen: entry.amountFen,
    account: entry.account ?? 'main',
    reversal: entry.reversal ?? 'normal',
    undoes: entry.undoes,
    goalFen: entry.goalFen,
  });
  return ref;
}
