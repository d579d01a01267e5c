// The reports of a branch, or of one employee's customers, as one scene for the ledgers.
import { dormantCustomers } from '../analysis/dormant/dormant.js';
import type { BranchInput } from '../analysis/portfolio/input.js';
import { portfolioOf } from '../analysis/portfolio/portfolio.js';
import type { PortfolioReport } from '../analysis/portfolio/report.js';
import { measureReferrals } from '../analysis/referral/referral.js';
import { salesOf } from '../analysis/sales/sales.js';
import { segmentCustomers } from '../analysis/segment.js';
import type { LedgerScene } from '../ledger/workbook-scene.js';
import type { Day } from '../model/day.js';
import type { Problem } from '../model/problem.js';
import type { Rules } from '../model/rules.js';
import type { PreparedLedgers } from './ledger-input.js';

/** What the command line adds to the exports. */
export interface LedgerFrame {
  readonly branchName: string | null;
  readonly branchNo: string | null;
  readonly printDate: Day;
  /** --with-redeem. */
  readonly includesRedemptions: boolean;
}

/** In their order, each once. */
export function uniqueProblems(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((problem) => [JSON.stringify(problem), problem])).values()];
}

/** The portfolio of the whole branch; null where nothing says who the customers are. */
export function branchPortfolio({ input, asOf }: PreparedLedgers, rules: Rules): PortfolioReport | null {
  const { customers, balances } = input;
  return customers === undefined && balances === undefined ? null : portfolioOf(input, rules, asOf.asOf);
}

/** Runs the analyses on `input`, which is that of `prepared` or a part of it. */
export function ledgerScene(
  input: BranchInput,
  { input: { referrals: register }, asOf: { asOf }, cohortOn, registered }: PreparedLedgers,
  rules: Rules,
  { includesRedemptions, ...head }: LedgerFrame,
  portfolio: PortfolioReport | null,
): LedgerScene {
  const { engine } = input;
  const segment =
    engine === undefined
      ? null
      : segmentCustomers({ ...input, engine, previous: undefined, compareTo: undefined }, rules, asOf);
  const dormant = engine === undefined ? null : dormantCustomers({ ...input, engine, cohortOn }, rules, asOf);
  const referral =
    input.referrals === undefined ? null : measureReferrals({ ...input, ...registered, register }, rules, asOf);
  return {
    ...head,
    asOf,
    rules,
    period: input.period,
    intake: input.intake,
    problems: uniqueProblems(
      [input, portfolio, segment, dormant, referral].flatMap((report) => report?.problems ?? []),
    ),
    portfolio,
    sales: salesOf({ ...input, includesRedemptions }, rules, asOf),
    segment,
    dormant,
    referral,
  };
}
