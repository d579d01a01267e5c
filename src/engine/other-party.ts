import type { Transaction } from '../model/transaction.js';
import type { Ownership } from './activity.js';

/**
 * Whether the booking names a counterparty that is not the customer. A counterparty account of a known owner decides; else
 * the name, compared with the customer's own; a counterparty that cannot be compared with anything is somebody else.
 */
export function hasOtherParty(
  transaction: Transaction,
  customer: string | undefined,
  { ownerOf, nameOf }: Ownership,
): boolean {
  const { cpAcct, cpName } = transaction;
  if (cpAcct !== undefined) {
    if (cpAcct === transaction.acctNo) return false;
    const owner = ownerOf?.get(cpAcct);
    if (owner !== undefined) return owner !== customer;
  }
  if (cpName === undefined) return cpAcct !== undefined;
  const ownName = (customer === undefined ? undefined : nameOf.get(customer)) ?? transaction.holderName;
  return ownName === undefined || !isSameName(cpName, ownName);
}

const plainHan = /^[\u4e00-\u9fff]+$/;

function isSameName(a: string, b: string): boolean {
  if (a === b) return true;
  if (plainHan.test(a) && plainHan.test(b)) return false;
  return plainName(a) === plainName(b);
}

/** A name as it is compared: without blanks, widths and cases. */
export function plainName(name: string): string {
  return name.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}
