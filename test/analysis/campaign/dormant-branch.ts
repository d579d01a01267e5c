// Dormant customers for the campaign tests, and what became of them.
import type { Campaign } from '../../../src/analysis/campaign/campaign.js';
import type { CampaignReport } from '../../../src/analysis/campaign/campaign-report.js';
import { campaignMeasures, rulesOfCampaign } from '../../../src/analysis/campaign/campaign-rules.js';
import { newCampaign } from '../../../src/analysis/campaign/new-campaign.js';
import { trackCampaign } from '../../../src/analysis/campaign/track.js';
import { bandOf } from '../../../src/analysis/dormant/bands.js';
import type { DormantCustomer } from '../../../src/analysis/dormant/listed.js';
import type { Rules } from '../../../src/model/rules.js';
import { dormantCustomer, dormantReport } from '../../ledger/dormant-report.js';
import { on, rulesWith } from '../branch.js';
import { type DormantWish, dormantInput } from '../dormant/branch.js';

/** A sleeper with AUM in 分 and idle days; null days = never traded. */
export function sleeper(customerId: string, aumFen = 100, idleDays: number | null = 200): DormantCustomer {
  const type = idleDays === null ? '从未交易' : '睡眠';
  return dormantCustomer(customerId, { aumFen, idleDays, type, band: bandOf(aumFen) });
}

export function sleepers(count: number): readonly DormantCustomer[] {
  return Array.from({ length: count }, (_, at) => sleeper(`C${String(at).padStart(4, '0')}`));
}

export const plan = { seed: 7, controlShare: 0.3, power: 0.8 };

export function campaignOf(
  customers: readonly DormantCustomer[],
  chosen: Partial<typeof plan> = {},
  rules: Rules = rulesWith(),
): Campaign {
  return newCampaign(dormantReport({ customers, rules }), { ...plan, ...chosen }, rules);
}

/** Tracked on a day after 2025-09-30; the transactions reach back to the day after the start unless wished otherwise. */
export function tracked(campaign: Campaign, wish: DormantWish, end = '2025-12-31'): CampaignReport {
  const rules = wish.rules ?? rulesWith();
  const asOf = on(end);
  const frozen = rulesOfCampaign(campaign, rules);
  const whole = dormantInput({
    coveredFrom: on('2025-10-01'),
    ...wish,
    rules: frozen,
    asOf,
    cohortOn: campaign.startsOn,
  });
  const { customers, accounts, balances, contacts, engine, intake, problems } = whole;
  const measures = campaignMeasures(campaign, rules, asOf);
  return trackCampaign(
    campaign,
    { customers, accounts, balances, contacts, engine, measures, intake, problems },
    rules,
    asOf,
  );
}

export function members(campaign: Campaign, arm: '活动' | '对照'): readonly string[] {
  return campaign.members.filter((member) => member.arm === arm).map(({ customerId }) => customerId);
}
