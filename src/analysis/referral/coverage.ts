// Who was accepted by tellers' receivers (C18) and who was contacted after acceptance (C19).
import type { Contact } from '../../model/contact.js';
import type { Day } from '../../model/day.js';
import { type Ratio, ratio } from '../../model/ratio.js';
import { isPost } from './directions.js';
import type { Episode } from './episode.js';
import { isReceived } from './funnel.js';
import { whole } from './persons.js';

/** C18: accepted / registered by 柜员 of every kind. */
export function tellerAccepted(counted: readonly Episode[]): Ratio {
  const own = counted.filter(({ referrer }) => isPost(referrer.role, '柜员'));
  return ratio(own.filter(isReceived).length, own.length);
}

/** C19: accepted ones with a contact on or after the day of receipt, through asOf; a contact without 客户号 is matched by name. */
export function contactCoverage(
  counted: readonly Episode[],
  contacts: readonly Contact[] | undefined,
  asOf: Day,
): Ratio | null {
  if (contacts === undefined) return null;
  const lastOf = new Map<string, Day>();
  for (const { contactedAt, custNo, custName } of contacts) {
    const key = custNo === undefined ? `姓名 ${whole(custName) ?? ''}` : `客户 ${custNo}`;
    const known = lastOf.get(key);
    if (contactedAt.day <= asOf && (known === undefined || known < contactedAt.day)) lastOf.set(key, contactedAt.day);
  }
  const received = counted.filter(isReceived);
  const contacted = received.filter(({ row, registeredAt, customerId }) => {
    const since = row.receivedAt?.day ?? registeredAt.day;
    const keys = [`客户 ${customerId ?? ''}`, `姓名 ${whole(row.custName) ?? '?'}`];
    return keys.some((key) => (lastOf.get(key) ?? '') >= since);
  });
  return ratio(contacted.length, received.length);
}
