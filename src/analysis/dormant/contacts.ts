// When customers were contacted (B3, B4, B5).
import type { Contact } from '../../model/contact.js';
import type { Customer } from '../../model/customer.js';
import type { Day } from '../../model/day.js';
import { maskName } from '../../model/mask.js';
import { withoutNumbers } from '../activity-notes.js';
import { contentKey } from '../content-key.js';
import type { Roster } from '../roster.js';

export interface FirstContact {
  readonly firstContactOn: Day | null;
  readonly contactMethod: string | null;
  readonly contactResult: string | null;
}

export const noContact: FirstContact = { firstContactOn: null, contactMethod: null, contactResult: null };

export interface ContactIndex {
  /** The first contact with `after < day ≤ through`. */
  readonly firstOf: (id: string, after: Day, through: Day) => FirstContact;
  /** Contacts of customers who cannot be found: no number, and a name that is unknown or borne by several. */
  readonly unmatched: number;
}

/** Names that exactly one customer bears. */
function uniqueNames(customers: Iterable<Customer>): ReadonlyMap<string, string | null> {
  const idOf = new Map<string, string | null>();
  for (const { custNo, custName } of customers) {
    if (custName !== undefined) idOf.set(custName, idOf.has(custName) ? null : custNo);
  }
  return idOf;
}

function orderKey(contact: Contact): string {
  return `${contact.contactedAt.day} ${contact.contactedAt.time ?? ''} ${contentKey(contact)}`;
}

function shown(text: string | undefined, customer: Customer | undefined): string | null {
  if (text === undefined) return null;
  const name = customer?.custName;
  return withoutNumbers(name === undefined ? text : text.replaceAll(name, maskName(name)));
}

/** Contacts marked 无效 do not count. */
export function contactIndex(contacts: readonly Contact[], roster: Roster): ContactIndex {
  const idOfName = uniqueNames(roster.customerOf.values());
  const contactsOf = new Map<string, Contact[]>();
  let unmatched = 0;
  for (const contact of contacts) {
    if (contact.isValid === false) continue;
    const id = contact.custNo ?? idOfName.get(contact.custName ?? '') ?? undefined;
    if (id === undefined) unmatched += 1;
    else contactsOf.set(id, [...(contactsOf.get(id) ?? []), contact]);
  }
  return {
    unmatched,
    firstOf: (id, after, through) => {
      const within = (contactsOf.get(id) ?? []).filter(({ contactedAt: { day } }) => day > after && day <= through);
      const [first] = within
        .map((contact) => ({ contact, key: orderKey(contact) }))
        .sort((a, b) => (a.key < b.key ? -1 : 1));
      if (first === undefined) return noContact;
      const { contactedAt, method, result } = first.contact;
      const customer = roster.customerOf.get(id);
      return {
        firstContactOn: contactedAt.day,
        contactMethod: shown(method, customer),
        contactResult: shown(result, customer),
      };
    },
  };
}
