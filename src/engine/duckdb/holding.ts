// Whose the rows are: holders that are known before a file is read.
import type { Ownership } from '../activity.js';
import type { Holders } from '../holders.js';
import type { Database } from './database.js';
import { type HashIndex, hashIndex } from './hash-index.js';
import { pairsQuery } from './row-query.js';
import type { BookingFile } from './row-shape.js';

/** The holders of one table, by the hash of account and customer number as the file writes them. */
export interface Holding {
  readonly table: string;
  /** The number of a known hash. */
  readonly index: HashIndex;
  /** Index of the account by number, -1 = none named. */
  accountOf(number: number): number;
  /** Index of the customer by number, -1 = not known. */
  customerOf(number: number): number;
}

/** Account and customer number, '' = none. */
type Pair = readonly [acctNo: string, custNo: string];

const unmet = -2;

/** Whose the rows of a file may be: all accounts of the account export, else everybody who stands in the file. */
export function holdings(
  database: Database,
  holders: Holders,
  { ownerOf }: Ownership,
): (file: BookingFile) => Promise<Holding> {
  const made = new Map<string, Promise<Holding>>();
  let files = 0;
  const owned = (table: string, customers: boolean) => {
    const known = made.get(table) ?? ownersHolding(database, holders, ownerOf ?? new Map(), table, customers);
    made.set(table, known);
    return known;
  };
  return (file) => {
    files += 1;
    if (ownerOf === undefined || !file.columns.has('acctNo'))
      return pairsHolding(database, holders, file, `pairs_${files}`);
    return file.columns.has('custNo') ? owned('owners', true) : owned('owned_accounts', false);
  };
}

async function ownersHolding(
  database: Database,
  holders: Holders,
  ownerOf: ReadonlyMap<string, string>,
  table: string,
  withCustomers: boolean,
): Promise<Holding> {
  const pairs = [...ownerOf].map(([acctNo, custNo]): Pair => [acctNo, withCustomers ? custNo : '']);
  await database.fill('texts', { acct: 'varchar', cust: 'varchar', number: 'integer' }, numbered(pairs));
  await database.run(`create table ${table} as select hash(acct, cust) as key, number from texts`);
  await database.run('drop table texts');
  return holdingOf(database, holders, table, pairs);
}

function* numbered(pairs: readonly Pair[]): Generator<readonly [string, string, number]> {
  for (const [number, [acctNo, custNo]] of pairs.entries()) yield [acctNo, custNo, number];
}

async function pairsHolding(database: Database, holders: Holders, file: BookingFile, table: string): Promise<Holding> {
  await database.run(`create table ${table} as ${pairsQuery(file)}`);
  const pairs: Pair[] = [];
  for await (const chunk of database.stream(`select acct, cust from ${table} order by number`)) {
    for (let row = 0; row < chunk.rows; row += 1) pairs.push([chunk.text(0, row) ?? '', chunk.text(1, row) ?? '']);
  }
  return holdingOf(database, holders, table, pairs);
}

/** Whoever has no row must not be known to the report: indexes are given when a number is met for the first time. */
async function holdingOf(
  database: Database,
  holders: Holders,
  table: string,
  pairs: readonly Pair[],
): Promise<Holding> {
  const accounts = new Int32Array(pairs.length);
  const customers = new Int32Array(pairs.length).fill(unmet);
  function meet(number: number): void {
    const [acctNo, custNo] = pairs[number]!.map((text) => (text === '' ? undefined : text));
    accounts[number] = holders.accountOf({ acctNo });
    customers[number] = holders.customerOf({ acctNo, custNo }, accounts[number]!);
  }
  const known = (indexes: Int32Array) => (number: number) => {
    if (customers[number] === unmet) meet(number);
    return indexes[number]!;
  };
  const index = await indexOf(database, `select key from ${table} order by number`);
  return { table, index, accountOf: known(accounts), customerOf: known(customers) };
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
