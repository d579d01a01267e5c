// Draws the control group of a wake-up campaign.
import { addDays } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import { balanceBands, type DormantCustomer } from '../dormant/listed.js';
import type { DormantReport } from '../dormant/report.js';
import { groupBy } from '../referral/group-by.js';
import { apportion } from './apportion.js';
import type { BaseRate, Campaign, CampaignMember, CampaignRules, CampaignStratum } from './campaign.js';
import { minimumDetectable } from './detectable.js';
import { drawFrom } from './draw.js';
import { idleBandOf, idleBands } from './idle-bands.js';
import { sealOf } from './seal.js';

/** What whoever starts a campaign chooses. */
export interface CampaignPlan {
  /** 0 … 2^32 − 1. */
  readonly seed: number;
  /** Between 0 and 1. */
  readonly controlShare: number;
  /** Between 0 and 1. */
  readonly power: number;
}

/** [P] Where no earlier cohort says how many wake up by themselves. */
const assumedBaseRate = 0.1;

/** A window that is not over says too little, and a rate of 0 or 1 comes from too few customers. */
function baseRateOf({ summary: { wake } }: DormantReport): BaseRate {
  const { value } = wake.rate;
  if (!wake.windowComplete || value === null || value === 0 || value === 1)
    return { value: assumedBaseRate, cohort: null };
  return { value, cohort: { cohortOn: wake.cohortOn, awakened: wake.awakened, members: wake.cohort } };
}

function frozenRules({ dormant, txn, wake, scope }: Rules): CampaignRules {
  return {
    preset: dormant.preset,
    resetClasses: txn.resetClasses,
    unknownAs: txn.unknownAs,
    windowDays: wake.windowDays,
    confidence: wake.confidence,
    includeCorporate: scope.includeCorporate,
  };
}

interface Group extends Pick<CampaignStratum, 'stratum' | 'band' | 'idleBand'> {
  /** Names the lottery; the same for the same bands in every campaign. */
  readonly stream: number;
  readonly customers: readonly DormantCustomer[];
}

function groupsOf(customers: readonly DormantCustomer[]): readonly Group[] {
  const members = groupBy(customers, (one) => `${one.band} × ${idleBandOf(one)}`);
  const all = balanceBands.flatMap((band) => idleBands.map((idleBand) => ({ band, idleBand })));
  return all.flatMap(({ band, idleBand }, stream): readonly Group[] => {
    const stratum = `${band} × ${idleBand}`;
    const within = members.get(stratum);
    return within === undefined ? [] : [{ stratum, band, idleBand, stream, customers: within }];
  });
}

function drawnMembers(groups: readonly Group[], { seed, controlShare }: CampaignPlan): readonly CampaignMember[] {
  const controls = apportion(
    groups.map(({ customers }) => customers.length),
    controlShare,
  );
  const members = groups.flatMap(({ stratum, stream, customers }, place) => {
    const ids = customers.map(({ customerId }) => customerId);
    const control = drawFrom(ids, controls[place] ?? 0, seed, stream);
    return customers.map(({ customerId, aumFen, idleDays }): CampaignMember => {
      return { customerId, arm: control.has(customerId) ? '对照' : '活动', stratum, aumFen, idleDays };
    });
  });
  return members.sort((a, b) => (a.customerId < b.customerId ? -1 : 1));
}

function sizesOf(members: readonly CampaignMember[]) {
  const control = members.filter(({ arm }) => arm === '对照').length;
  return { treated: members.length - control, control };
}

/**
 * Everybody dormant on `report.asOf` is in exactly one arm; where AUM is given, only those whose AUM is known. The control group is
 * drawn within each stratum of AUM band (B8) × idle days. The draw depends on the customers, the seed and the share alone. An arm may
 * come out empty: whoever calls looks at `sizes`.
 */
export function newCampaign(report: DormantReport, plan: CampaignPlan, rules: Rules): Campaign {
  const { asOf, summary } = report;
  const customers = report.customers.filter(({ aumFen }) => summary.aumOn === null || aumFen !== null);
  const groups = groupsOf(customers);
  const members = drawnMembers(groups, plan);
  const inStratum = groupBy(members, ({ stratum }) => stratum);
  const baseRate = baseRateOf(report);
  const sizes = sizesOf(members);
  const frozen = frozenRules(rules);
  const content: Omit<Campaign, 'hash'> = {
    report: 'campaign',
    startsOn: asOf,
    endsOn: addDays(asOf, frozen.windowDays),
    seed: plan.seed,
    controlShare: plan.controlShare,
    power: plan.power,
    rules: frozen,
    aumOn: summary.aumOn,
    baseRate,
    detectable: minimumDetectable(sizes, baseRate.value, { confidence: frozen.confidence, power: plan.power }),
    sizes,
    strata: groups.map(({ stratum, band, idleBand }) => {
      return { stratum, band, idleBand, ...sizesOf(inStratum.get(stratum) ?? []) };
    }),
    members,
  };
  return { ...content, hash: sealOf(content) };
}
