// What the campaign commands need: a plan settled from the options, and newer exports to look at a campaign again.
import type { Campaign } from '../analysis/campaign/campaign.js';
import { campaignMeasures, rulesOfCampaign } from '../analysis/campaign/campaign-rules.js';
import { type CampaignPlan, newCampaign } from '../analysis/campaign/new-campaign.js';
import type { CampaignInput } from '../analysis/campaign/track.js';
import { dormantCustomers } from '../analysis/dormant/dormant.js';
import type { DormantReport } from '../analysis/dormant/report.js';
import { ownershipOf, ownershipProblems } from '../engine/ownership.js';
import type { Day } from '../model/day.js';
import { exitCodes, UserError } from '../model/errors.js';
import type { SettledAsOf } from './as-of.js';
import { readBranch } from './branch.js';
import type { OptionValues } from './command.js';
import { prepareDormancy } from './dormant-input.js';
import { text, usage } from './option-values.js';
import { refusePublic } from './refuse-public.js';
import { requireTransactions } from './require-transactions.js';
import type { Settings } from './settings.js';
import type { Shell } from './shell.js';
import { summariseTransactions } from './summarise-transactions.js';

const largestSeed = 2 ** 32 - 1;
const percent = /^(\d{1,2}(?:\.\d{1,2})?)%$/;

/** A share strictly between 0 and 1, as 30% or 0.3. */
function shareOption(name: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const inPercent = percent.exec(value)?.[1];
  const share = inPercent !== undefined ? Number(inPercent) / 100 : /^0\.\d{1,4}$/.test(value) ? Number(value) : 0;
  if (share <= 0 || share >= 1) throw usage(`${name} ${value}：请写 0 到 1 之间的占比，如 30% 或 0.3`);
  return share;
}

function seedOption(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^\d{1,10}$/.test(value) || Number(value) > largestSeed)
    throw usage(`--seed ${value}：请写 0 到 ${largestSeed} 的整数`);
  return Number(value);
}

/** What is settled before anything is read; the seed of a campaign without one is its day, 20250930. */
export function planOptions(options: OptionValues, { rules }: Settings): (asOf: Day) => CampaignPlan {
  const controlShare = shareOption('--control', text(options.control)) ?? rules.wake.controlShare;
  const power = shareOption('--power', text(options.power)) ?? 0.8;
  const seed = seedOption(text(options.seed));
  if (controlShare <= 0 || controlShare >= 1) throw usage('wake.controlShare：对照组占比应在 0 和 1 之间，如 0.3');
  if (power < 0.5) throw usage(`--power ${text(options.power)}：把握度不应低于 50%`);
  return (asOf) => ({ seed: seed ?? Number(asOf.replaceAll('-', '')), controlShare, power });
}

/** Masked accounts cannot be found again later. */
function requireCustomers({ accountsAsCustomers }: { readonly accountsAsCustomers: boolean }): void {
  if (accountsAsCustomers)
    throw usage('没有客户号，以账号代替客户：活动名单以后对不上，请同时给出账户导出（账号和客户号）');
}

function requireBothArms({ sizes }: Pick<Campaign, 'sizes'>): void {
  const { treated, control } = sizes;
  if (treated === 0 || control === 0)
    throw usage(
      `睡眠客户只有 ${treated + control} 户，分不出两组：活动 ${treated} 户，对照 ${control} 户，请调整 --control`,
    );
}

interface PreparedCampaign {
  readonly campaign: Campaign;
  /** The one that the campaign was drawn from. */
  readonly report: DormantReport;
  readonly asOf: SettledAsOf;
}

/** Reads the exports and draws. Throws UserError when something is missing or refused, or there is nobody to compare. */
export async function prepareCampaign(
  planOf: (asOf: Day) => CampaignPlan,
  paths: readonly string[],
  options: OptionValues,
  settings: Settings,
  shell: Shell,
): Promise<PreparedCampaign> {
  const { input, asOf } = await prepareDormancy(paths, options, settings, shell);
  requireCustomers(input.engine);
  const report = await settings.stages.time('分析', () => dormantCustomers(input, settings.rules, asOf.asOf));
  const campaign = newCampaign(report, planOf(asOf.asOf), settings.rules);
  requireBothArms(campaign);
  return { campaign, report, asOf };
}

interface PreparedTracking {
  readonly input: CampaignInput;
  readonly asOf: SettledAsOf;
}

/** Reads the exports and folds the transactions. Throws UserError when something is missing, refused or does not fit the campaign. */
export async function prepareTracking(
  campaign: Campaign,
  paths: readonly string[],
  settings: Settings,
  shell: Shell,
): Promise<PreparedTracking> {
  refusePublic(settings);
  const rules = rulesOfCampaign(campaign, settings.rules);
  const branch = await readBranch(paths, { ...settings, rules }, shell, [
    'customers',
    'accounts',
    'balances',
    'contacts',
  ]);
  const { records } = branch;
  const { asOf } = branch.asOf;
  if (asOf <= campaign.startsOn)
    throw usage(`数据日期 ${asOf} 不晚于活动开始日 ${campaign.startsOn}：请给出更新的导出，或用 --as-of 指定`);
  requireTransactions(branch, '唤醒活动');
  const measures = campaignMeasures(campaign, settings.rules, asOf);
  const engine = await summariseTransactions(
    branch.transactions,
    ownershipOf(records.customers, records.accounts),
    measures,
    { ...settings, rules },
    asOf,
  );
  await branch.writeFixes();
  branch.settleRefusals();
  requireCustomers(engine);
  const input: CampaignInput = {
    ...records,
    engine,
    measures,
    intake: branch.intake(engine.sources),
    problems: [...branch.problems(), ...ownershipProblems(records.accounts)],
  };
  return { input, asOf: branch.asOf };
}

/** Other files than those of the campaign's branch. Throws UserError (exit 3) where nobody of the campaign is in them. */
export function requireMembers(unseen: number, members: number): void {
  if (unseen === members)
    throw new UserError('活动名单里的客户一个也不在这些导出里：请核对路径和活动文件', exitCodes.refused);
}
