// What the ledgers are made from: every export of the branch, and one walk over the transactions for all of them.
import { dormantMeasures, quarterEndBefore } from '../analysis/dormant/measures.js';
import { segmentMeasures } from '../analysis/measures.js';
import type { BranchInput } from '../analysis/portfolio/input.js';
import { portfolioMeasures } from '../analysis/portfolio/measures.js';
import { referralMeasures } from '../analysis/referral/measures.js';
import type { Measure } from '../engine/activity.js';
import { ownershipOf, ownershipProblems } from '../engine/ownership.js';
import type { Day } from '../model/day.js';
import { type Period, parsePeriod, quarterOf } from '../model/period.js';
import type { Records } from '../model/records.js';
import type { SettledAsOf } from './as-of.js';
import { readBranch } from './branch.js';
import type { OptionValues } from './command.js';
import { text, usage } from './option-values.js';
import type { Settings } from './settings.js';
import type { Shell } from './shell.js';
import { summariseTransactions } from './summarise-transactions.js';

const ledgerKinds = [
  'customers',
  'accounts',
  'balances',
  'holdings',
  'wealthSales',
  'fundTransactions',
  'loans',
  'referrals',
  'contacts',
  'complaints',
  'nps',
  'riskTests',
  'employees',
  'assignments',
  'targets',
  'events',
  'points',
] as const;

type LedgerRecords = Records<(typeof ledgerKinds)[number]>;

export interface PreparedLedgers {
  readonly input: BranchInput;
  readonly asOf: SettledAsOf;
  /** First and last registration day of the referrals; all of them unless a period was asked for (clarification 22). */
  readonly registered: { readonly from: Day | null; readonly through?: Day };
  readonly cohortOn: Day;
}

/** --period; undefined when it is not given. Throws UserError (exit 2). */
function periodOption(options: OptionValues): Period | undefined {
  const named = text(options.period);
  if (named === undefined) return undefined;
  const period = parsePeriod(named);
  if (period === undefined) throw usage(`--period ${named}：请写周 2025-W40、月份 2025-09、季度 2025Q3 或年份 2025`);
  return period;
}

function measuresOf(
  records: LedgerRecords,
  { rules }: Settings,
  prepared: Omit<PreparedLedgers, 'input'>,
  period: Period,
): readonly Measure[] {
  const { asOf } = prepared.asOf;
  const all = [
    ...segmentMeasures(rules, asOf),
    ...portfolioMeasures({ ...records, period }, rules, asOf),
    ...dormantMeasures(rules, asOf, prepared.cohortOn),
    ...(records.referrals === undefined ? [] : referralMeasures({ ...records, ...prepared.registered }, rules, asOf)),
  ];
  return [...new Map(all.map((measure) => [measure.name, measure])).values()];
}

/** Reads the exports and folds the transactions once. Throws UserError when something is refused or nothing is recognised. */
export async function prepareLedgers(
  paths: readonly string[],
  options: OptionValues,
  settings: Settings,
  shell: Shell,
): Promise<PreparedLedgers> {
  const wanted = periodOption(options);
  const branch = await readBranch(paths, settings, shell, ledgerKinds);
  const { records, transactions } = branch;
  const { asOf } = branch.asOf;
  if (wanted !== undefined && wanted.from > asOf)
    throw usage(`--period ${wanted.label}：晚于数据日期 ${asOf}，没有可写的台账`);
  const registered = wanted === undefined ? { from: null } : { from: wanted.from, through: wanted.through };
  const settled = { asOf: branch.asOf, registered, cohortOn: quarterEndBefore(asOf) };
  const period = wanted ?? quarterOf(asOf);
  const measures = transactions.length === 0 ? [] : measuresOf(records, settings, settled, period);
  const ownership = ownershipOf(records.customers, records.accounts);
  const engine =
    transactions.length === 0
      ? undefined
      : await summariseTransactions(transactions, ownership, measures, settings, asOf);
  await branch.writeFixes();
  branch.settleRefusals();
  const input: BranchInput = {
    ...records,
    engine,
    measures,
    period,
    includesAll: options.all === true,
    intake: branch.intake(engine?.sources ?? []),
    problems: [...branch.problems(), ...(engine === undefined ? [] : ownershipProblems(records.accounts))],
  };
  return { input, ...settled };
}
