// 客户约访记录: whom to contact on a day, because an earlier contact said so (下次联系日).
import type { Contact } from '../../model/contact.js';
import { contactReasons } from '../../model/contact-reasons.js';
import type { Day } from '../../model/day.js';
import { maskText } from '../../model/mask-text.js';
import { previousWorkingDay } from '../referral/morning.js';
import type { LogKeeper } from './log-keepers.js';
import type { FollowUp } from './report.js';
import { isDoneBy, type LogScene } from './scene.js';

interface Due {
  readonly contact: Contact;
  readonly dueOn: Day;
  /** The customer was contacted again on this day; undefined = not by asOf. */
  readonly settledOn: Day | undefined;
}

const knownReasons: ReadonlySet<string> = new Set(contactReasons);

function partyOf({ custNo, custName }: Contact): string {
  return custNo ?? `name ${custName}`;
}

function dueContacts(contacts: readonly Contact[]): readonly Due[] {
  const daysOf = new Map<string, Day[]>();
  for (const contact of contacts) {
    const days = daysOf.get(partyOf(contact)) ?? [];
    days.push(contact.contactedAt.day);
    daysOf.set(partyOf(contact), days);
  }
  for (const days of daysOf.values()) days.sort();
  return contacts.flatMap((contact) => {
    const { nextContactOn: dueOn, contactedAt } = contact;
    if (dueOn === undefined || dueOn <= contactedAt.day) return [];
    return [{ contact, dueOn, settledOn: daysOf.get(partyOf(contact))?.find((day) => day > contactedAt.day) }];
  });
}

/** A reason in free words may name anybody: what is left of it says something, or it is 其他. */
function reasonText(reason: string): string {
  if (knownReasons.has(reason)) return reason;
  const shown = maskText(reason);
  return /[\p{L}]/u.test(shown.replaceAll('*', '')) ? shown : '其他';
}

function followUpOf({ masker, shown }: LogScene, { contact, dueOn }: Due): FollowUp {
  const { custNo, custName, reason } = contact;
  const { customerName, level } = custNo === undefined ? { customerName: null, level: null } : shown(custNo);
  return {
    customerId: custNo ?? null,
    customerName: customerName ?? masker.name(custName),
    level,
    dueOn,
    reason: reason === undefined ? null : reasonText(reason),
  };
}

function orderOf({ dueOn, customerId, customerName, reason }: FollowUp): string {
  return [dueOn, customerId ?? '~', customerName ?? '', reason ?? ''].join(' ');
}

/** Each customer once, the longest due first. What falls on a weekend stands on the working day after it. */
export function followUpReader(scene: LogScene, keeper: LogKeeper): (day: Day) => readonly FollowUp[] {
  const own = dueContacts(scene.contacts ?? []).filter(({ contact: { staffNo, staffName, custNo } }) =>
    isDoneBy(scene, keeper, { no: staffNo, name: staffName, custNo }),
  );
  return (day) => {
    const since = previousWorkingDay(day);
    const due = own.filter(
      ({ dueOn, settledOn }) => dueOn > since && dueOn <= day && (settledOn === undefined || settledOn >= day),
    );
    const inOrder = due
      .map((one) => ({ party: partyOf(one.contact), followUp: followUpOf(scene, one) }))
      .map((one) => ({ ...one, order: orderOf(one.followUp) }))
      .sort((a, b) => (a.order < b.order ? -1 : a.order > b.order ? 1 : 0));
    return [...new Map([...inOrder].reverse().map(({ party, followUp }) => [party, followUp])).values()].reverse();
  };
}
