// Is the counterparty of a plain row somebody else? What `hasOtherParty` says, by numbers and hashes.
import type { Ownership } from '../activity.js';
import { hashIndex } from '../hash-index.js';
import type { Holders } from '../holders.js';
import { plainName } from '../other-party.js';
import type { ChunkColumns } from './chunk-columns.js';
import { rowFlags } from './chunk-columns.js';
import type { Database } from './database.js';
import { textHashes } from './text-hashes.js';

/** Of a row whose counterparty's name, if there is one, is of hanzi alone. */
export type OtherParties = (columns: ChunkColumns, row: number, customer: number) => boolean;

interface NameHashes {
  /** Number of a customer's name, by customer number. */
  readonly numberOf: ReadonlyMap<string, number>;
  /** Low and high word by number. */
  readonly hashes: Uint32Array;
}

export async function otherParties(database: Database, ownership: Ownership, holders: Holders): Promise<OtherParties> {
  const { ownerOf, nameOf } = ownership;
  const owners = await ownersByHash(database, ownerOf ?? new Map());
  const { numberOf, hashes } = await nameHashes(database, nameOf);
  return (columns, row, customer) => {
    const flags = columns.flags[row]!;
    if ((flags & rowFlags.hasParty) === 0 || (flags & rowFlags.isOwnAccount) !== 0) return false;
    const custNo = holders.customers[customer];
    const owner = owners(columns.party[row * 2]!, columns.party[row * 2 + 1]!);
    if (owner !== undefined) return owner !== custNo;
    if ((flags & rowFlags.hasPartyName) === 0) return true;
    const own = custNo === undefined ? undefined : numberOf.get(custNo);
    if (own === undefined) return true;
    return columns.partyName[row * 2] !== hashes[own * 2] || columns.partyName[row * 2 + 1] !== hashes[own * 2 + 1];
  };
}

/** The owner of an account by the hash of its number. */
async function ownersByHash(
  database: Database,
  ownerOf: ReadonlyMap<string, string>,
): Promise<(low: number, high: number) => string | undefined> {
  const accounts: string[] = [];
  const ownerAt: string[] = [];
  for (const [acctNo, owner] of ownerOf) {
    if (acctNo.includes(' ')) continue;
    accounts.push(acctNo);
    ownerAt.push(owner);
  }
  const hashes = await textHashes(database, [accounts]);
  const index = hashIndex();
  const owners: string[] = [];
  for (let at = 0; at < accounts.length; at += 1)
    if (index.claim(hashes[at * 2]!, hashes[at * 2 + 1]!) < 0) owners.push(ownerAt[at]!);
  return (low, high) => owners[index.find(low, high)];
}

const ofHanzi = /^[\u4e00-\u9fff]+$/;

/** Names of other letters never equal those that are asked for. */
async function nameHashes(database: Database, nameOf: Ownership['nameOf']): Promise<NameHashes> {
  const numberOf = new Map<string, number>();
  const names: string[] = [];
  for (const [custNo, given] of nameOf) {
    const name = plainName(given);
    if (ofHanzi.test(name)) numberOf.set(custNo, names.push(name) - 1);
  }
  return { numberOf, hashes: await textHashes(database, [names]) };
}
