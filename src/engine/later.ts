// Bookings after asOf: they stand on no tape, and yet every copy beyond the first is a duplicate and no future row (clarification 3).
import { daySerial } from '../model/day.js';
import type { Transaction } from '../model/transaction.js';
import type { Ownership } from './activity.js';
import { type Fingerprint, fingerprintText, fingerprintTransaction } from './fingerprint.js';
import { type HashIndex, hash64, hashIndex } from './hash-index.js';
import { rowTable } from './row-table.js';
import { secondsOf } from './row-writer.js';

/** Fingerprints of such bookings of one source, where they have a 流水号. */
export interface LaterRows {
  readonly highs: number[];
  readonly lows: number[];
  /** Those that another engine has not read: only their 流水号 is known. */
  unread: number;
}

export interface LaterBookings {
  /** `id` is the other engine's hash of 流水号, where there is one. */
  note(rows: LaterRows, transaction: Transaction, id?: Readonly<Fingerprint>): void;
  /** A booking that is only looked at again where its 流水号 comes a second time. */
  defer(rows: LaterRows, id: Readonly<Fingerprint>): void;
  /** Hashes of 流水号 that have come more than once. */
  readonly repeatedIds: ReadonlySet<bigint>;
}

export function newLaterRows(): LaterRows {
  return { highs: [], lows: [], unread: 0 };
}

export function laterBookings({ ownerOf }: Ownership): LaterBookings {
  const repeatedIds = new Set<bigint>();
  const account: Fingerprint = { high: 0, low: 0 };
  const print: Fingerprint = { high: 0, low: 0 };
  let ids: HashIndex | undefined;

  function meet({ high, low }: Readonly<Fingerprint>): void {
    ids ??= hashIndex();
    if (ids.claim(low >>> 0, high >>> 0) >= 0) repeatedIds.add(hash64(low >>> 0, high >>> 0));
  }

  return {
    repeatedIds,
    note({ highs, lows }, transaction, id) {
      if (id !== undefined) meet(id);
      const { txnDate, txnTime, acctNo = '', custNo, txnId = '' } = transaction;
      fingerprintText(acctNo, account);
      fingerprintText(txnId, print);
      const parts = {
        day: daySerial(txnDate),
        time: secondsOf(txnTime),
        account,
        idHigh: print.high,
        idLow: print.low,
      };
      fingerprintTransaction(transaction, parts, print);
      const { high, low } = print;
      fingerprintText(ownerOf?.get(acctNo) ?? custNo ?? acctNo, print);
      highs.push((high ^ print.high) >>> 0);
      lows.push((low ^ print.low) >>> 0);
    },
    defer(rows, id) {
      rows.unread += 1;
      meet(id);
    },
  };
}

/** How many bookings of each source are copies, of the same source or of one before it. */
export function copiesOfLater(sources: readonly LaterRows[]): readonly number[] {
  const highs = Uint32Array.from(sources.flatMap((rows) => rows.highs));
  const lows = Uint32Array.from(sources.flatMap((rows) => rows.lows));
  const table = rowTable(
    (row) => lows[row]!,
    (a, b) => lows[a] === lows[b] && highs[a] === highs[b],
  );
  let row = 0;
  return sources.map(({ lows: own }) => {
    const end = row + own.length;
    let copies = 0;
    for (; row < end; row += 1) if (table.claim(row) >= 0) copies += 1;
    return copies;
  });
}
