// Who is in scope on a day, and why the others are not (§1.11, clarification 17).
import type { Account } from '../model/account.js';
import { isCorporate } from '../model/corporate.js';
import type { Customer } from '../model/customer.js';
import type { Day } from '../model/day.js';
import type { Rules } from '../model/rules.js';
import type { Roster } from './roster.js';

/** Reasons to be out of scope; the first that holds is the one counted. */
export const exclusions = ['不在客户导出', '对公', '死亡', '销户', '尚未开户'] as const;
export type Exclusion = (typeof exclusions)[number];

/** What the exports know of one customer, seen from one day. */
export interface Membership {
  /** null = in scope. */
  readonly exclusion: Exclusion | null;
  /** The customer's own 开户日期, else the earliest of the accounts. */
  readonly openDate: Day | undefined;
  /**
   * No movement is later than this (B9); undefined when that cannot be known. From the customer export and, only where every
   * account states its 上次动户日期 or 销户日期, from the accounts.
   */
  readonly lastMovedOn: Day | undefined;
}

function isAccountClosed(account: Account, on: Day): boolean {
  return account.closeDate === undefined ? account.status === 'closed' : account.closeDate <= on;
}

function isClosed(customer: Customer | undefined, accounts: readonly Account[], on: Day): boolean {
  if (customer?.closeDate !== undefined) {
    if (customer.closeDate <= on) return true;
  } else if (customer?.custStatus === 'closed') return true;
  const opened = accounts.filter(({ openDate }) => openDate === undefined || openDate <= on);
  return opened.length > 0 && opened.every((account) => isAccountClosed(account, on));
}

function earliestOpening(accounts: readonly Account[]): Day | undefined {
  let earliest: Day | undefined;
  for (const { openDate } of accounts) {
    if (openDate !== undefined && (earliest === undefined || openDate < earliest)) earliest = openDate;
  }
  return earliest;
}

function latestMovement(customer: Customer | undefined, accounts: readonly Account[]): Day | undefined {
  let latest = customer?.lastTxnDate;
  for (const account of accounts) {
    const moved = account.lastTxnDate ?? account.closeDate;
    if (moved === undefined) {
      if (customer?.lastTxnDate === undefined) return undefined;
    } else if (latest === undefined || moved > latest) latest = moved;
  }
  return latest;
}

/** One customer of the roster on a day; `id` as the files write it. */
export function membershipOn(roster: Roster, id: string, rules: Rules, on: Day): Membership {
  const customer = roster.customerOf.get(id);
  const accounts = roster.accountsOf.get(id) ?? [];
  const openDate = customer?.openDate ?? earliestOpening(accounts);
  const decide = (): Exclusion | null => {
    if (!rules.scope.includeCorporate && isCorporate(customer?.custType, customer?.idType)) return '对公';
    if (customer?.custStatus === 'deceased') return '死亡';
    if (isClosed(customer, accounts, on)) return '销户';
    return openDate !== undefined && openDate > on ? '尚未开户' : null;
  };
  return { exclusion: decide(), openDate, lastMovedOn: latestMovement(customer, accounts) };
}
