// Whose the rows of a file are: everybody who stands in it, by the hash of account and customer number.
import type { Holders } from '../holders.js';
import type { Database } from './database.js';
import { type HashIndex, hashIndex } from './hash-index.js';
import { pairsQuery } from './row-query.js';
import type { BookingFile } from './row-shape.js';

export interface Holding {
  /** The number of a holder. */
  numberOf(low: number, high: number): number;
  /** Index of the account by number, -1 = none named. */
  accountOf(number: number): number;
  /** Index of the customer by number, -1 = not known. */
  customerOf(number: number): number;
}

const unmet = -2;

/** Whoever has no booking of use must not be known to the report: indexes are given when a number is met for the first time. */
export async function holdingOf(database: Database, holders: Holders, file: BookingFile): Promise<Holding> {
  const index = hashIndex();
  const pairs: { readonly acctNo: string | undefined; readonly custNo: string | undefined }[] = [];
  for await (const chunk of database.stream(pairsQuery(file))) {
    const hashes = chunk.hashes(0);
    for (let row = 0; row < chunk.rows; row += 1) {
      index.claim(hashes[row * 2]!, hashes[row * 2 + 1]!);
      pairs.push({ acctNo: chunk.text(1, row) ?? undefined, custNo: chunk.text(2, row) ?? undefined });
    }
  }
  const accounts = new Int32Array(pairs.length);
  const customers = new Int32Array(pairs.length).fill(unmet);
  const known = (indexes: Int32Array) => (number: number) => {
    if (customers[number] === unmet) {
      accounts[number] = holders.accountOf(pairs[number]!);
      customers[number] = holders.customerOf(pairs[number]!, accounts[number]!);
    }
    return indexes[number]!;
  };
  function numberOf(low: number, high: number): number {
    const number = index.find(low, high);
    if (number < 0) throw new RangeError('a holder that nobody found in the file');
    return number;
  }
  return { numberOf, accountOf: known(accounts), customerOf: known(customers) };
}

/** Numbers the hashes of a query in their order; it must give each of them once. */
export async function indexOf(database: Database, query: string): Promise<HashIndex> {
  const index = hashIndex();
  for await (const chunk of database.stream(query)) {
    const hashes = chunk.hashes(0);
    for (let row = 0; row < chunk.rows; row += 1) index.claim(hashes[row * 2]!, hashes[row * 2 + 1]!);
  }
  return index;
}
