// Fingerprints for bookings that were read in TypeScript, equal to those that the query makes for the rows that it reads itself.
import { sqlText } from '../../exports/field-sql.js';
import { daySerial } from '../../model/day.js';
import type { Transaction } from '../../model/transaction.js';
import { type Fingerprint, fingerprintWords } from '../fingerprint.js';
import { type ForeignPrints, secondsOf } from '../row-writer.js';
import type { Database } from './database.js';

const names = [
  'nr',
  'day',
  'time',
  'account',
  'id',
  'original',
  'amount',
  'balance',
  'memo',
  'name',
  'party',
  'teller',
];
const rowsPerQuery = 2000;

/** What is a booking's own: with the words that it shares with others it makes up its identity. */
export function particularsSql(of: {
  readonly account: string;
  readonly balance: string;
  readonly memo: string;
  readonly name: string;
  readonly party: string;
  readonly teller: string;
}): string {
  return `hash(cast(day as integer), cast(coalesce(time, -1) as integer), ${of.account}, id, original, cast(abs(amount) as double), ${of.balance}, ${of.memo}, ${of.name}, ${of.party}, ${of.teller})`;
}

/** In the order of the bookings. */
export async function printsOf(
  database: Database,
  transactions: readonly Transaction[],
): Promise<readonly ForeignPrints[]> {
  const prints: ForeignPrints[] = [];
  for (let from = 0; from < transactions.length; from += rowsPerQuery)
    prints.push(...(await printsOfSome(database, transactions.slice(from, from + rowsPerQuery))));
  return prints;
}

async function printsOfSome(database: Database, some: readonly Transaction[]): Promise<readonly ForeignPrints[]> {
  const prints: ForeignPrints[] = [];
  for await (const chunk of database.aside(queryFor(some))) {
    const [numbers, rows, ids, originals] = [chunk.ints(0), chunk.hashes(1), chunk.hashes(2), chunk.hashes(3)];
    for (let at = 0; at < chunk.rows; at += 1) {
      const number = numbers[at]!;
      const words = { high: 0, low: 0 };
      fingerprintWords(some[number]!, words);
      const pair = (hashes: Uint32Array) => ({ low: hashes[at * 2]!, high: hashes[at * 2 + 1]! });
      prints[number] = foreignPrints(pair(rows), pair(ids), pair(originals), words);
    }
  }
  return prints;
}

/** The fingerprints of a row from the query's hashes. */
export function foreignPrints(
  particulars: Readonly<Fingerprint>,
  id: Readonly<Fingerprint>,
  orig: Readonly<Fingerprint>,
  words: Readonly<Fingerprint>,
): ForeignPrints {
  return { row: { low: unitedLow(particulars.low, words), high: unitedHigh(particulars.high, words) }, id, orig };
}

/** One fingerprint out of a lane of the particulars and a lane of the words. */
export function unitedHigh(high: number, words: Readonly<Fingerprint>): number {
  return Math.imul(high ^ words.low, 0x9e3779b1) >>> 0;
}

export function unitedLow(low: number, words: Readonly<Fingerprint>): number {
  return Math.imul(low ^ words.high, 0x5f356495) >>> 0;
}

function queryFor(some: readonly Transaction[]): string {
  const rows = some.map((one, number) => `(${[number, ...literalsOf(one)].join(', ')})`);
  const types = 'cast(null as varchar)';
  // The first row gives the columns their types.
  const typed = `(-1, 0, 0, ${types}, ${types}, ${types}, 0.0::double, 0.0::double, ${types}, ${types}, ${types}, ${types})`;
  const particulars = particularsSql({
    account: 'account',
    balance: 'cast(balance as double)',
    memo: 'memo',
    name: 'name',
    party: 'party',
    teller: 'teller',
  });
  return `select cast(nr as integer), ${particulars}, hash(id), hash(original)
    from (values ${[typed, ...rows].join(', ')}) bookings(${names.join(', ')}) where nr >= 0`;
}

function literalsOf(one: Transaction): readonly string[] {
  const text = (value: string | undefined) => (value === undefined ? 'null' : sqlText(value));
  const number = (value: number | undefined) => (value === undefined ? 'null' : `${value}::double`);
  return [
    ...[String(daySerial(one.txnDate)), String(secondsOf(one.txnTime)), text(one.acctNo), text(one.txnId)],
    ...[text(one.origTxnId), number(one.amountFen), number(one.balanceFen), text(one.memo), text(one.cpName)],
    ...[text(one.cpAcct), text(one.teller)],
  ];
}
