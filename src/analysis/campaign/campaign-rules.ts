// The rules a campaign was started with win over those in force when it is looked at.
import type { Measure } from '../../engine/activity.js';
import type { Day } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import { dormantMeasures } from '../dormant/measures.js';
import type { Campaign } from './campaign.js';

/** The rules in force with those of the campaign in their place. */
export function rulesOfCampaign({ rules: frozen }: Pick<Campaign, 'rules'>, rules: Rules): Rules {
  const { preset, resetClasses, unknownAs, windowDays, confidence, includeCorporate } = frozen;
  return {
    ...rules,
    dormant: { ...rules.dormant, preset },
    txn: { ...rules.txn, resetClasses, unknownAs },
    wake: { ...rules.wake, windowDays, confidence },
    scope: { ...rules.scope, includeCorporate },
  };
}

/** What `trackCampaign` reads of transactions. The engine must run by `rulesOfCampaign`, too. */
export function campaignMeasures(campaign: Campaign, rules: Rules, asOf: Day): readonly Measure[] {
  return dormantMeasures(rulesOfCampaign(campaign, rules), asOf, campaign.startsOn);
}
