// Is the counterparty of a plain row somebody else? What `hasOtherParty` says, by numbers and hashes.
import type { Ownership } from '../activity.js';
import type { Holders } from '../holders.js';
import { plainName } from '../other-party.js';
import type { ChunkColumns } from './chunk-columns.js';
import type { Database } from './database.js';
import { indexOf } from './holding.js';
import { rowFlags } from './row-query.js';

/** Of a row whose counterparty's name, if there is one, is of hanzi alone. */
export type OtherParties = (columns: ChunkColumns, row: number, customer: number) => boolean;

interface NameHashes {
  /** Number of a customer's name, by customer number. */
  readonly numberOf: ReadonlyMap<string, number>;
  readonly low: Uint32Array;
  readonly high: Uint32Array;
}

export async function otherParties(database: Database, ownership: Ownership, holders: Holders): Promise<OtherParties> {
  const { ownerOf, nameOf } = ownership;
  const owners = await ownersByHash(database, ownerOf ?? new Map());
  const { numberOf, low, high } = await nameHashes(database, nameOf);
  return (columns, row, customer) => {
    const flags = columns.flags[row]!;
    if ((flags & rowFlags.hasParty) === 0 || (flags & rowFlags.isOwnAccount) !== 0) return false;
    const custNo = holders.customers[customer];
    const owner = owners(columns.party[row * 2]!, columns.party[row * 2 + 1]!);
    if (owner !== undefined) return owner !== custNo;
    if ((flags & rowFlags.hasPartyName) === 0) return true;
    const own = custNo === undefined ? undefined : numberOf.get(custNo);
    if (own === undefined) return true;
    return columns.partyName[row * 2] !== low[own] || columns.partyName[row * 2 + 1] !== high[own];
  };
}

/** The owner of an account by the hash of its number. */
async function ownersByHash(
  database: Database,
  ownerOf: ReadonlyMap<string, string>,
): Promise<(low: number, high: number) => string | undefined> {
  const rows = function* () {
    let number = 0;
    for (const acctNo of ownerOf.keys()) yield [acctNo, number++] as const;
  };
  await database.fill('texts', { acct: 'varchar', number: 'integer' }, rows());
  const index = await indexOf(database, 'select hash(acct) from texts order by number');
  await database.run('drop table texts');
  const owners = [...ownerOf.values()];
  return (low, high) => owners[index.find(low, high)];
}

async function nameHashes(database: Database, nameOf: Ownership['nameOf']): Promise<NameHashes> {
  const numberOf = new Map<string, number>();
  const rows = function* () {
    for (const [custNo, name] of nameOf) {
      const number = numberOf.size;
      numberOf.set(custNo, number);
      yield [number, plainName(name)] as const;
    }
  };
  await database.fill('texts', { number: 'integer', name: 'varchar' }, rows());
  const [low, high] = [new Uint32Array(numberOf.size), new Uint32Array(numberOf.size)];
  for await (const chunk of database.stream('select number, hash(name) from texts')) {
    const [numbers, hashes] = [chunk.ints(0), chunk.hashes(1)];
    for (let row = 0; row < chunk.rows; row += 1) {
      low[numbers[row]!] = hashes[row * 2]!;
      high[numbers[row]!] = hashes[row * 2 + 1]!;
    }
  }
  await database.run('drop table texts');
  return { numberOf, low, high };
}
