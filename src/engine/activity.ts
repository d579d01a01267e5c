// What an analysis may ask of a customer's transactions, and the answer. Engines are interpreters of these lists.
import type { BulkReading } from '../exports/bulk.js';
import type { ReadTally } from '../exports/export.js';
import type { Day } from '../model/day.js';
import type { UserError } from '../model/errors.js';
import type { FileIntake } from '../model/intake.js';
import type { Problem } from '../model/problem.js';
import type { Direction, Transaction, TxnClass } from '../model/transaction.js';
import type { ClosingDays } from './closing-days.js';
import type { HeadStart } from './duckdb/head-start.js';

/** Days with `after < d ≤ through` (§1.4); `after` null = from the beginning of the files. */
export interface Window {
  readonly after: Day | null;
  readonly through: Day;
}

/** Days of each key's own: anchor + fromDays ≤ d ≤ anchor + throughDays, both inclusive. A key without anchor sees nothing. */
export interface AnchoredWindow {
  /** By customer, or by account where the measure is per account; keys as the files write them. */
  readonly anchors: ReadonlyMap<string, Day>;
  readonly fromDays: number;
  readonly throughDays: number;
}

/** What an analysis wants to know of a customer's transactions. Reversed pairs never count. */
export interface Measure {
  readonly name: string;
  /**
   * count: transactions · sum: absolute amounts in 分 · first, last: day serials (`daySerial`) · moved: amounts in 分 of everything that
   * changed a balance, whatever its class, reversals, what they undid and every leg of own transfers among them · movedDays: likewise,
   * each times the days from its own through the last of the window, in 分·日 (plain windows only).
   */
  readonly of: 'count' | 'sum' | 'first' | 'last' | 'moved' | 'movedDays';
  /** No matter for moved and movedDays. */
  readonly classes: readonly TxnClass[];
  readonly within: Window | AnchoredWindow;
  /**
   * Kept per account instead of per customer; every leg of an own transfer then counts on its own account, while a customer
   * counts one leg.
   */
  readonly per?: 'account';
  /** Only money out (D) or only money in (C); of moved and movedDays by what the balance did, so that red letters turn it. */
  readonly direction?: Direction;
  /** Only bookings of at least so many 分. */
  readonly minFen?: number;
  /** Only bookings over the counter (柜面). */
  readonly channel?: 'counter';
  /**
   * Leaves out bookings that close an account: by their words (销户), or booked on it on its closing day; with them the other legs of the same
   * transfer.
   */
  readonly closings?: 'out';
}

/**
 * One number per measure, in the order of the whole list; null where first/last saw nothing, where moved/movedDays met a foreign amount
 * without a rate or are too large to be exact, and where the measure is not kept per this key.
 */
export type Activity = readonly (number | null)[];

/** Which customer an account belongs to, and what is known of names, to tell own from foreign counterparties. */
export interface Ownership {
  /** undefined when no account export was given: then custNo, else the account itself, is the customer. */
  readonly ownerOf: ReadonlyMap<string, string> | undefined;
  readonly nameOf: ReadonlyMap<string, string>;
  /** When accounts were closed; only asked where closings are left out. Absent when no account export was given. */
  readonly closingDays?: () => ClosingDays;
}

export interface TransactionSource {
  readonly file: string;
  /** The statement's own first day (起止日期), which may lie before the first booking. */
  readonly statedFrom?: Day | undefined;
  /** Its last day; only asked where no booking is to be counted. */
  readonly statedTo?: Day | undefined;
  /** False where the file has no column for 渠道. */
  readonly statesChannel?: boolean | undefined;
  /** May be walked again from the beginning. */
  rows(): AsyncIterable<readonly Transaction[]>;
  /** The same rows for an engine that reads the file itself; undefined where it must not. */
  readonly bulk?: BulkSource | undefined;
}

/** A file that DuckDB may read. */
export interface BulkSource {
  readonly reading: BulkReading;
  readonly machine: BulkMachine;
  /** One for all sources, if DuckDB is at work already: it has begun with the first of those that it may read. Only good for the same rules. */
  readonly headStart?: HeadStart | undefined;
  /** Rows so far, and how many of `total` bytes they take. */
  onRead(rows: number, bytes: number, total: number): void;
  /** Row accounting and refusal of the file, once all files have been read. */
  finish(tally: ReadTally, refusal: UserError | undefined): void;
}

/** What DuckDB may use of this machine. */
export interface BulkMachine {
  readonly threads: number;
  readonly memoryLimitMb: number;
  /** Path of a new private file, not made yet. */
  newFile(): Promise<string>;
  /** The reference engine takes over: there is no DuckDB for this machine, or the files are not fit for it. */
  onStepAside(reason: 'missing' | 'unfit'): void;
}

/** Counts of one source that only the engine can know. */
export interface SourceCounts {
  readonly duplicate: number;
  readonly future: number;
  readonly coverage: FileIntake['coverage'];
  readonly creditFen: number;
  readonly debitFen: number;
}

export interface EngineReport {
  /** Keyed by customer (or by account where the account stands for the customer); customers without any row are absent. */
  readonly activities: ReadonlyMap<string, Activity>;
  /** The answers to measures per account, keyed by account as the files write it; empty when none asks for accounts. */
  readonly accounts: ReadonlyMap<string, Activity>;
  /** In the order of the sources. */
  readonly sources: readonly SourceCounts[];
  /**
   * Over all files, all classes (clarification 16): a statement without any booking says by its 起止日期 since when there was none. Its last day
   * counts only where no file has a booking. null without both.
   */
  readonly coverage: { readonly from: Day; readonly to: Day } | null;
  /** Rows per class, after duplicates and future rows are taken out. */
  readonly classes: Readonly<Record<TxnClass, number>>;
  /** Summaries that no rule knows, most frequent first, at most 20; `more` counts the rest. */
  readonly unknownSummaries: {
    readonly top: readonly { readonly summary: string; readonly rows: number }[];
    readonly more: number;
  };
  readonly reversals: { readonly pairs: number; readonly unmatched: number };
  readonly ownTransfers: number;
  readonly foreignRows: number;
  readonly mandates: { readonly rows: number; readonly customers: number };
  /** Rows whose account is not in the account export; left out of every measure. */
  readonly unjoinedRows: number;
  /** Some file has a column for 渠道: without one nobody knows what was booked over the counter. */
  readonly statesChannel: boolean;
  /** Files with rows but without such a column, ascending. */
  readonly filesWithoutChannel: readonly string[];
  /** True when accounts stand for customers. */
  readonly accountsAsCustomers: boolean;
  readonly problems: readonly Problem[];
}
