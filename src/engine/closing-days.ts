// Bookings that close an account by their day alone: exports of transactions seldom say 销户, those of accounts know the day.
import type { Account } from '../model/account.js';
import { daySerial } from '../model/day.js';
import type { Holders } from './holders.js';
import { closesAccount, type Tape } from './tape.js';

/** Day serials on which accounts were closed: of each account, and of each customer over all accounts. */
export interface ClosingDays {
  readonly ofAccount: ReadonlyMap<string, ReadonlySet<number>>;
  readonly ofCustomer: ReadonlyMap<string, ReadonlySet<number>>;
}

export function closingDaysOf(accounts: readonly Account[]): ClosingDays {
  const ofAccount = new Map<string, Set<number>>();
  const ofCustomer = new Map<string, Set<number>>();
  for (const { acctNo, custNo, closeDate } of accounts) {
    if (closeDate === undefined) continue;
    const serial = daySerial(closeDate);
    ofAccount.set(acctNo, (ofAccount.get(acctNo) ?? new Set()).add(serial));
    ofCustomer.set(custNo, (ofCustomer.get(custNo) ?? new Set()).add(serial));
  }
  return { ofAccount, ofCustomer };
}

/**
 * Marks `closesAccount` what was booked on an account on its closing day; a row that names no account, on the closing day of any account of its
 * customer.
 */
export function markClosingDays(
  tape: Tape,
  { accounts, customers }: Pick<Holders, 'accounts' | 'customers'>,
  { ofAccount, ofCustomer }: ClosingDays,
): void {
  if (ofAccount.size === 0) return;
  const daysOfAccount = accounts.map((account) => ofAccount.get(account));
  const daysOfCustomer = customers.map((customer) => ofCustomer.get(customer));
  for (let row = 0; row < tape.rows; row += 1) {
    const account = tape.account[row]!;
    const days = account < 0 ? daysOfCustomer[tape.customer[row]!] : daysOfAccount[account];
    if (days?.has(tape.day[row]!)) tape.bits[row]! |= closesAccount;
  }
}
