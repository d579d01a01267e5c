// What an analysis may ask of a customer's transactions, and the answer. Engines are interpreters of these lists.
import type { Day } from '../model/day.js';
import type { FileIntake } from '../model/intake.js';
import type { Problem } from '../model/problem.js';
import type { Transaction, TxnClass } from '../model/transaction.js';

/** Days with `after < d ≤ through` (§1.4); `after` null = from the beginning of the files. */
export interface Window {
  readonly after: Day | null;
  readonly through: Day;
}

/** What an analysis wants to know of a customer's transactions. Own transfers count one leg, reversed pairs none. */
export interface Measure {
  readonly name: string;
  /** count: transactions · sum: absolute amounts in 分 · first, last: day serials (`daySerial`). */
  readonly of: 'count' | 'sum' | 'first' | 'last';
  readonly classes: readonly TxnClass[];
  readonly within: Window;
}

/** One number per measure, in their order; null where first/last saw nothing. */
export type Activity = readonly (number | null)[];

/** Which customer an account belongs to, and what is known of names, to tell own from foreign counterparties. */
export interface Ownership {
  /** undefined when no account export was given: then custNo, else the account itself, is the customer. */
  readonly ownerOf: ReadonlyMap<string, string> | undefined;
  readonly nameOf: ReadonlyMap<string, string>;
}

export interface TransactionSource {
  readonly file: string;
  /** The statement's own first day (起止日期), which may lie before the first booking. */
  readonly statedFrom?: Day | undefined;
  rows(): AsyncIterable<readonly Transaction[]>;
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
  /** In the order of the sources. */
  readonly sources: readonly SourceCounts[];
  /** Over all files, all classes (clarification 16); null without any row. */
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
  /** True when accounts stand for customers. */
  readonly accountsAsCustomers: boolean;
  readonly problems: readonly Problem[];
}
