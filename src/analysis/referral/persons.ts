// Who is referred: 客户号, else phone, else ID number, else name; found in the customer export and in the register itself.
import type { Customer } from '../../model/customer.js';
import { isMasked } from '../../model/mask.js';
import type { Referral } from '../../model/referral.js';

export interface ReferredPerson {
  /** null = no 客户号 is known. */
  readonly customerId: string | null;
  /** Tells persons apart. Never printed. */
  readonly key: string;
}

/** What is known by only one owner; null where several share it, so that it identifies nobody. */
type Owners = Map<string, string | null>;

function note(owners: Owners, of: string | undefined, owner: string | undefined): void {
  if (of === undefined || owner === undefined) return;
  const known = owners.get(of);
  if (known === undefined) owners.set(of, owner);
  else if (known !== owner) owners.set(of, null);
}

interface Identity {
  readonly custNo?: string | undefined;
  readonly phone?: string | undefined;
  readonly idNo?: string | undefined;
}

/** Undefined for a value that shows only a part of itself: it may be anybody's. */
export function whole(value: string | undefined): string | undefined {
  return value === undefined || isMasked(value) ? undefined : value;
}

/** With its ID number in one spelling. */
function identityOf({ custNo, phone, idNo }: Identity): Identity {
  return { custNo, phone: whole(phone), idNo: whole(idNo)?.toUpperCase() };
}

/** Begins the key of somebody of whom only masked values are known. */
export const maskedKey = '掩码 ';

/** ID numbers are compared without regard to the case of their last letter. */
export function sameIdNo(a: string | undefined, b: string | undefined): boolean {
  return whole(a) !== undefined && a?.toUpperCase() === b?.toUpperCase();
}

/**
 * Reads the referred person of a row. A number that is shared by several customers identifies nobody, and a phone gives way
 * where both ID numbers are known and differ; masked values identify nobody. Row order never matters.
 */
export function personReader(
  rows: readonly Referral[],
  customers: readonly Customer[] | undefined,
): (row: Referral) => ReferredPerson {
  const customerOfId: Owners = new Map();
  const customerOfPhone: Owners = new Map();
  const idOfCustomer: Owners = new Map();
  const idOfPhone: Owners = new Map();
  const phoneOfId: Owners = new Map();
  const known: readonly Identity[] = [...(customers ?? []), ...rows];
  for (const { custNo, phone, idNo: id } of known.map(identityOf)) {
    note(customerOfId, id, custNo);
    note(customerOfPhone, phone, custNo);
    note(idOfCustomer, custNo, id);
    note(idOfPhone, phone, id);
    note(phoneOfId, id, phone);
  }
  const customerOf = ({ custNo, phone, idNo: id }: Identity): string | null => {
    if (custNo !== undefined) return custNo;
    const byId = id === undefined ? undefined : customerOfId.get(id);
    if (byId !== undefined && byId !== null) return byId;
    const byPhone = phone === undefined ? null : (customerOfPhone.get(phone) ?? null);
    if (byPhone === null) return null;
    const theirs = idOfCustomer.get(byPhone);
    return id !== undefined && theirs !== undefined && theirs !== id ? null : byPhone;
  };
  const places = new Map(rows.map((row, place) => [row, place]));
  const keyOf = ({ phone, idNo: id }: Identity, row: Referral): string => {
    if (id !== undefined) {
      const shared = phone !== undefined && idOfPhone.get(phone) === null;
      const own = shared ? undefined : (phone ?? phoneOfId.get(id) ?? undefined);
      return own === undefined || idOfPhone.get(own) === null ? `证件 ${id}` : `电话 ${own}`;
    }
    if (phone !== undefined) return `电话 ${phone}`;
    const name = whole(row.custName);
    return name === undefined ? `${maskedKey}${places.get(row) ?? ''}` : `姓名 ${name}`;
  };
  return (row) => {
    const identity = identityOf(row);
    const customerId = customerOf(identity);
    return { customerId, key: customerId === null ? keyOf(identity, row) : `客户 ${customerId}` };
  };
}
