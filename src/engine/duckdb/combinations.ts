// The combinations of words that are known before a file is read; those that appear later are decided when they do.
import type { Rules } from '../../model/rules.js';
import type { Transaction } from '../../model/transaction.js';
import { hash64, hashIndex } from '../hash-index.js';
import { cellsOf, rowFlags } from './chunk-columns.js';
import { type Combination, combinationReader } from './combination.js';
import type { Database } from './database.js';
import { type KnownWords, knownWords } from './known-words.js';
import { sampleQuery } from './row-query.js';
import type { BookingFile } from './row-shape.js';

export interface Combinations {
  readonly known: KnownWords;
  /** Those that are known, by their slot: of all rows without cells. */
  readonly bySlot: readonly (Combination | undefined)[];
  /** Some of the known ones ask for the counterparty. */
  readonly askParty: boolean;
  /**
   * The combination of a row with cells by the hash of its words; undefined for words that the row reader refuses. `read` gives the row
   * where the words are new.
   */
  of(low: number, high: number, amount: number, read: () => Transaction | undefined): Combination | undefined;
}

/** Most kinds of bookings stand among so many. */
const sampledRows = 50_000;

/** Learns the words of the first rows of a file; `read` makes a booking of cells. */
export async function loadCombinations(
  database: Database,
  file: BookingFile,
  rules: Rules,
  read: (cells: readonly string[]) => Transaction | undefined,
): Promise<Combinations> {
  const combine = combinationReader(rules);
  const index = hashIndex();
  const list: (Combination | undefined)[] = [];
  const byHash = new Map<bigint, Combination>();
  for await (const chunk of database.stream(sampleQuery(file, sampledRows))) {
    const [hashes, amounts] = [chunk.hashes(0), chunk.doubles(2)];
    for (let row = 0; row < chunk.rows; row += 1) {
      const first = read(cellsOf(chunk, row, 1));
      if (first === undefined) continue;
      const [low, high] = [hashes[row * 2]!, hashes[row * 2 + 1]!];
      const combination = combine(first, amounts[row]!);
      index.claim(low, high);
      list.push(combination);
      byHash.set(hash64(low, high), combination);
    }
  }
  const known = knownWords(new Map([...byHash].map(([hash, { special }]) => [hash, special])));
  return {
    known,
    bySlot: known.words.map((hash) => byHash.get(hash)),
    askParty: [...byHash.values()].some(({ special }) => (special & rowFlags.hasParty) !== 0),
    of(low, high, amount, readFirst) {
      const number = index.claim(low, high);
      if (number >= 0) return list[number];
      const first = readFirst();
      const combination = first && combine(first, amount);
      list.push(combination);
      return combination;
    },
  };
}
