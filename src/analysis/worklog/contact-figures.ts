// Customers contacted per employee and day (G16), from the contacts given.
import type { Contact } from '../../model/contact.js';
import type { Day } from '../../model/day.js';
import type { Period } from '../../model/period.js';
import { ratio } from '../../model/ratio.js';
import { groupBy } from '../referral/group-by.js';
import type { LogKeeper } from './log-keepers.js';
import type { ContactFigures } from './report.js';
import { isDoneBy, type LogScene } from './scene.js';

export interface MonthContacts {
  /** null = no contacts given. */
  readonly figures: ContactFigures | null;
  /** Distinct customers; null also after asOf. */
  readonly contactedOn: (day: Day) => number | null;
}

function distinctCustomers(contacts: readonly Contact[]): number {
  return new Set(contacts.map(({ custNo, custName }) => custNo ?? `name ${custName}`)).size;
}

/** Contacts of all days of the month, weekends among them. */
export function monthContacts(scene: LogScene, keeper: LogKeeper, { from, through }: Period): MonthContacts {
  if (scene.contacts === undefined) return { figures: null, contactedOn: () => null };
  const own = scene.contacts.filter(
    ({ contactedAt: { day }, staffNo, staffName, custNo }) =>
      day >= from && day <= through && isDoneBy(scene, keeper, { no: staffNo, name: staffName, custNo }),
  );
  const byDay = groupBy(own, ({ contactedAt }) => contactedAt.day);
  const perDay = new Map([...byDay].map(([day, contacts]) => [day, distinctCustomers(contacts)]));
  const counts = [...perDay.values()];
  const minutes = own.flatMap((contact) => contact.minutes ?? []);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return {
    figures: {
      days: counts.length,
      customersPerDay: ratio(sum(counts), counts.length),
      mostCustomers: Math.max(0, ...counts),
      minutesPerContact: minutes.length === 0 ? null : ratio(sum(minutes), minutes.length),
    },
    contactedOn: (day) => (day > scene.asOf ? null : (perDay.get(day) ?? 0)),
  };
}
