// When somebody became a customer.
import type { Day } from '../../model/day.js';
import type { ReferralInput } from './input.js';

/** false = no export dates any opening, so that nobody is known to be new. */
export function tellsOpenings({
  customers = [],
  accounts = [],
}: Pick<ReferralInput, 'customers' | 'accounts'>): boolean {
  return [...customers, ...accounts].some(({ openDate }) => openDate !== undefined);
}

/** The customer's 开户日期, else the earliest of the accounts; undefined = not known. */
export function openingReader({
  customers,
  accounts,
}: Pick<ReferralInput, 'customers' | 'accounts'>): (customerId: string) => Day | undefined {
  const own = new Map<string, Day>();
  const ofAccounts = new Map<string, Day>();
  const earliest = (into: Map<string, Day>, custNo: string, openDate: Day | undefined): void => {
    const known = into.get(custNo);
    if (openDate !== undefined && (known === undefined || openDate < known)) into.set(custNo, openDate);
  };
  for (const { custNo, openDate } of customers ?? []) earliest(own, custNo, openDate);
  for (const { custNo, openDate } of accounts ?? []) earliest(ofAccounts, custNo, openDate);
  return (customerId) => own.get(customerId) ?? ofAccounts.get(customerId);
}
