// Looks at a campaign again with newer exports.
import { type Day, daysBetween } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import { activityNotes, coverageAgainst } from '../activity-notes.js';
import type { DormantInput } from '../dormant/input.js';
import { type Scene, sceneOf } from '../dormant/scene.js';
import { warnings } from '../segment-problems.js';
import type { Campaign } from './campaign.js';
import type { CampaignReport, CampaignSummary, StratumEffect, TrackedMember } from './campaign-report.js';
import { rulesOfCampaign } from './campaign-rules.js';
import { minimumDetectable, neededSizes } from './detectable.js';
import { armFigures, stratumEffects, upliftOf, weightedUplift } from './effect.js';
import { trackMembers } from './outcomes.js';
import { trackNotes } from './track-notes.js';
import { conclusionOf, verdictOf } from './verdict.js';

/** Everything that tracking looks at; undefined = no such export was given. */
export type CampaignInput = Pick<
  DormantInput,
  'customers' | 'accounts' | 'balances' | 'contacts' | 'engine' | 'measures' | 'intake' | 'problems'
>;

function sceneAt(campaign: Campaign, input: CampaignInput, rules: Rules, asOf: Day): Scene {
  const without = {
    holdings: undefined,
    wealthSales: undefined,
    fundTransactions: undefined,
    loans: undefined,
    nps: undefined,
    employees: undefined,
    assignments: undefined,
  };
  return sceneOf({ ...without, ...input, cohortOn: campaign.startsOn }, rules, asOf);
}

function summarise(
  campaign: Campaign,
  { window, contacts }: Scene,
  members: readonly TrackedMember[],
  strata: readonly StratumEffect[],
  isCovered: boolean,
): CampaignSummary {
  const { confidence } = campaign.rules;
  const certainty = { confidence, power: campaign.power };
  const treated = armFigures(members, '活动', contacts !== null);
  const control = armFigures(members, '对照', contacts !== null);
  const sizes = { treated: treated.members, control: control.members };
  const figures = {
    windowComplete: window.isComplete,
    through: window.through,
    treated,
    control,
    uplift: upliftOf(treated, control, confidence),
    weightedUplift: weightedUplift(strata),
    detectable: minimumDetectable(sizes, control.rate.value ?? 0, certainty),
    needed: neededSizes(sizes, treated.rate.value ?? 0, control.rate.value ?? 0, certainty),
  };
  const verdict = verdictOf(figures, isCovered);
  return { ...figures, verdict, conclusion: conclusionOf(verdict, figures, campaign) };
}

/**
 * Figures of both arms on asOf, which lies after `campaign.startsOn`; the rules of the campaign win over `rules`. Throws Error where
 * `campaignMeasures` are not among the measures: a bug of the caller.
 */
export function trackCampaign(campaign: Campaign, input: CampaignInput, rules: Rules, asOf: Day): CampaignReport {
  const { engine } = input;
  const frozen = rulesOfCampaign(campaign, rules);
  const scene = sceneAt(campaign, input, frozen, asOf);
  const members = trackMembers(campaign, scene);
  const strata = stratumEffects(campaign.strata, members);
  const watched = daysBetween(campaign.startsOn, asOf);
  const coverage = coverageAgainst(engine, watched, watched, asOf);
  const summary = summarise(campaign, scene, members, strata, coverage.flag === null);
  const { found, warn } = warnings(input);
  if (coverage.flag !== null)
    warn(
      'short-coverage',
      'transactions',
      `覆盖不足：交易明细自 ${coverage.from ?? '—'} 起，活动从 ${campaign.startsOn} 的次日起观察，其间的唤醒看不到；请补充更早的交易明细`,
    );
  const { report: _, members: __, strata: ___, ...frame } = campaign;
  return {
    report: 'campaignTrack',
    asOf,
    rules: frozen,
    intake: input.intake,
    problems: [...input.problems, ...engine.problems, ...found],
    campaign: frame,
    summary,
    strata,
    coverage,
    activity: activityNotes(engine),
    notes: trackNotes(campaign, summary, rules, coverage.to),
    members,
  };
}
