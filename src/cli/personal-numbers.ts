// Which numbers in the exports belong to persons.
import { once } from '../model/once.js';
import type { Records } from '../model/records.js';
import type { RecordKind } from './read-records.js';

/** Phones, IDs and accounts of somebody that are no 客户号 at the same time. */
export interface PersonalNumbers {
  /** Whether any of them is as long as the text; mostly that says already that a 客户号 is none. */
  readonly isAsLong: (text: string) => boolean;
  readonly has: (text: string) => boolean;
}

const noNumbers: PersonalNumbers = { isAsLong: () => false, has: () => false };

/**
 * None where no customer export says what is a 客户号: some banks use account numbers for it. The numbers are put in order when the first
 * one is asked for that may be one.
 */
export function personalNumbers(records: Partial<Records<RecordKind>>): PersonalNumbers {
  const { customers, accounts = [], referrals = [] } = records;
  if (customers === undefined) return noNumbers;
  const lengths = once(() => {
    const found = new Set<number | undefined>();
    for (const { phone, idNo } of customers) found.add(phone?.length).add(idNo?.length);
    for (const { phone, idNo } of referrals) found.add(phone?.length).add(idNo?.length);
    for (const { acctNo } of accounts) found.add(acctNo.length);
    return found;
  });
  const customerIds = once(() => new Set(customers.map(({ custNo }) => custNo)));
  const numbers = once(() => {
    const found = new Set<string | undefined>();
    for (const { phone, idNo } of customers) found.add(phone).add(idNo);
    for (const { phone, idNo } of referrals) found.add(phone).add(idNo);
    for (const { acctNo } of accounts) found.add(acctNo);
    return found;
  });
  const isAsLong = (text: string) => lengths().has(text.length);
  return { isAsLong, has: (text) => isAsLong(text) && !customerIds().has(text) && numbers().has(text) };
}
