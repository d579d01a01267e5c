// 成交后销户.
import type { Account } from '../../model/account.js';
import type { Customer } from '../../model/customer.js';
import { type Day, daySerial } from '../../model/day.js';
import { customersById } from './customers-by-id.js';
import { isCounted } from './episode.js';
import { groupBy } from './group-by.js';
import { customerText, dealDay, partyText, type ReviewCheck } from './review-check.js';

/** Customers who closed within `review.closedDays` (inclusive) after the deal, on or before asOf. */
export const closedSoon: ReviewCheck = (episodes, { customers, accounts }, rules, asOf) => {
  const byId = customersById(customers);
  const accountsOf = groupBy(accounts ?? [], ({ custNo }) => custNo);
  return episodes.filter(isCounted).flatMap((episode) => {
    const { customerId, referralNo, referrer } = episode;
    const dealOn = dealDay(episode, asOf);
    if (customerId === null || dealOn === null) return [];
    const closedOn = closingDay(byId.get(customerId), accountsOf.get(customerId) ?? []);
    if (closedOn === null || closedOn > asOf) return [];
    const days = daySerial(closedOn) - daySerial(dealOn);
    if (days < 0 || days > rules.ref.review.closedDays) return [];
    return [
      {
        rule: '成交后销户',
        referralNos: [referralNo],
        about: partyText(referrer),
        evidence: `${customerText(customerId)}于${dealOn}成交，${closedOn}销户，相隔${days}天`,
        question: '客户销户的原因是什么，有无需要改进之处？',
      },
    ];
  });
};

/** The customer's own 销户日期, else the day on which the last account was closed; null = open, or the day is not known. */
function closingDay(customer: Customer | undefined, accounts: readonly Account[]): Day | null {
  if (customer?.closeDate !== undefined) return customer.closeDate;
  const days = accounts.flatMap(({ closeDate }) => (closeDate === undefined ? [] : [closeDate]));
  return days.length < accounts.length ? null : (days.sort().at(-1) ?? null);
}
