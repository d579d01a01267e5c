// What `dormant` needs: exports read, transactions summarised, the day of the wake-up cohort settled.
import type { DormantInput } from '../analysis/dormant/input.js';
import { dormantMeasures, quarterEndBefore } from '../analysis/dormant/measures.js';
import { ownershipOf, ownershipProblems } from '../engine/ownership.js';
import type { SettledAsOf } from './as-of.js';
import { readBranch } from './branch.js';
import type { OptionValues } from './command.js';
import { text, usage } from './option-values.js';
import { refusePublic } from './refuse-public.js';
import { requireTransactions } from './require-transactions.js';
import { dayOption, type Settings } from './settings.js';
import type { Shell } from './shell.js';
import { summariseTransactions } from './summarise-transactions.js';

const dormantKinds = [
  'customers',
  'accounts',
  'balances',
  'holdings',
  'wealthSales',
  'fundTransactions',
  'loans',
  'contacts',
  'nps',
  'employees',
  'assignments',
] as const;

interface PreparedDormancy {
  readonly input: DormantInput;
  readonly asOf: SettledAsOf;
}

/** Reads the exports and folds the transactions. Throws UserError when something is missing or refused. */
export async function prepareDormancy(
  paths: readonly string[],
  options: OptionValues,
  settings: Settings,
  shell: Shell,
): Promise<PreparedDormancy> {
  refusePublic(settings);
  const { rules } = settings;
  const cohort = dayOption('--cohort', text(options.cohort));
  const branch = await readBranch(paths, settings, shell, dormantKinds);
  const { records } = branch;
  const asOf = branch.asOf.asOf;
  if (cohort !== undefined && cohort >= asOf) throw usage(`--cohort ${cohort}：必须早于数据日期 ${asOf}`);
  const cohortOn = cohort ?? quarterEndBefore(asOf);
  requireTransactions(branch, '睡眠客户');
  const measures = dormantMeasures(rules, asOf, cohortOn);
  const ownership = ownershipOf(records.customers, records.accounts);
  const engine = await summariseTransactions(branch.transactions, ownership, measures, settings, asOf);
  await branch.writeFixes();
  branch.settleRefusals();
  const input: DormantInput = {
    ...records,
    engine,
    measures,
    cohortOn,
    intake: branch.intake(engine.sources),
    problems: [...branch.problems(), ...ownershipProblems(records.accounts)],
  };
  return { input, asOf: branch.asOf };
}
