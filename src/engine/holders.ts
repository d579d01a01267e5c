import type { Transaction } from '../model/transaction.js';
import type { Ownership } from './activity.js';
import { type Fingerprint, fingerprintText } from './fingerprint.js';
import { textNumbers } from './text-numbers.js';

/** Customers and accounts as small numbers, in the order in which they appear. */
export interface Holders {
  readonly customers: readonly string[];
  readonly accounts: readonly string[];
  /** Fingerprints of the accounts. */
  readonly prints: readonly Readonly<Fingerprint>[];
  /** True once an account stands for its customer. */
  accountsAsCustomers: boolean;
  /** Index of the account, -1 = none named. */
  accountOf(transaction: Pick<Transaction, 'acctNo'>): number;
  /** Index of the customer, given the row's account; -1 = the account is in no account export and the row names no customer. */
  customerOf(transaction: Pick<Transaction, 'acctNo' | 'custNo'>, account: number): number;
  /** Fingerprint of an account number, by index. */
  printOf(account: number): Readonly<Fingerprint>;
}

const noAccount: Fingerprint = { high: 0, low: 0 };
const noOwner = -1;

/**
 * The account export wins over the customer number of the row (a secondary card follows the account's holder); without an
 * account export the row's customer number, else the account itself, is the customer.
 */
export function holdersOf({ ownerOf }: Ownership): Holders {
  const customers = textNumbers();
  const accounts = textNumbers();
  const ownerIndex: number[] = [];
  const prints: Fingerprint[] = [];
  const print: Fingerprint = { high: 0, low: 0 };
  // Exports are often sorted by account: the last one is looked at first.
  let lastNo: string | undefined;
  let lastIndex = -1;

  function indexOfCustomer(customer: string): number {
    fingerprintText(customer, print);
    return customers.numberOf(customer, print.low);
  }

  function indexOfAccount(acctNo: string): number {
    fingerprintText(acctNo, print);
    const index = accounts.numberOf(acctNo, print.low);
    if (index < prints.length) return index;
    prints.push({ ...print });
    const owner = ownerOf?.get(acctNo);
    ownerIndex.push(owner === undefined ? noOwner : indexOfCustomer(owner));
    return index;
  }

  function accountOf({ acctNo }: Pick<Transaction, 'acctNo'>): number {
    if (acctNo === undefined) return -1;
    if (acctNo !== lastNo) {
      lastIndex = indexOfAccount(acctNo);
      lastNo = acctNo;
    }
    return lastIndex;
  }

  const holders: Holders = {
    customers: customers.texts,
    accounts: accounts.texts,
    prints,
    accountsAsCustomers: false,
    accountOf,
    customerOf({ acctNo, custNo }, account) {
      const owner = account < 0 ? noOwner : ownerIndex[account]!;
      if (owner !== noOwner) return owner;
      if (custNo !== undefined) return indexOfCustomer(custNo);
      if (ownerOf !== undefined || acctNo === undefined) return -1;
      holders.accountsAsCustomers = true;
      return indexOfCustomer(acctNo);
    },
    printOf: (account) => prints[account] ?? noAccount,
  };
  return holders;
}
