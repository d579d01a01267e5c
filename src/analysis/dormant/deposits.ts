// What a customer has in accounts, for the balance tests of the presets.
import type { Account } from '../../model/account.js';
import type { Day } from '../../model/day.js';
import { addFen, type Fen, zeroFen } from '../../model/fen.js';
import { depositOf, fenIn, snapshotOn } from '../aum.js';
import { contentKey } from '../content-key.js';
import type { DormantInput } from './input.js';
import { isOpenOn } from './open-account.js';
import { isLoanAccount } from './products.js';

/** Rows that say the same are one. */
export function distinctAccounts(accounts: readonly Account[]): readonly Account[] {
  if (accounts.length < 2) return accounts;
  return [...new Map(accounts.map((account) => [contentKey(account), account])).values()];
}

/** The sum; null where an account does not state its balance in CNY. */
export function sumOfBalances(accounts: readonly Account[]): Fen | null {
  let sum = zeroFen;
  for (const { balanceFen } of distinctAccounts(accounts)) {
    if (balanceFen === undefined) return null;
    sum = addFen(sum, balanceFen);
  }
  return sum;
}

/** Reads one customer's balance in 分; null = not provided. */
export type DepositReader = (id: string, accounts: readonly Account[]) => number | null;

/**
 * On asOf the customer's open accounts without loans, else the deposits of the snapshot; a customer without any account in
 * the account export, and without a snapshot, has 0.
 */
export function depositsNow(input: DormantInput, asOf: Day): DepositReader {
  const atCohort = depositsOf(input, asOf);
  if (input.accounts === undefined || input.engine.accountsAsCustomers) return atCohort;
  return (id, accounts) => {
    const held = accounts.filter((account) => isOpenOn(account, asOf) && !isLoanAccount(account));
    if (held.length === 0) return atCohort(id, accounts) ?? 0;
    return sumOfBalances(held) ?? atCohort(id, accounts);
  };
}

/** On an earlier day only a snapshot of that day can say: account exports know today's balances. */
export function depositsOf(input: DormantInput, on: Day): DepositReader {
  const snapshot = input.engine.accountsAsCustomers ? null : snapshotOn(input.balances, on, depositOf);
  return (id) => fenIn(snapshot, id);
}
