// Whose the rows are, by the hash of account and customer number. Whom the exports name is known beforehand; who else stands in a file
// is asked for when the first of them is met.
import type { Ownership } from '../activity.js';
import { hashIndex } from '../hash-index.js';
import type { Holders } from '../holders.js';
import { type ChunkColumns, rowFlags } from './chunk-columns.js';
import type { Database } from './database.js';
import { pairsQuery } from './holder-sql.js';
import { type HolderPair, namedPairs } from './named-pairs.js';
import { type BookingFile, holderFields } from './row-shape.js';
import { textHashes } from './text-hashes.js';

/** Whose the rows of a chunk are, by row. What stands at odd rows says nothing. */
export interface RowHolders {
  /** `unmet` until `meet`, `nobody` where SQL could read none out of the cells. */
  readonly customers: Int32Array;
  readonly accounts: Int32Array;
  readonly numbers: Int32Array;
}

/** Holders as one kind of file names them: by account, by customer, or by both. */
export interface Holding {
  /** Those of a chunk, good until the next one. Reads `file` for all its holders where one of them is not known yet. */
  of(columns: ChunkColumns, file: BookingFile): Promise<RowHolders>;
  /** Some cells name nobody that SQL could read. */
  hasNobody(): boolean;
  /** Gives an unmet holder of a row its indexes. */
  meet(holders: RowHolders, row: number): void;
}

/** Indexes of customers and accounts are -1 and up. */
export const unmet = -2;
export const nobody = -3;

/** One `Holding` for all files of a kind. */
export function holdingsOf(
  database: Database,
  ownership: Ownership,
  holders: Holders,
): (file: BookingFile) => Promise<Holding> {
  const made = new Map<string, Promise<Holding>>();
  return (file) => {
    const kind = holderFields(file).join(' ');
    const known = made.get(kind) ?? holdingOf(database, ownership, holders, file);
    made.set(kind, known);
    return known;
  };
}

/** Whoever has no booking of use must not be known to the report: indexes are given when a number is met for the first time. */
async function holdingOf(
  database: Database,
  ownership: Ownership,
  holders: Holders,
  kind: BookingFile,
): Promise<Holding> {
  const index = hashIndex();
  /** undefined: nobody. */
  const pairs: (HolderPair | undefined)[] = [];
  /** Index of customer and account, by number. */
  let indexes = new Int32Array(0);
  let found = rowHolders(0);
  let anyNobody = false;

  function learn(low: number, high: number, pair: HolderPair | undefined): void {
    if (index.claim(low, high) >= 0) return;
    pairs.push(pair);
    anyNobody ||= pair === undefined;
  }

  function makeRoom(): void {
    const known = indexes;
    indexes = new Int32Array(pairs.length * 2).fill(unmet);
    indexes.set(known);
    for (let number = known.length / 2; number < pairs.length; number += 1)
      if (pairs[number] === undefined) indexes.fill(nobody, number * 2, number * 2 + 2);
  }

  async function learnNamed(): Promise<void> {
    const named = namedPairs(kind, ownership);
    const columns = holderFields(kind).map((field) => named.map((pair) => pair[field] ?? ''));
    const hashes = await textHashes(database, columns);
    for (const [at, pair] of named.entries()) learn(hashes[at * 2]!, hashes[at * 2 + 1]!, pair);
    makeRoom();
  }

  async function learnAllOf(file: BookingFile): Promise<void> {
    for await (const chunk of database.aside(pairsQuery(file))) {
      const [hashes, isSomebody] = [chunk.hashes(0), chunk.ints(3)];
      for (let row = 0; row < chunk.rows; row += 1) {
        const pair = { acctNo: chunk.text(1, row) ?? undefined, custNo: chunk.text(2, row) ?? undefined };
        learn(hashes[row * 2]!, hashes[row * 2 + 1]!, isSomebody[row] === 1 ? pair : undefined);
      }
    }
    makeRoom();
  }

  /** False where a row that is not odd is of somebody who is not known yet. */
  function findAll({ rows, holder, flags }: ChunkColumns): boolean {
    if (found.numbers.length < rows) found = rowHolders(rows);
    const { numbers, customers, accounts } = found;
    for (let row = 0; row < rows; row += 1) {
      const number = index.find(holder[row * 2]!, holder[row * 2 + 1]!);
      if (number < 0 && (flags[row]! & rowFlags.isOdd) === 0) return false;
      numbers[row] = number;
    }
    for (let row = 0; row < rows; row += 1) {
      const number = Math.max(0, numbers[row]!);
      customers[row] = indexes[number * 2]!;
      accounts[row] = indexes[number * 2 + 1]!;
    }
    return true;
  }

  await learnNamed();
  return {
    async of(columns, file) {
      if (findAll(columns)) return found;
      await learnAllOf(file);
      if (!findAll(columns)) throw new RangeError('a holder that nobody found in the file');
      return found;
    },
    hasNobody: () => anyNobody,
    meet({ numbers, customers, accounts }, row) {
      const number = numbers[row]!;
      const pair = pairs[number];
      if (pair === undefined) throw new RangeError('a booking of nobody');
      const account = holders.accountOf(pair);
      const customer = holders.customerOf(pair, account);
      indexes.set([customer, account], number * 2);
      customers[row] = customer;
      accounts[row] = account;
    },
  };
}

function rowHolders(rows: number): RowHolders {
  return { customers: new Int32Array(rows), accounts: new Int32Array(rows), numbers: new Int32Array(rows) };
}
