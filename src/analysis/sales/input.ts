import type { BranchInput } from '../portfolio/input.js';

/** What the ledgers of sales are made from; a kind that is undefined was not given. */
export interface SalesInput
  extends Pick<
    BranchInput,
    | 'customers'
    | 'accounts'
    | 'balances'
    | 'holdings'
    | 'wealthSales'
    | 'fundTransactions'
    | 'riskTests'
    | 'employees'
    | 'assignments'
    | 'period'
    | 'engine'
    | 'measures'
  > {
  /** Redemptions of funds stand in the ledger as negative rows. */
  readonly includesRedemptions: boolean;
}
