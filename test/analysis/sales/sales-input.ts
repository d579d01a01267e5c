// Invented sales for the tests of the sales ledgers; every helper fills what a test does not care for.
import type { SalesInput } from '../../../src/analysis/sales/input.js';
import { fenOf } from '../../../src/model/fen.js';
import type { FundTransaction } from '../../../src/model/fund-transaction.js';
import { parsePeriod } from '../../../src/model/period.js';
import type { RiskTest } from '../../../src/model/risk-test.js';
import type { WealthSale } from '../../../src/model/wealth-sale.js';
import { on } from '../branch.js';

const period = parsePeriod('2025Q3');

export function salesInput(wish: Partial<SalesInput> = {}): SalesInput {
  if (period === undefined) throw new Error('no such period');
  return {
    customers: undefined,
    accounts: undefined,
    balances: undefined,
    holdings: undefined,
    wealthSales: undefined,
    fundTransactions: undefined,
    riskTests: undefined,
    employees: undefined,
    assignments: undefined,
    engine: undefined,
    measures: [],
    period,
    includesRedemptions: false,
    ...wish,
  };
}

/** In 元. */
export function wealthSale(
  custNo: string,
  tradeDate: string,
  yuan: number,
  more: Partial<WealthSale> = {},
): WealthSale {
  return {
    custNo,
    tradeDate: on(tradeDate),
    amountFen: fenOf(Math.round(yuan * 100)),
    productName: '安心固收一号',
    ...more,
  };
}

/** In 元. */
export function fundOrder(
  custNo: string,
  applyDate: string,
  yuan: number,
  more: Partial<FundTransaction> = {},
): FundTransaction {
  return {
    custNo,
    applyDate: on(applyDate),
    appliedFen: fenOf(Math.round(yuan * 100)),
    fundCode: '000001',
    business: '申购',
    ...more,
  };
}

export function riskTest(custNo: string, testedOn: string, riskLevel: string, expiresOn?: string): RiskTest {
  return { custNo, testedOn: on(testedOn), riskLevel, expiresOn: expiresOn === undefined ? undefined : on(expiresOn) };
}
