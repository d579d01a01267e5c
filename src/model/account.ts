import type { Day } from './day.js';
import type { Fen } from './fen.js';

/** One line of the account export (账户). */
export interface Account {
  readonly acctNo: string;
  readonly custNo: string;
  readonly subAcctNo?: string | undefined;
  readonly acctType?: string | undefined;
  /** 产品大类, 储种, 定活标志: what tells a time deposit from a current account. */
  readonly productClass?: string | undefined;
  readonly acctClass?: string | undefined;
  readonly currency?: string | undefined;
  /** In CNY, as it stands or as 折人民币; undefined where it is foreign money without a rate. */
  readonly balanceFen?: Fen | undefined;
  /** In the currency of the account. */
  readonly availBalanceFen?: Fen | undefined;
  readonly openDate?: Day | undefined;
  readonly closeDate?: Day | undefined;
  readonly valueDate?: Day | undefined;
  readonly maturityDate?: Day | undefined;
  readonly term?: string | undefined;
  readonly rate?: string | undefined;
  readonly autoRenew?: boolean | undefined;
  readonly status?: AccountStatus | undefined;
  /** 上次动户日期: any movement, also interest. */
  readonly lastTxnDate?: Day | undefined;
}

export type AccountStatus = 'open' | 'closed' | 'frozen' | 'stopped' | 'dormant';
