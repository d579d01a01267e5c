// 资金快进快出: money that comes with the deal and leaves within days.
import type { Measure } from '../../engine/activity.js';
import { addDays, type Day } from '../../model/day.js';
import { fenFromYuan, formatYuan } from '../../model/fen.js';
import type { Rules } from '../../model/rules.js';
import type { TxnClass } from '../../model/transaction.js';
import { purchasesOf } from '../purchases.js';
import { answerReader } from './answers.js';
import { type Episode, isCounted } from './episode.js';
import { groupBy } from './group-by.js';
import type { ReferralInput } from './input.js';
import { byRegistration } from './order.js';
import { customerText, dealDay, partyText, type ReviewCheck, type ReviewInput } from './review-check.js';

const moved: readonly TxnClass[] = ['ACTIVE', 'THIRD_PARTY'];
const invested = /理财|基金|保险|国债|存单|定期|贵金属|黄金|信托|资管|还款|还贷/;

const names = {
  credits: 'referral.review.creditsFen',
  debits: 'referral.review.debitsFen',
  accountCredits: 'referral.review.account.creditsFen',
} as const;

/** What `reviewQuestions` must know of the transactions: money in and out in the days from each customer's first deal on. */
export function reviewMeasures(
  episodes: readonly Episode[],
  input: Pick<ReferralInput, 'accounts'>,
  rules: Rules,
  asOf: Day,
): readonly Measure[] {
  const dayOf = firstDeals(episodes, asOf);
  const ofAccounts = (input.accounts ?? []).flatMap(({ acctNo, custNo }): readonly (readonly [string, Day])[] => {
    const on = dayOf.get(custNo);
    return on === undefined ? [] : [[acctNo, on]];
  });
  const days = { fromDays: 0, throughDays: rules.ref.review.inOutDays };
  const sum = { of: 'sum', classes: moved } as const;
  const within = { anchors: dayOf, ...days };
  const withinAccount = { anchors: new Map(ofAccounts), ...days };
  return [
    { name: names.credits, ...sum, within, direction: 'C' },
    { name: names.debits, ...sum, within, direction: 'D' },
    { name: names.accountCredits, ...sum, within: withinAccount, per: 'account', direction: 'C' },
  ];
}

/** Over all rows, whatever their state and period: the engine must be asked for the same days as are read afterwards. */
function firstDeals(episodes: readonly Episode[], asOf: Day): ReadonlyMap<string, Day> {
  const days = new Map<string, Day>();
  for (const episode of episodes) {
    const { customerId } = episode;
    const on = dealDay(episode, asOf);
    const known = customerId === null ? undefined : days.get(customerId);
    if (customerId !== null && on !== null && (known === undefined || on < known)) days.set(customerId, on);
  }
  return days;
}

interface Deal {
  readonly customerId: string;
  readonly episode: Episode;
  readonly on: Day;
}

/** The first deals that a counted referral brought. */
function countedDeals(episodes: readonly Episode[], asOf: Day): readonly Deal[] {
  const days = firstDeals(episodes, asOf);
  const deals = new Map<string, Deal>();
  for (const episode of [...episodes].filter(isCounted).sort(byRegistration)) {
    const { customerId } = episode;
    const on = dealDay(episode, asOf);
    if (customerId === null || on === null || on !== days.get(customerId) || deals.has(customerId)) continue;
    deals.set(customerId, { customerId, episode, on });
  }
  return [...deals.values()];
}

/**
 * Credits from the deal through `inOutDays` later of at least `newAccountDeposit`, of which `inOutShare` left the branch: what
 * was bought in those days, or went to an own account, has not left.
 */
export const inAndOut: ReviewCheck = (episodes, input, { ref }, asOf) => {
  const { engine } = input;
  if (engine === undefined) return [];
  const read = answerReader(input.measures);
  const keptFen = keptReader(input, ref.review.inOutDays, asOf);
  return countedDeals(episodes, asOf).flatMap((deal) => {
    const { customerId } = deal;
    const activity = engine.activities.get(customerId);
    const creditsFen = read(activity, names.credits) ?? 0;
    const leftFen = (read(activity, names.debits) ?? 0) - keptFen(deal, creditsFen);
    if (creditsFen < fenFromYuan(ref.newAccountDeposit) || leftFen < creditsFen * ref.review.inOutShare) return [];
    const { inOutDays } = ref.review;
    const span = `${deal.on}成交起${inOutDays}天内`;
    return [
      {
        rule: '资金快进快出',
        referralNos: [deal.episode.referralNo],
        about: partyText(deal.episode.referrer),
        evidence: `${customerText(customerId)}于${span}入账${formatYuan(creditsFen)}元，转出${formatYuan(leftFen)}元`,
        question: '这笔资金原本的用途是什么，客户后续是否还有安排？',
      },
    ];
  });
};

/** Debits that did not leave: purchases of those days, or the deal as the register states it, and transfers between own accounts. */
function keptReader(input: ReviewInput, inOutDays: number, asOf: Day): (deal: Deal, creditsFen: number) => number {
  const { accounts, engine } = input;
  const purchases = purchasesOf(input, asOf);
  const accountsOf = groupBy(accounts ?? [], ({ custNo }) => custNo);
  const read = answerReader(input.measures);
  return ({ customerId, episode, on }, creditsFen) => {
    const until = addDays(on, inOutDays);
    const bought = (purchases?.get(customerId) ?? []).filter((purchase) => purchase.on >= on && purchase.on <= until);
    const boughtFen = bought.reduce((sum, { amountFen }) => sum + amountFen, 0);
    const { dealProduct = '', dealFen = 0 } = episode.row;
    const dealtFen = invested.test(dealProduct) ? dealFen : 0;
    const own = new Set((accountsOf.get(customerId) ?? []).map(({ acctNo }) => acctNo));
    const legsFen = [...own].reduce(
      (sum, acctNo) => sum + (read(engine?.accounts.get(acctNo), names.accountCredits) ?? 0),
      0,
    );
    // An account counts both legs of an own transfer, a customer only the debit: the difference stayed with the customer.
    return Math.max(boughtFen, dealtFen) + Math.max(0, legsFen - creditsFen);
  };
}
