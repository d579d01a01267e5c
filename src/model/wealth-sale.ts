import type { Day } from './day.js';
import type { Fen } from './fen.js';

/** One purchase of a wealth product (理财销售), as the sales system states it. Its cash leg stands in the transactions. */
export interface WealthSale {
  readonly tradeDate: Day;
  readonly custNo: string;
  readonly custName?: string | undefined;
  /** The code where the file names no product. */
  readonly productName: string;
  readonly productCode?: string | undefined;
  readonly issuer?: string | undefined;
  readonly productType?: string | undefined;
  /** R1…R5 where the text is a known level, else the text. */
  readonly productRisk?: string | undefined;
  readonly amountFen: Fen;
  /** 业绩比较基准 as written: a rate, a range or a sentence. Never a promised return. */
  readonly benchmark?: string | undefined;
  readonly valueDate?: Day | undefined;
  /** Undefined = open-ended, or not stated. */
  readonly maturityDate?: Day | undefined;
  readonly txnId?: string | undefined;
  readonly status?: string | undefined;
  readonly channel?: string | undefined;
  /** 工号 of the employee who sold. */
  readonly salesNo?: string | undefined;
  readonly salesName?: string | undefined;
  /** Who brought the customer; known only where the file names a salesperson as well. */
  readonly referrerNo?: string | undefined;
  readonly referrerName?: string | undefined;
  /** 双录编号: filled by hand or by the recording system. */
  readonly recordingNo?: string | undefined;
}
