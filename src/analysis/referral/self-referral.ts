// A person who refers himself is no referral (§5.6, C9): out of every rate, and asked about.
import type { Customer } from '../../model/customer.js';
import type { Referral } from '../../model/referral.js';
import type { Parties } from './parties.js';
import { type ReferredPerson, sameIdNo, whole } from './persons.js';

function isNamed({ no, name }: Parties['referrer']): boolean {
  return no !== null || name !== null;
}

/**
 * Whether the referrer is the receiver, or the referred person: by 客户号, ID number or phone; an employee by the name of a
 * customer who is marked as staff. Equal phones of two known, different ID numbers are no self-referral.
 */
export function selfReferralTest(
  customers: readonly Customer[] | undefined,
): (row: Referral, person: ReferredPerson, parties: Parties) => boolean {
  const customerOf = new Map((customers ?? []).map((customer) => [customer.custNo, customer]));
  return (row, person, { referrer, receiver }) => {
    if (!isNamed(referrer)) return false;
    if (receiver !== null && receiver.key === referrer.key) return true;
    const referred = person.customerId === null ? undefined : customerOf.get(person.customerId);
    if (referrer.kind === '员工')
      return referred?.isStaff === true && referrer.name !== null && whole(referred.custName) === referrer.name;
    if (referrer.no === null) return person.key === `姓名 ${referrer.name}`;
    if (referrer.no === person.customerId) return true;
    const own = customerOf.get(referrer.no);
    const idNo = row.idNo ?? referred?.idNo;
    if (whole(own?.idNo) !== undefined && whole(idNo) !== undefined) return sameIdNo(own?.idNo, idNo);
    return whole(own?.phone) !== undefined && own?.phone === (row.phone ?? referred?.phone);
  };
}
