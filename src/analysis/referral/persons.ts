// Who is referred: 客户号, else phone, else ID number, else name; found in the customer export and in the register itself.
import type { Customer } from '../../model/customer.js';
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

/** ID numbers are compared without regard to the case of their last letter. */
export function sameIdNo(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a.toUpperCase() === b?.toUpperCase();
}

/**
 * Reads the referred person of a row. A number that is shared by several customers identifies nobody, and a phone gives way
 * where both ID numbers are known and differ. Row order never matters.
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
  for (const { custNo, phone, idNo } of known) {
    const id = idNo?.toUpperCase();
    note(customerOfId, id, custNo);
    note(customerOfPhone, phone, custNo);
    note(idOfCustomer, custNo, id);
    note(idOfPhone, phone, id);
    note(phoneOfId, id, phone);
  }
  const customerOf = ({ custNo, phone, idNo }: Referral): string | null => {
    if (custNo !== undefined) return custNo;
    const id = idNo?.toUpperCase();
    const byId = id === undefined ? undefined : customerOfId.get(id);
    if (byId !== undefined && byId !== null) return byId;
    const byPhone = phone === undefined ? null : (customerOfPhone.get(phone) ?? null);
    if (byPhone === null) return null;
    const theirs = idOfCustomer.get(byPhone);
    return id !== undefined && theirs !== undefined && theirs !== id ? null : byPhone;
  };
  const keyOf = ({ phone, idNo, custName }: Referral): string => {
    const id = idNo?.toUpperCase();
    if (id !== undefined) {
      const shared = phone !== undefined && idOfPhone.get(phone) === null;
      const own = shared ? undefined : (phone ?? phoneOfId.get(id) ?? undefined);
      return own === undefined || idOfPhone.get(own) === null ? `证件 ${id}` : `电话 ${own}`;
    }
    return phone === undefined ? `姓名 ${custName ?? ''}` : `电话 ${phone}`;
  };
  return (row) => {
    const customerId = customerOf(row);
    return { customerId, key: customerId === null ? keyOf(row) : `客户 ${customerId}` };
  };
}
