// Who bought again within three months (C13).
import { addMonths, type Day } from '../../model/day.js';
import { ratio } from '../../model/ratio.js';
import type { Rules } from '../../model/rules.js';
import { type PurchaseInput, purchasesOf } from '../purchases.js';
import type { Episode } from './episode.js';
import type { ReferralRow } from './listed.js';
import type { RepurchaseFigures } from './report.js';
import { isNewSuccess } from './successful.js';

export interface Repurchase {
  /** By customer: one who was referred twice counts once. */
  readonly figures: RepurchaseFigures;
  /** null = no new customer, no success, no purchase yet, or no sales files. */
  of(episode: Episode): ReferralRow['repurchased'];
}

/**
 * C13 for new customers whose referral succeeded: another purchase on a later day, through `addMonths(first, months)`. Until that
 * day has come the answer is 未到期, also where the second purchase is made already, so that nobody is in the rate too early.
 */
export function repurchaseOf(episodes: readonly Episode[], input: PurchaseInput, rules: Rules, asOf: Day): Repurchase {
  const purchases = purchasesOf(input, asOf);
  const answers = new Map<string, ReferralRow['repurchased']>();
  for (const episode of episodes) {
    if (purchases === undefined || !isNewSuccess(episode) || episode.customerId === null) continue;
    const days = (purchases.get(episode.customerId) ?? []).map(({ on }) => on);
    answers.set(episode.customerId, repurchaseAnswer(days, rules.ref.repurchaseMonths, asOf));
  }
  const count = (answer: ReferralRow['repurchased']) => [...answers.values()].filter((one) => one === answer).length;
  return {
    figures: {
      ...ratio(count('是'), count('是') + count('否')),
      provided: purchases !== undefined,
      pending: count('未到期'),
    },
    of: (episode) => (isNewSuccess(episode) ? (answers.get(episode.customerId ?? '') ?? null) : null),
  };
}

/**
 * One customer's purchase days, in any order; null without any.
 * @example repurchaseAnswer(['2025-06-30', '2025-09-30'], 3, '2025-09-30') // => '是'
 */
export function repurchaseAnswer(days: readonly Day[], months: number, asOf: Day): ReferralRow['repurchased'] {
  const [first, ...later] = [...days].sort();
  if (first === undefined) return null;
  const until = addMonths(first, months);
  if (until > asOf) return '未到期';
  return later.some((day) => day > first && day <= until) ? '是' : '否';
}
