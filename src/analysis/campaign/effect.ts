// The arms against each other, as a whole and stratum by stratum.
import { ratio } from '../../model/ratio.js';
import { groupBy } from '../referral/group-by.js';
import type { Arm, CampaignStratum } from './campaign.js';
import type {
  ArmFigures,
  MemberStatus,
  StratumEffect,
  TrackedMember,
  Uplift,
  WeightedUplift,
} from './campaign-report.js';
import { newcombeInterval } from './newcombe.js';

function rateOf(members: readonly TrackedMember[]) {
  return ratio(members.filter(({ status }) => status === '已唤醒').length, members.length);
}

/** `hasContacts` false = contacts not provided. */
export function armFigures(all: readonly TrackedMember[], arm: Arm, hasContacts: boolean): ArmFigures {
  const members = all.filter((member) => member.arm === arm);
  const inStatus = (wanted: MemberStatus) => members.filter(({ status }) => status === wanted).length;
  const rate = rateOf(members);
  const contacted = members.filter(({ firstContactOn }) => firstContactOn !== null).length;
  return {
    arm,
    members: members.length,
    awakened: rate.numerator,
    rate,
    closed: inStatus('期间销户'),
    unseen: inStatus('未见'),
    contacted: hasContacts ? ratio(contacted, members.length) : null,
  };
}

/** With Newcombe's interval at the confidence. */
export function upliftOf(treated: ArmFigures, control: ArmFigures, confidence: number): Uplift | null {
  const counts = [treated, control].map(({ awakened, members }) => ({ successes: awakened, n: members }));
  const interval = newcombeInterval(counts[0]!, counts[1]!, confidence);
  if (interval === null || treated.rate.value === null || control.rate.value === null) return null;
  return { value: treated.rate.value - control.rate.value, ...interval, confidence };
}

/** In the order of the campaign. */
export function stratumEffects(
  strata: readonly CampaignStratum[],
  members: readonly TrackedMember[],
): readonly StratumEffect[] {
  const inStratum = groupBy(members, ({ stratum }) => stratum);
  return strata.map(({ stratum, band, idleBand }) => {
    const within = inStratum.get(stratum) ?? [];
    const [treated, control] = (['活动', '对照'] as const).map((arm) =>
      rateOf(within.filter((one) => one.arm === arm)),
    );
    const isBoth = treated!.value !== null && control!.value !== null;
    return {
      stratum,
      band,
      idleBand,
      treated: treated!,
      control: control!,
      uplift: isBoth ? treated!.value! - control!.value! : null,
    };
  });
}

/** Each stratum counts by its members of both arms. */
export function weightedUplift(strata: readonly StratumEffect[]): WeightedUplift | null {
  let members = 0;
  let sum = 0;
  for (const { treated, control, uplift } of strata) {
    if (uplift === null) continue;
    const size = treated.denominator + control.denominator;
    members += size;
    sum += uplift * size;
  }
  return members === 0 ? null : { value: sum / members, members };
}
