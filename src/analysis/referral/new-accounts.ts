// First accounts of new customers: C2 speaks of 新开户, not of one more account of a customer whom the branch knows.
import type { Account } from '../../model/account.js';
import { isCorporate } from '../../model/corporate.js';
import type { Customer } from '../../model/customer.js';
import { type Day, daySerial } from '../../model/day.js';
import { customersById } from './customers-by-id.js';
import type { ReferralInput } from './input.js';
import { openingReader } from './opening.js';
import { compare } from './order.js';

/** An account may be entered a day before or after its customer. */
const entryDays = 1;

export interface NewAccount {
  readonly acctNo: string;
  readonly custNo: string;
  readonly openDate: Day;
}

/**
 * Accounts opened on or before asOf on the customer's 开户日期 ± 1 day, or, where that is not known, of the first account. Private
 * customers only; an account with several lines counts from its earliest. By account.
 */
export function newAccountsOf(input: Pick<ReferralInput, 'accounts' | 'customers'>, asOf: Day): readonly NewAccount[] {
  const customerOf = customersById(input.customers);
  const customerSince = openingReader(input);
  return [...earliestLines(input.accounts ?? []).values()]
    .filter(({ custNo, openDate }) => {
      const since = customerSince(custNo) ?? openDate;
      const apart = Math.abs(daySerial(openDate) - daySerial(since));
      return openDate <= asOf && apart <= entryDays && isPrivate(customerOf.get(custNo));
    })
    .sort((a, b) => compare(a.acctNo, b.acctNo));
}

function earliestLines(accounts: readonly Account[]): ReadonlyMap<string, NewAccount> {
  const lines = new Map<string, NewAccount>();
  for (const { acctNo, custNo, openDate } of accounts) {
    if (openDate === undefined) continue;
    const known = lines.get(acctNo);
    const isEarlier = known === undefined || (compare(openDate, known.openDate) || compare(custNo, known.custNo)) < 0;
    if (isEarlier) lines.set(acctNo, { acctNo, custNo, openDate });
  }
  return lines;
}

export function isPrivate(customer: Customer | undefined): boolean {
  return !isCorporate(customer?.custType, customer?.idType);
}
