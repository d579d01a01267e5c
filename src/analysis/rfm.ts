// The tier of one customer (A4–A8, B9): 睡眠 first, then the best tier whose tests all pass, then our labels for the holes.
import { type Day, dayFromSerial, daySerial } from '../model/day.js';
import { fenFromYuan } from '../model/fen.js';
import type { Rules } from '../model/rules.js';
import type { Tier } from '../model/tier.js';
import { type ActivityFigures, type TestedTier, testedTiers } from './measures.js';
import { judgeSilence, type SilenceEvidence, type SilenceGround } from './silence.js';

/** All that decides a tier. */
export interface RfmFacts extends ActivityFigures, SilenceEvidence {
  /** null = not provided. */
  readonly aumFen: number | null;
}

/** One comparison with a threshold; R in days, F in transactions, M in 分. */
export interface TierTest {
  readonly of: 'R' | 'F' | 'M';
  readonly unit: '天' | '次' | '分';
  /** null: R without any transaction, M by AUM that was not provided. */
  readonly value: number | null;
  readonly relation: '≤' | '≥';
  readonly threshold: number;
  readonly passed: boolean;
  /** How far from passing; 0 when passed, null when there is no value. */
  readonly gap: number | null;
}

export type Ground = 'transactions' | SilenceGround;

export interface Verdict {
  readonly tier: Tier;
  /** 从未交易 or 睡眠 within 睡眠客户, else null. */
  readonly subtype: '睡眠' | '从未交易' | null;
  readonly ground: Ground;
  readonly recencyDays: number | null;
}

const unitOf = { R: '天', F: '次', M: '分' } as const;

/** Compares one value; both relations include the threshold itself (§1.6). */
export function testOf(
  of: TierTest['of'],
  value: number | null,
  relation: TierTest['relation'],
  threshold: number,
): TierTest {
  const unit = unitOf[of];
  if (value === null) return { of, unit, value, relation, threshold, passed: false, gap: null };
  const missing = relation === '≤' ? value - threshold : threshold - value;
  return { of, unit, value, relation, threshold, passed: missing <= 0, gap: Math.max(0, missing) };
}

/** Days from the last qualifying transaction to asOf (A1); null without one. */
function recencyOf(facts: ActivityFigures, asOf: Day): number | null {
  return facts.lastSerial === null ? null : daySerial(asOf) - facts.lastSerial;
}

/** The tests of R, F and M for one tier, passed and failed alike, in this order. */
export function testsOf(tier: TestedTier, facts: RfmFacts, rules: Rules, asOf: Day): readonly TierTest[] {
  const { maxRecencyDays, minFrequency, minAmountYuan } = rules.rfm.tiers[tier];
  const { frequency, amountFen } = facts.byTier[tier];
  return [
    testOf('R', recencyOf(facts, asOf), '≤', maxRecencyDays),
    testOf('F', frequency, '≥', minFrequency),
    testOf('M', rules.rfm.monetary === 'aum' ? facts.aumFen : amountFen, '≥', fenFromYuan(minAmountYuan)),
  ];
}

const silent = (ground: SilenceGround, tier: Tier, subtype: Verdict['subtype']): Verdict => {
  return { tier, subtype, ground, recencyDays: null };
};

const silentVerdicts: Readonly<Record<SilenceGround, Verdict>> = {
  neverSinceOpening: silent('neverSinceOpening', '睡眠客户', '从未交易'),
  fileCoversSilence: silent('fileCoversSilence', '睡眠客户', '睡眠'),
  noMovementSince: silent('noMovementSince', '睡眠客户', '睡眠'),
  newlyOpened: silent('newlyOpened', '新开未动户', null),
  openedBeforeFile: silent('openedBeforeFile', '无法判定', null),
  fileTooShort: silent('fileTooShort', '无法判定', null),
};

/** Whether all tests of a tier pass; the same as every one of `testsOf`, which is for those who want to see them. */
function passes(tier: TestedTier, facts: RfmFacts, rules: Rules, recencyDays: number): boolean {
  const { maxRecencyDays, minFrequency, minAmountYuan } = rules.rfm.tiers[tier];
  const { frequency, amountFen } = facts.byTier[tier];
  if (recencyDays > maxRecencyDays || frequency < minFrequency) return false;
  const monetaryFen = rules.rfm.monetary === 'aum' ? facts.aumFen : amountFen;
  return monetaryFen !== null && monetaryFen >= fenFromYuan(minAmountYuan);
}

/** The tier on asOf; every boundary belongs to the tier that names it. */
export function classify(facts: RfmFacts, rules: Rules, asOf: Day): Verdict {
  const dormantDays = rules.rfm.tiers.睡眠客户.minRecencyDays;
  const recencyDays = recencyOf(facts, asOf);
  if (recencyDays === null) {
    const ground = judgeSilence(facts, dormantDays, asOf);
    return silentVerdicts[ground];
  }
  const ground: Ground = 'transactions';
  if (recencyDays >= dormantDays) return { tier: '睡眠客户', subtype: '睡眠', ground, recencyDays };
  for (const tier of testedTiers) {
    if (passes(tier, facts, rules, recencyDays)) return { tier, subtype: null, ground, recencyDays };
  }
  const tier = recencyDays > rules.rfm.tiers.基础客户.maxRecencyDays ? '沉寂预警' : '一般活跃';
  return { tier, subtype: null, ground, recencyDays };
}

// A million customers share a few thousand days.
const dayOfSerial = new Map<number, Day>();

/** The day of the last qualifying transaction; null without one. */
export function lastActiveOn({ lastSerial }: ActivityFigures): Day | null {
  if (lastSerial === null) return null;
  const known = dayOfSerial.get(lastSerial);
  if (known !== undefined) return known;
  const day = dayFromSerial(lastSerial);
  dayOfSerial.set(lastSerial, day);
  return day;
}
