// Whose an account is and what its customer is called, from the exports that say so.
import type { Account } from '../model/account.js';
import type { Customer } from '../model/customer.js';
import type { Problem } from '../model/problem.js';
import type { Ownership } from './activity.js';
import { closingDaysOf } from './closing-days.js';

/**
 * An account that stands under several customers belongs to the one under whom it is not closed, else to the smallest customer number; of
 * several names for one customer the one of the latest 数据日期 counts. The order of rows never matters.
 */
export function ownershipOf(
  customers: readonly Customer[] | undefined,
  accounts: readonly Account[] | undefined,
): Ownership {
  const nameOf = namesOf(customers ?? []);
  if (accounts === undefined) return { ownerOf: undefined, nameOf };
  return { ownerOf: ownersOf(accounts), nameOf, closingDays: () => closingDaysOf(accounts) };
}

/** A warning where accounts stand under several customers; `ownerOf` are the owners of these accounts, where they are known already. */
export function ownershipProblems(
  accounts: readonly Account[] | undefined,
  ownerOf: Ownership['ownerOf'] = ownersOf(accounts ?? []),
): readonly Problem[] {
  const shared = new Set<string>();
  if (ownerOf.size < (accounts ?? []).length)
    for (const { acctNo, custNo } of accounts ?? []) if (ownerOf.get(acctNo) !== custNo) shared.add(acctNo);
  if (shared.size === 0) return [];
  const message = `${shared.size} 个账号在账户导出中属于几位客户，交易只计入其中一位（未销户的优先，其次客户号较小的）；请核对账户导出`;
  return [{ severity: 'warning', code: 'duplicate-key', file: '', message }];
}

function ownersOf(accounts: readonly Account[]): ReadonlyMap<string, string> {
  const ownerOf = new Map<string, string>();
  const repeated = new Set<string>();
  for (const { acctNo, custNo } of accounts) {
    const before = ownerOf.size;
    ownerOf.set(acctNo, custNo);
    if (ownerOf.size === before) repeated.add(acctNo);
  }
  const best = new Map<string, Account>();
  for (const account of repeated.size === 0 ? [] : accounts) {
    if (!repeated.has(account.acctNo)) continue;
    const known = best.get(account.acctNo);
    if (known === undefined || isBetter(account, known)) best.set(account.acctNo, account);
  }
  for (const [acctNo, { custNo }] of best) ownerOf.set(acctNo, custNo);
  return ownerOf;
}

function isBetter(a: Account, b: Account): boolean {
  const [closedA, closedB] = [isClosed(a), isClosed(b)];
  return closedA === closedB ? a.custNo < b.custNo : closedB;
}

function isClosed({ closeDate, status }: Account): boolean {
  return closeDate !== undefined || status === 'closed';
}

function namesOf(customers: readonly Customer[]): ReadonlyMap<string, string> {
  const nameOf = new Map<string, string>();
  const repeated = new Set<string>();
  for (const { custNo, custName } of customers) {
    if (custName === undefined) continue;
    const before = nameOf.size;
    nameOf.set(custNo, custName);
    if (nameOf.size === before) repeated.add(custNo);
  }
  const latest = new Map<string, Customer>();
  for (const customer of repeated.size === 0 ? [] : customers) {
    if (customer.custName === undefined || !repeated.has(customer.custNo)) continue;
    const known = latest.get(customer.custNo);
    if (known === undefined || isLater(customer, known)) latest.set(customer.custNo, customer);
  }
  for (const [custNo, { custName }] of latest) nameOf.set(custNo, custName ?? '');
  return nameOf;
}

function isLater(a: Customer, b: Customer): boolean {
  const [dateA, dateB] = [a.dataDate ?? '', b.dataDate ?? ''];
  return dateA === dateB ? (a.custName ?? '') > (b.custName ?? '') : dateA > dateB;
}
