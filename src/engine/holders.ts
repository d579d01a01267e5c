import type { Transaction } from '../model/transaction.js';
import type { Ownership } from './activity.js';

/** Customers and accounts as small numbers, in the order in which they appear. */
export interface Holders {
  readonly customers: readonly string[];
  /** True once an account stands for its customer. */
  accountsAsCustomers: boolean;
  /** Index of the customer, -1 = the row's account is in no account export and it names no customer. */
  customerOf(transaction: Transaction): number;
  /** Index of the account, -1 = none named. */
  accountOf(transaction: Transaction): number;
}

/**
 * The account export wins over the customer number of the row (a secondary card follows the account's holder); without an
 * account export the row's customer number, else the account itself, is the customer.
 */
export function holdersOf({ ownerOf }: Ownership): Holders {
  const customers: string[] = [];
  const customerIndex = new Map<string, number>();
  const accountIndex = new Map<string, number>();
  const holders: Holders = {
    customers,
    accountsAsCustomers: false,
    customerOf({ acctNo, custNo }) {
      const owner = acctNo === undefined ? undefined : ownerOf?.get(acctNo);
      let customer = owner ?? custNo;
      if (customer === undefined && ownerOf === undefined) {
        holders.accountsAsCustomers = true;
        customer = acctNo;
      }
      if (customer === undefined) return -1;
      const index = indexIn(customerIndex, customer);
      if (index === customers.length) customers.push(customer);
      return index;
    },
    accountOf: ({ acctNo }) => (acctNo === undefined ? -1 : indexIn(accountIndex, acctNo)),
  };
  return holders;
}

function indexIn(known: Map<string, number>, key: string): number {
  const index = known.get(key);
  if (index !== undefined) return index;
  known.set(key, known.size);
  return known.size - 1;
}
