// What the 口径 sheets, the terminal and the list say of a campaign.
import type { Campaign } from '../analysis/campaign/campaign.js';
import { txnClassNames } from '../model/transaction.js';
import type { Fact } from './definitions.js';
import { formatPercent } from './figure-text.js';
import { formatRuleValue } from './rule-table.js';

type Frame = Omit<Campaign, 'report' | 'members' | 'strata'>;

/**
 * A share in % without needless zeros.
 * @example shortPercent(0.95) // => '95%'
 */
export function shortPercent(share: number): string {
  return formatPercent(share).replace(/\.?0+%$/, '%');
}

/** A difference of shares in percentage points; — for null. */
function pointsText(difference: number | null): string {
  return difference === null ? '—' : `${formatPercent(difference).slice(0, -1)} 个百分点`;
}

/** Where the base rate comes from. */
function baseRateText({ baseRate: { value, cohort } }: Frame): string {
  if (cohort === null) return `${shortPercent(value)}（没有可用的上期唤醒率，假定）`;
  return `${formatPercent(value)}（${cohort.cohortOn} 的名单 ${cohort.members} 户中唤醒 ${cohort.awakened} 户）`;
}

/** What the sizes can find, before the campaign. */
export function detectableSentence(frame: Frame): string {
  const { detectable, power, rules } = frame;
  const certainty = `置信水平 ${shortPercent(rules.confidence)}、把握度 ${shortPercent(power)}`;
  const base = `按自然唤醒率 ${baseRateText(frame)}、${certainty}`;
  return detectable === null
    ? `${base}，这样的户数看不出任何差别`
    : `${base}，活动至少要提高 ${pointsText(detectable)}才看得出来`;
}

/** 基本情况 of a campaign. */
export function campaignFacts(frame: Frame): readonly Fact[] {
  const { startsOn, endsOn, seed, controlShare, sizes, rules, power } = frame;
  return [
    ['活动开始', `${startsOn} 的睡眠客户，次日起观察 ${rules.windowDays} 天，至 ${endsOn}`],
    ['对照组', `种子 ${seed}，占比 ${shortPercent(controlShare)}：对照 ${sizes.control} 户，活动 ${sizes.treated} 户`],
    ['分层', '余额档 × 未动天数，每层按最大余数法分配'],
    ['活动文件校验码', frame.hash],
    ['睡眠标准', rules.preset],
    ['算作客户交易', rules.resetClasses.map((name) => txnClassNames[name]).join('、')],
    ['自然唤醒率（事前）', baseRateText(frame)],
    ['置信水平、把握度', `${shortPercent(rules.confidence)}、${shortPercent(power)}`],
    ['可辨差别（事前）', pointsText(frame.detectable)],
    ['对公客户', formatRuleValue(rules.includeCorporate)],
  ];
}
