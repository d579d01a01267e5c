// A branch whose deposits are simulated day by day, and what its exports would say of it: the oracle of rebuilt balances.
import type { AverageFiles } from '../../../src/analysis/portfolio/customer-average.js';
import { portfolioMeasures } from '../../../src/analysis/portfolio/measures.js';
import { type YearAverage, yearAverageOn } from '../../../src/analysis/portfolio/year-average.js';
import { summarise } from '../../../src/engine/stream.js';
import type { Account } from '../../../src/model/account.js';
import type { Balance } from '../../../src/model/balance.js';
import type { Customer } from '../../../src/model/customer.js';
import type { Day } from '../../../src/model/day.js';
import { fenOf } from '../../../src/model/fen.js';
import type { Holding } from '../../../src/model/holding.js';
import { parsePeriod } from '../../../src/model/period.js';
import type { Transaction } from '../../../src/model/transaction.js';
import { booked, type Draft, sourceOf } from '../../engine/bookings.js';
import { on, rulesWith } from '../branch.js';

const rules = rulesWith();

export interface RebuiltWish {
  readonly asOf: Day;
  readonly balances: readonly Balance[];
  /** One list per file. */
  readonly files: readonly (readonly Transaction[])[];
  readonly coveredFrom?: Day;
  readonly customers?: readonly Customer[];
  readonly accounts?: readonly Account[];
  readonly holdings?: readonly Holding[];
}

/** Of the real engine; customers by the numbers in the rows. */
export async function rebuiltAverages(wish: RebuiltWish): Promise<YearAverage | null> {
  const { asOf, balances, customers, accounts, holdings, coveredFrom, files } = wish;
  const period = parsePeriod(asOf.slice(0, 4));
  if (period === undefined) throw new Error(`no such year: ${asOf}`);
  const measures = portfolioMeasures({ balances, accounts, period }, rules, asOf);
  const ownerOf = accounts && new Map(accounts.map(({ acctNo, custNo }) => [acctNo, custNo]));
  const sources = files.map((rows, at) => sourceOf(rows, `交易${at + 1}.csv`, coveredFrom));
  const engine = await summarise(sources, { ownerOf, nameOf: new Map() }, measures, rules, asOf);
  const own: AverageFiles = { balances, customers, accounts, holdings, measures, engine };
  return yearAverageOn(own, rules, asOf);
}

/** Money out of customer A unless said otherwise; no account, so that the customer number in the row counts. */
export function move(day: string, amount: number, more: Draft = {}): Transaction {
  return booked({ acctNo: undefined, custNo: 'A', on: day, amount, ...more });
}

/** Deposits and everything else, in 分. */
export function snapshot(custNo: string, day: string, deposit: number, other = 0): Balance {
  return { custNo, dataDate: on(day), depositFen: fenOf(deposit), aumFen: fenOf(deposit + other) };
}
