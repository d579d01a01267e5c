// What `referral` needs: the register, whatever else is given, and the transactions where there are any.
import type { ReferralInput } from '../analysis/referral/input.js';
import { referralMeasures } from '../analysis/referral/measures.js';
import { ownershipOf, ownershipProblems } from '../engine/ownership.js';
import type { Day } from '../model/day.js';
import { exitCodes, UserError } from '../model/errors.js';
import type { SettledAsOf } from './as-of.js';
import { readBranch } from './branch.js';
import type { OptionValues } from './command.js';
import { text, usage } from './option-values.js';
import { type Period, periodOf } from './period.js';
import { refusePublic } from './refuse-public.js';
import { dayOption, type Settings } from './settings.js';
import type { Shell } from './shell.js';
import { summariseTransactions } from './summarise-transactions.js';

const referralKinds = [
  'referrals',
  'employees',
  'assignments',
  'customers',
  'accounts',
  'balances',
  'holdings',
  'wealthSales',
  'fundTransactions',
  'contacts',
  'events',
] as const;

interface PreparedReferrals {
  readonly input: ReferralInput;
  readonly asOf: SettledAsOf;
}

/** Reads the exports and folds the transactions. Throws UserError when the register is missing or something is refused. */
export async function prepareReferrals(
  paths: readonly string[],
  options: OptionValues,
  settings: Settings,
  shell: Shell,
): Promise<PreparedReferrals> {
  refusePublic(settings);
  const { rules } = settings;
  const period = periodOption(options);
  const branch = await readBranch(paths, settings, shell, referralKinds);
  const { records, transactions } = branch;
  const asOf = branch.asOf.asOf;
  if (period.from !== null && period.from > asOf)
    throw usage(`${period.option}：晚于数据日期 ${asOf}，没有可统计的登记`);
  if (records.referrals === undefined)
    throw new UserError(
      '没有转介登记：转介统计需要转介登记表；用 taizhang inspect 看看文件是怎样被识别的',
      exitCodes.nothingToDo,
      branch.problems(),
    );
  const days = { from: period.from, through: period.through };
  const measures = transactions.length === 0 ? [] : referralMeasures({ ...records, ...days }, rules, asOf);
  const ownership = ownershipOf(records.customers, records.accounts);
  const engine =
    transactions.length === 0
      ? undefined
      : await summariseTransactions(transactions, ownership, measures, settings, asOf);
  await branch.writeFixes();
  branch.settleRefusals();
  const input: ReferralInput = {
    ...records,
    engine,
    measures,
    ...days,
    intake: branch.intake(engine?.sources ?? []),
    problems: [...branch.problems(), ...(engine === undefined ? [] : ownershipProblems(records.accounts))],
  };
  return { input, asOf: branch.asOf };
}

/** Registrations that count; `option` is how the command line wrote it. */
interface Registrations {
  readonly from: Day | null;
  readonly through?: Period['through'] | undefined;
  readonly option: string;
}

function periodOption(options: OptionValues): Registrations {
  const from = dayOption('--from', text(options.from));
  const named = text(options.period);
  if (named === undefined) return { from: from ?? null, option: `--from ${from}` };
  if (from !== undefined) throw usage('--from 和 --period 只能用一个');
  const period = periodOf(named);
  if (period === undefined) throw usage(`--period ${named}：请写月份 2025-09、季度 2025Q3 或周 2025-W40`);
  return { ...period, option: `--period ${named}` };
}
