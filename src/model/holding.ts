import type { Day } from './day.js';
import type { Fen } from './fen.js';
import type { Ratio } from './ratio.js';

/** What one customer holds of one product (产品持有), or which services one customer has signed; from the CRM or the product systems. */
export interface Holding {
  readonly custNo: string;
  readonly custName?: string | undefined;
  /** 储蓄, 理财, 基金, 保险 … as the bank calls it; undefined in a list of services only. */
  readonly productCategory?: string | undefined;
  readonly productCode?: string | undefined;
  readonly productName?: string | undefined;
  /** Undefined = not stated: the value is then share × nav, where both are. */
  readonly amountFen?: Fen | undefined;
  readonly share?: Ratio | undefined;
  /** 元 per share. */
  readonly nav?: Ratio | undefined;
  readonly buyDate?: Day | undefined;
  readonly valueDate?: Day | undefined;
  /** Undefined = open-ended, or not stated. */
  readonly maturityDate?: Day | undefined;
  /** 持有, 已赎回, 到期 … as the bank calls it. */
  readonly status?: string | undefined;
  /** Services; undefined = the file does not say. */
  readonly signed: Readonly<Partial<Record<SignedService, boolean>>>;
  readonly dataDate?: Day | undefined;
}

export type SignedService =
  | 'mobileBanking'
  | 'onlineBanking'
  | 'smsNotice'
  | 'payroll'
  | 'securitiesCustody'
  | 'creditCard'
  | 'quickPayment'
  /** 签约标志, whatever the product of the row is. */
  | 'product';
