import type { Day } from './day.js';
import type { Fen } from './fen.js';

/** One loan (贷款), from the credit system. At least one of loanNo and loanType is present. */
export interface Loan {
  readonly custNo: string;
  readonly custName?: string | undefined;
  readonly loanNo?: string | undefined;
  readonly loanType?: string | undefined;
  readonly grantDate?: Day | undefined;
  readonly maturityDate?: Day | undefined;
  /** Undefined = not settled, or not stated. */
  readonly settleDate?: Day | undefined;
  readonly amountFen?: Fen | undefined;
  readonly balanceFen?: Fen | undefined;
  /** 正常, 逾期 or 结清, else the text. */
  readonly status?: string | undefined;
}
