// Everybody the files speak of, one entry per customer, before anything is decided about them.
import type { Activity } from '../engine/activity.js';
import type { Account } from '../model/account.js';
import { ascendingMap, ascendingMapOf, isAscendingMap } from '../model/ascending-map.js';
import type { Balance } from '../model/balance.js';
import type { Customer } from '../model/customer.js';
import type { Day } from '../model/day.js';
import { alongside } from './alongside.js';
import { contentKey } from './content-key.js';

/** The records of one run; undefined = no such export was given. */
export interface RosterInput {
  readonly customers: readonly Customer[] | undefined;
  readonly accounts: readonly Account[] | undefined;
  readonly balances: readonly Balance[] | undefined;
  readonly activities: ReadonlyMap<string, Activity>;
  readonly accountsAsCustomers: boolean;
}

export interface Roster {
  /** Customer ids (or accounts that stand for customers) as the files write them, ascending. */
  readonly ids: readonly string[];
  readonly customerOf: ReadonlyMap<string, Customer>;
  readonly accountsOf: ReadonlyMap<string, readonly Account[]>;
  /** Customers of the other exports who are missing from the customer export. */
  readonly strangers: number;
  /** Rows of the customer export that repeat an id: the same again, and different ones. */
  readonly repeated: { readonly same: number; readonly different: number };
}

/** Of two rows for one customer the one with the later 数据日期; else, so that row order never matters, the greater text. */
function newer(a: Customer, b: Customer): Customer {
  const dateA = a.dataDate ?? '';
  const dateB = b.dataDate ?? '';
  if (dateA !== dateB) return dateA > dateB ? a : b;
  return contentKey(a) >= contentKey(b) ? a : b;
}

function oneRowEach(customers: readonly Customer[]): Pick<Roster, 'repeated' | 'customerOf'> {
  const sorted = ascendingMapOf(
    customers,
    ({ custNo }) => custNo,
    (customer) => customer,
  );
  if (sorted !== undefined) return { customerOf: sorted, repeated: { same: 0, different: 0 } };
  const customerOf = new Map<string, Customer>();
  for (const customer of customers) customerOf.set(customer.custNo, customer);
  let same = 0;
  let different = 0;
  if (customerOf.size === customers.length) return { customerOf, repeated: { same, different } };
  customerOf.clear();
  for (const customer of customers) {
    const known = customerOf.get(customer.custNo);
    if (known !== undefined) {
      if (contentKey(known) === contentKey(customer)) same += 1;
      else different += 1;
    }
    customerOf.set(customer.custNo, known === undefined ? customer : newer(known, customer));
  }
  return { customerOf, repeated: { same, different } };
}

function groupAccounts(accounts: readonly Account[]): ReadonlyMap<string, readonly Account[]> {
  const keys: string[] = [];
  const groups: Account[][] = [];
  let last: string | undefined;
  for (const account of accounts) {
    if (account.custNo === last) groups.at(-1)?.push(account);
    else if (last !== undefined && account.custNo < last) return groupInTable(accounts);
    else {
      groups.push([account]);
      last = account.custNo;
      keys.push(last);
    }
  }
  return ascendingMap(keys, groups);
}

/** Whatever the order of the rows. */
function groupInTable(accounts: readonly Account[]): ReadonlyMap<string, readonly Account[]> {
  const groups = new Map<string, Account[]>();
  for (const account of accounts) {
    const group = groups.get(account.custNo);
    if (group === undefined) groups.set(account.custNo, [account]);
    else group.push(account);
  }
  return groups;
}

/** The customers of the other exports who are not among `known`. */
function mentioned(
  input: RosterInput,
  accountsOf: ReadonlyMap<string, unknown>,
  asOf: Day,
  known: ReadonlyMap<string, unknown>,
): Set<string> {
  const ids = new Set<string>();
  const ofActivities = alongside(known);
  for (const id of input.activities.keys()) if (ofActivities(id) === undefined) ids.add(id);
  if (input.accountsAsCustomers) return ids;
  const ofAccounts = alongside(known);
  for (const id of accountsOf.keys()) if (ofAccounts(id) === undefined) ids.add(id);
  const ofBalances = alongside(known);
  for (const { custNo, dataDate } of input.balances ?? [])
    if (dataDate <= asOf && ofBalances(custNo) === undefined) ids.add(custNo);
  return ids;
}

function sortedKeys(map: ReadonlyMap<string, unknown>): readonly string[] {
  return isAscendingMap(map) ? map.orderedKeys : [...map.keys()].sort();
}

const nobody: ReadonlyMap<string, unknown> = new Map();

/**
 * The customers of the customer export; without one, those of accounts, balances (up to asOf) and transactions. Where accounts
 * stand for customers, exactly the accounts with transactions.
 */
export function rosterOf(input: RosterInput, asOf: Day): Roster {
  const { customerOf, repeated } = oneRowEach(input.customers ?? []);
  const accountsOf = groupAccounts(input.accounts ?? []);
  const isListed = input.customers !== undefined && !input.accountsAsCustomers;
  const others = mentioned(input, accountsOf, asOf, isListed ? customerOf : nobody);
  const ids = isListed ? sortedKeys(customerOf) : [...others].sort();
  return { ids, customerOf, accountsOf, strangers: isListed ? others.size : 0, repeated };
}
