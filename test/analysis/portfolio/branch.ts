// An invented branch for the tests of the portfolio: records as given, transactions answered the way an engine would.
import { segmentMeasures } from '../../../src/analysis/measures.js';
import type { BranchInput } from '../../../src/analysis/portfolio/input.js';
import { portfolioMeasures } from '../../../src/analysis/portfolio/measures.js';
import { portfolioOf } from '../../../src/analysis/portfolio/portfolio.js';
import type { PortfolioReport } from '../../../src/analysis/portfolio/report.js';
import type { Assignment } from '../../../src/model/assignment.js';
import type { Balance } from '../../../src/model/balance.js';
import type { Day } from '../../../src/model/day.js';
import { fenFromYuan } from '../../../src/model/fen.js';
import { parsePeriod } from '../../../src/model/period.js';
import type { Rules } from '../../../src/model/rules.js';
import { asOf, type Booking, branch, on } from '../branch.js';

export interface PortfolioWish extends Partial<Omit<BranchInput, 'engine' | 'measures'>> {
  readonly rules: Rules;
  /** undefined = no transactions. */
  readonly bookings?: readonly Booking[] | undefined;
  readonly asOf?: Day;
  /** First day of the transactions; 2024-01-01 unless wished otherwise. */
  readonly coveredFrom?: Day;
}

function quarter(label = '2025Q3') {
  const period = parsePeriod(label);
  if (period === undefined) throw new Error(`no such period: ${label}`);
  return period;
}

/** A whole input; the engine answers as of 2025-09-30. */
export function branchInput({ rules, bookings, ...wish }: PortfolioWish): BranchInput {
  const period = wish.period ?? quarter();
  const { balances, accounts, coveredFrom } = wish;
  const asked = portfolioMeasures({ balances, accounts, period }, rules, wish.asOf ?? asOf);
  const own = new Set(segmentMeasures(rules, asOf).map(({ name }) => name));
  const added = asked.filter(({ name }) => !own.has(name));
  const { engine, measures } = branch({
    rules,
    bookings: bookings ?? [],
    measures: added,
    ...(coveredFrom === undefined ? {} : { coveredFrom }),
  });
  return {
    customers: undefined,
    accounts: undefined,
    balances: undefined,
    holdings: undefined,
    wealthSales: undefined,
    fundTransactions: undefined,
    loans: undefined,
    referrals: undefined,
    contacts: undefined,
    complaints: undefined,
    nps: undefined,
    riskTests: undefined,
    employees: undefined,
    assignments: undefined,
    targets: undefined,
    events: undefined,
    points: undefined,
    intake: [],
    problems: [],
    includesAll: false,
    ...wish,
    period,
    measures,
    engine: bookings === undefined ? undefined : engine,
  };
}

export function portfolio(wish: PortfolioWish): PortfolioReport {
  return portfolioOf(branchInput(wish), wish.rules, wish.asOf ?? asOf);
}

/** A snapshot row; AUM in 元. */
export function balance(custNo: string, day: string, aumYuan: number, more: Partial<Balance> = {}): Balance {
  return { custNo, dataDate: on(day), aumFen: fenFromYuan(aumYuan), ...more };
}

export function managed(custNo: string, managerNo: string, from?: string, until?: string): Assignment {
  return {
    custNo,
    managerNo,
    startDate: from === undefined ? undefined : on(from),
    endDate: until === undefined ? undefined : on(until),
  };
}

/** The last days of the months of 2025 up to September. */
export const monthEnds = '01-31 02-28 03-31 04-30 05-31 06-30 07-31 08-31 09-30'.split(' ').map((day) => `2025-${day}`);
