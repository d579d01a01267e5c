import type { Day } from './day.js';
import type { Fen } from './fen.js';

/** D 借: money leaves the customer's account. C 贷: money arrives. */
export type Direction = 'D' | 'C';

/** §5.2: what a booking says about the customer's own will. */
export const txnClasses = ['ACTIVE', 'THIRD_PARTY', 'MANDATE', 'SYSTEM', 'REVERSAL', 'NONFIN', 'UNKNOWN'] as const;
export type TxnClass = (typeof txnClasses)[number];

/** Chinese names for people, in the order of the 口径 sheet. */
export const txnClassNames: Readonly<Record<TxnClass, string>> = {
  ACTIVE: '主动交易',
  THIRD_PARTY: '他人汇入',
  MANDATE: '代扣代缴',
  SYSTEM: '系统记账',
  REVERSAL: '冲正',
  NONFIN: '非金融',
  UNKNOWN: '未识别',
};

/**
 * 冲正标志. `reversal`: this row undoes another one. `reversed`: this row was undone (both are dropped).
 * A value never seen before is rejected by the reader.
 */
export type ReversalFlag = 'normal' | 'reversal' | 'reversed';

/** One booking (交易明细), as the file states it. At least one of acctNo and custNo is present. */
export interface Transaction {
  readonly txnDate: Day;
  /** 'HH:MM:SS'. */
  readonly txnTime?: string | undefined;
  /** 流水号; undefined also for ids of zeros only, which cores use as a filler. */
  readonly txnId?: string | undefined;
  readonly acctNo?: string | undefined;
  readonly custNo?: string | undefined;
  /**
   * Amount as written, with its sign, in 分; CNY where `currency` is CNY or a 折人民币 column was read.
   * `direction` is settled: from 借贷标志, from the income or expense column, or from the sign of a single signed column
   * (then amountFen is never negative). A negative amount beside an explicit direction is a red-letter booking (红字).
   */
  readonly amountFen: Fen;
  readonly direction: Direction;
  /** Raw currency text; undefined = CNY. `isForeign` has already decided. */
  readonly currency?: string | undefined;
  /** In a foreign currency without a CNY amount: counted and left out of every metric (§1.10). */
  readonly isForeign: boolean;
  readonly balanceFen?: Fen | undefined;
  readonly summary?: string | undefined;
  readonly memo?: string | undefined;
  readonly txnType?: string | undefined;
  readonly reversal: ReversalFlag;
  readonly origTxnId?: string | undefined;
  /** 触发方式 */
  readonly trigger?: 'active' | 'passive' | undefined;
  readonly channel?: string | undefined;
  readonly teller?: string | undefined;
  readonly cpName?: string | undefined;
  readonly cpAcct?: string | undefined;
  /** The account holder as the file names it (户名), to tell the customer from a counterparty. */
  readonly holderName?: string | undefined;
}
