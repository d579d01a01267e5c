// Why a customer is in a tier, in one line: the tests that passed, those of the next tier that failed, and by how much.
import { type Day, daysBetween } from '../model/day.js';
import { formatYuan } from '../model/fen.js';
import type { Rules } from '../model/rules.js';
import type { TestedTier } from './measures.js';
import { type RfmFacts, type TierTest, testsOf, type Verdict } from './rfm.js';
import { coveredDays, type SilenceEvidence, type SilenceGround } from './silence.js';

const units = { R: '天', F: '次', M: '元' } as const;
const opposite = { '≤': '>', '≥': '<' } as const;

function formatLimit({ of, threshold }: TierTest): string {
  if (of !== 'M') return String(threshold);
  const text = formatYuan(threshold);
  return threshold % 100 === 0 ? text.slice(0, -3) : text;
}

/** @example formatTest({ of: 'R', unit: '天', value: 31, relation: '≤', threshold: 30, passed: false, gap: 1 }) // => 'R=31>30' */
export function formatTest(test: TierTest, limit = formatLimit(test)): string {
  const { of, value, relation, passed } = test;
  if (value === null) return of === 'M' ? 'M=未提供' : `${of}=无`;
  return `${of}=${of === 'M' ? formatYuan(value) : value}${passed ? relation : opposite[relation]}${limit}`;
}

/** @example formatGap({ of: 'M', unit: '分', value: 1, relation: '≥', threshold: 2, passed: false, gap: 1 }) // => '差0.01元' */
export function formatGap({ of, gap }: TierTest): string {
  if (gap === null) return '';
  return `差${of === 'M' ? formatYuan(gap) : gap}${units[of]}`;
}

/** Joined here and below, since what is added up stands in memory piece by piece until somebody reads it. */
function testText(test: TierTest, limit: string): string {
  const text = formatTest(test, limit);
  return test.passed || test.gap === null ? text : [text, '（', formatGap(test), '）'].join('');
}

/** For the tests of one tier. R and F of a million customers are some hundred numbers: the text of each is made once. */
function testTexts(): (test: TierTest) => string {
  const made = { R: new Map<number | null, string>(), F: new Map<number | null, string>() };
  let limitOfM: string | undefined;
  return (test) => {
    if (test.of === 'M') {
      limitOfM ??= formatLimit(test);
      return testText(test, limitOfM);
    }
    const texts = made[test.of];
    const known = texts.get(test.value);
    if (known !== undefined) return known;
    const text = testText(test, formatLimit(test));
    texts.set(test.value, text);
    return text;
  };
}

/** What is said of the tests of one tier. */
interface TierTexts {
  readonly passed: (facts: RfmFacts) => string;
  readonly missed: (facts: RfmFacts) => string;
}

function tierTexts(tier: TestedTier, rules: Rules, asOf: Day): TierTexts {
  const textOf = testTexts();
  const tests = (facts: RfmFacts) => testsOf(tier, facts, rules, asOf);
  const start = `未达${tier}：`;
  return {
    passed: (facts) => tests(facts).map(textOf).join('，'),
    missed: (facts) => {
      const texts: string[] = [];
      for (const test of tests(facts)) if (!test.passed) texts.push(textOf(test));
      return texts.length === 0 ? '' : [start, texts.join('，')].join('');
    },
  };
}

/** What the evidence of a customer without transactions says, against `dormantDays` of silence. */
export function silentReason(
  ground: Verdict['ground'],
  evidence: SilenceEvidence,
  dormantDays: number,
  asOf: Day,
): string {
  const { openDate, lastMovedOn, coveredFrom } = evidence;
  const age = openDate === undefined ? 0 : daysBetween(openDate, asOf);
  const covered = coveredDays(coveredFrom, asOf);
  const since = coveredFrom === undefined ? '没有交易明细' : `交易明细自${coveredFrom}起（${covered}天）`;
  switch (ground) {
    case 'neverSinceOpening':
      return `从未交易，开户${openDate}已${age}天≥${dormantDays}`;
    case 'newlyOpened':
      return `尚未交易，开户${openDate}才${age}天<${dormantDays}`;
    case 'fileCoversSilence':
      return `${since}内无客户交易，R≥${covered}≥${dormantDays}`;
    case 'noMovementSince':
      return `无客户交易，上次动户日期${lastMovedOn}，R≥${daysBetween(lastMovedOn as Day, asOf)}≥${dormantDays}`;
    case 'openedBeforeFile':
      return `${since}，开户${openDate}在此之前，明细内无客户交易，不能判定`;
    default:
      return `${since}，不足${dormantDays}天，明细内无客户交易，不能判定`;
  }
}

/** The day that a silent reason names besides those that all customers share. */
const namedDay: Readonly<Record<SilenceGround, 'openDate' | 'lastMovedOn' | undefined>> = {
  neverSinceOpening: 'openDate',
  newlyOpened: 'openDate',
  openedBeforeFile: 'openDate',
  noMovementSince: 'lastMovedOn',
  fileCoversSilence: undefined,
  fileTooShort: undefined,
};

/** The text of each day is made once, for customers who are all seen through the same transaction files. */
function silentTexts(dormantDays: number, asOf: Day): (ground: SilenceGround, evidence: SilenceEvidence) => string {
  const made = new Map<SilenceGround, Map<Day | undefined, string>>();
  return (ground, evidence) => {
    const day = namedDay[ground] && evidence[namedDay[ground]];
    const texts = made.get(ground) ?? new Map<Day | undefined, string>();
    const known = texts.get(day);
    if (known !== undefined) return known;
    const text = silentReason(ground, evidence, dormantDays, asOf);
    made.set(ground, texts.set(day, text));
    return text;
  };
}

/** Writes the reasons for the tiers that `classify` gave to the customers of one run, who share their `coveredFrom`. */
export function reasonWriter(rules: Rules, asOf: Day): (verdict: Verdict, facts: RfmFacts) => string {
  const dormantDays = rules.rfm.tiers.睡眠客户.minRecencyDays;
  const silent = silentTexts(dormantDays, asOf);
  const core = tierTexts('核心客户', rules, asOf);
  const promising = tierTexts('潜力客户', rules, asOf);
  const basic = tierTexts('基础客户', rules, asOf);
  return (verdict, facts) => {
    if (verdict.ground !== 'transactions') return silent(verdict.ground, facts);
    switch (verdict.tier) {
      case '核心客户':
        return core.passed(facts);
      case '潜力客户':
        return [promising.passed(facts), core.missed(facts)].join('；');
      case '基础客户':
        return [basic.passed(facts), promising.missed(facts)].join('；');
      case '睡眠客户':
        return `R=${verdict.recencyDays}≥${dormantDays}`;
      case '沉寂预警':
        return [basic.missed(facts), `未满睡眠天数：R=${verdict.recencyDays}<${dormantDays}`].join('；');
      default:
        return basic.missed(facts);
    }
  };
}
