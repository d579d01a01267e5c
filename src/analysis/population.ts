// Who is in scope on a day, and why the others are not (§1.11, clarification 17).
import type { Account } from '../model/account.js';
import { isCorporate } from '../model/corporate.js';
import type { Customer } from '../model/customer.js';
import type { Day } from '../model/day.js';
import type { Rules } from '../model/rules.js';
import { alongside } from './alongside.js';
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
  let anyOpened = false;
  for (const account of accounts) {
    if (account.openDate !== undefined && account.openDate > on) continue;
    if (!isAccountClosed(account, on)) return false;
    anyOpened = true;
  }
  return anyOpened;
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
  return membership(roster.customerOf.get(id), roster.accountsOf.get(id) ?? noAccounts, rules, on);
}

/** The same of one customer after the other; fastest in the order of the roster. */
export function membersOn(roster: Roster, rules: Rules, on: Day): (id: string) => Membership {
  const customerOf = alongside(roster.customerOf);
  const accountsOf = alongside(roster.accountsOf);
  return (id) => membership(customerOf(id), accountsOf(id) ?? noAccounts, rules, on);
}

const noAccounts: readonly Account[] = [];

function membership(customer: Customer | undefined, accounts: readonly Account[], rules: Rules, on: Day): Membership {
  const openDate = customer?.openDate ?? earliestOpening(accounts);
  const exclusion = exclusionOf(customer, accounts, openDate, rules, on);
  return { exclusion, openDate, lastMovedOn: latestMovement(customer, accounts) };
}

function exclusionOf(
  customer: Customer | undefined,
  accounts: readonly Account[],
  openDate: Day | undefined,
  rules: Rules,
  on: Day,
): Exclusion | null {
  if (!rules.scope.includeCorporate && isCorporate(customer?.custType, customer?.idType)) return '对公';
  if (customer?.custStatus === 'deceased') return '死亡';
  if (isClosed(customer, accounts, on)) return '销户';
  return openDate !== undefined && openDate > on ? '尚未开户' : null;
}
