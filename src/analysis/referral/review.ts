// 待核实: questions that the files raise and only people can answer (§5.6). None of them is an accusation.
import type { Day } from '../../model/day.js';
import type { Rules } from '../../model/rules.js';
import type { Episode } from './episode.js';
import { type ReviewQuestion, reviewRules } from './listed.js';
import { compare } from './order.js';
import { monthEndBursts } from './review-bursts.js';
import type { ReviewCheck, ReviewInput } from './review-check.js';
import { closedSoon } from './review-closings.js';
import { sharedContacts } from './review-contacts.js';
import { inAndOut } from './review-flows.js';
import { handedBack, mutualCustomers, selfReferrals } from './review-relations.js';

export { reviewMeasures } from './review-flows.js';

const checks: readonly ReviewCheck[] = [
  selfReferrals,
  mutualCustomers,
  handedBack,
  sharedContacts,
  closedSoon,
  inAndOut,
  monthEndBursts,
];

/** By rule in the order of `reviewRules`, then 转介编号, whom to ask and evidence. */
export function reviewQuestions(
  episodes: readonly Episode[],
  input: ReviewInput,
  rules: Rules,
  asOf: Day,
): readonly ReviewQuestion[] {
  return checks
    .flatMap((check) => check(episodes, input, rules, asOf))
    .sort(
      (a, b) =>
        reviewRules.indexOf(a.rule) - reviewRules.indexOf(b.rule) ||
        compare(a.referralNos[0] ?? '', b.referralNos[0] ?? '') ||
        compare(a.about, b.about) ||
        compare(a.evidence, b.evidence),
    );
}
