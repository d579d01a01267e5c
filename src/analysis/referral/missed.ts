// 应转未转: what should have been referred and was not (C6, C7). 咨询理财 is in no export; the deposit alone decides.
import { type Day, daySerial } from '../../model/day.js';
import { maskerFor } from '../../model/masker.js';
import type { Records } from '../../model/records.js';
import type { Rules } from '../../model/rules.js';
import { managerReader } from '../managers.js';
import { customersById } from './customers-by-id.js';
import type { Episode } from './episode.js';
import { groupBy } from './group-by.js';
import type { MissedReferral, MissedReferrals } from './listed.js';
import { compare } from './order.js';
import { largeDepositTriggers, newAccountTriggers, type Trigger, type TriggerInput } from './triggers.js';

export { missedMeasures } from './triggers.js';

/**
 * Triggers of the period without any registration of that customer in [day − missedBefore, day + missedAfter], 重复 and 期外
 * among them, 自荐 not; the days after may still be running. One per customer and reason, by day, then 客户号.
 */
export function missedReferrals(
  input: TriggerInput & Records<'employees' | 'assignments'>,
  episodes: readonly Episode[],
  rules: Rules,
  asOf: Day,
): MissedReferrals {
  const referred = groupBy(
    episodes.filter(({ state }) => state !== '自荐'),
    ({ customerId }) => customerId,
  );
  const masker = maskerFor(rules.privacy.profile);
  const customerOf = customersById(input.customers);
  const managerOf = managerReader(input, asOf);
  const missedOf = ({ custNo, reason, days, amountFen }: Trigger): readonly MissedReferral[] => {
    const on = days.findLast((day) => !isReferred(referred.get(custNo) ?? [], day, rules));
    if (on === undefined) return [];
    const customer = customerOf.get(custNo);
    const [customerName, managerName] = [masker.name(customer?.custName), managerOf(custNo, customer)];
    return [{ customerId: custNo, customerName, managerName, reason, on, amountFen }];
  };
  const newAccounts = newAccountTriggers(input, rules, asOf);
  const largeDeposits = largeDepositTriggers(input, rules, asOf);
  return {
    newAccounts: newAccounts?.flatMap(missedOf).sort(byDayAndCustomer) ?? null,
    largeDeposits: largeDeposits?.flatMap(missedOf).sort(byDayAndCustomer) ?? null,
    newAccountTriggers: newAccounts?.length ?? null,
    largeDepositTriggers: largeDeposits?.length ?? null,
  };
}

function isReferred(episodes: readonly Episode[], on: Day, { ref }: Rules): boolean {
  return episodes.some(({ registeredAt }) => {
    const days = daySerial(registeredAt.day) - daySerial(on);
    return days >= -ref.missedBefore && days <= ref.missedAfter;
  });
}

function byDayAndCustomer(a: MissedReferral, b: MissedReferral): number {
  return compare(a.on, b.on) || compare(a.customerId, b.customerId);
}
