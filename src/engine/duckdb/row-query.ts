// The query over one file: what each row says, as numbers. Only a row that cannot be settled by what is known already comes with its
// cells.
import { plainConditions } from './plain-conditions.js';
import { type BookingFile, type Column, cellNames, cellOf, combinedFields, readCsv } from './row-shape.js';

/** In the order of the query's columns. */
export const resultColumns = {
  day: 0,
  time: 1,
  amount: 2,
  words: 3,
  holder: 4,
  flags: 5,
  bytes: 6,
  cnyAmount: 7,
  id: 8,
  party: 9,
  partyName: 10,
  particulars: 11,
  original: 12,
  cells: 13,
} as const;

/** Bits of the column `flags`; every row has `any`. */
export const rowFlags = {
  isOdd: 1,
  hasId: 2,
  hasMemo: 4,
  hasParty: 8,
  hasOriginal: 16,
  any: 32,
  hasPartyName: 64,
  isOwnAccount: 128,
  hasCells: 256,
} as const;

/** With one of these a combination may ask for the row itself. */
export const askedFlags = rowFlags.hasMemo | rowFlags.hasParty | rowFlags.hasOriginal | rowFlags.any;

/**
 * Tables of hashes that the query compares rows with. It only asks whether a hash is there, and leaves the rest to TypeScript: a join would
 * not keep the rows in their order.
 */
export interface Known {
  /** Pairs of account and customer number as this file writes them. */
  readonly holders: string;
  /** Words, with those of the asked flags with which they settle a row. */
  readonly settled: string;
  /** Words that ask for the counterparty. */
  readonly asking: string;
}

const typeOf: Readonly<Record<string, string>> = {
  txnDate: 'date',
  txnTime: 'integer',
  balance: 'double',
  amountCny: 'double',
};
const noId = '0'.repeat(100);
const nothing = '0::ubigint';

/** All rows of a file in their order, as `resultColumns`. */
export function rowQuery(file: BookingFile, known: Known): string {
  const cells = `[${cellNames(file).join(', ')}]`;
  return `select coalesce(day, 0), coalesce(time, -1), coalesce(amount, 0), words, holder,
    flags + case when needs_cells then ${rowFlags.hasCells} else 0 end, bytes, coalesce(${sqlValueOf(file, 'amountCny')}, 0), hash(id),
    case when asks_party then hash(${sqlValueOf(file, 'cpAcct')}) else ${nothing} end,
    case when asks_party then hash(${sqlValueOf(file, 'cpName')}) else ${nothing} end,
    case when needs_cells or id is null then ${particularsOf(file)} else ${nothing} end,
    case when needs_cells then hash(original) else ${nothing} end,
    case when needs_cells then ${cells} end
  from (${settledRows(file, known)})`;
}

/** Combinations of words in the first rows: their hash, and the cells of one row. */
export function sampleQuery(file: BookingFile, known: Known, rows: number): string {
  return `select words, first([${cellNames(file).join(', ')}]), first(amount)
    from (${readRows(file, known, `(select * from ${readCsv(file)} limit ${rows})`)}) where is_plain group by words order by words`;
}

/** Fingerprints of those rows without cells, up to a day, whose 流水号 stands in the table `wanted`, in their order. */
export function particularsQuery(file: BookingFile, known: Known, lastDay: number): string {
  return `select hash(id), ${particularsOf(file)}, words from (${settledRows(file, known)})
    where not needs_cells and day <= ${lastDay} and hash(id) in (select id from wanted)`;
}

/** Every pair of account and customer number in a file that stands there as it is meant. */
export function pairsQuery(file: BookingFile): string {
  const read = (name: string, cell: string) => file.columns.get(name)?.field.sql?.(cell, 1).value('null') ?? 'null';
  const isPlain = (name: string, cell: string) => `(${cell} = '' or ${read(name, cell)} is not null)`;
  return `select hash(acct, cust) as key, cast(row_number() over () - 1 as integer) as number, acct, cust
    from (select distinct ${holderCell(file, 'acctNo')} as acct, ${holderCell(file, 'custNo')} as cust from ${readCsv(file)})
    where ${isPlain('acctNo', 'acct')} and ${isPlain('custNo', 'cust')} and (acct <> '' or cust <> '')`;
}

function holderCell(file: BookingFile, name: string): string {
  const column = file.columns.get(name);
  return column === undefined ? "''" : `coalesce(${cellOf(file, column)}, '')`;
}

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

function particularsOf(file: BookingFile): string {
  const value = (name: string) => sqlValueOf(file, name);
  return particularsSql({
    account: value('acctNo'),
    balance: value('balance'),
    memo: value('memo'),
    name: value('cpName'),
    party: value('cpAcct'),
    teller: value('teller'),
  });
}

function sqlValueOf({ columns }: BookingFile, name: string): string {
  return columns.has(name) ? `v_${name}` : `cast(null as ${typeOf[name] ?? 'varchar'})`;
}

/** Rows, and whether they must be looked at by themselves. */
function settledRows(file: BookingFile, { settled, asking, ...known }: Known): string {
  const name = sqlValueOf(file, 'cpName');
  // A name that the file may state itself, or one of other letters than hanzi, is compared in TypeScript.
  const isNamed = file.columns.has('holderName') || file.constants.has('holderName');
  const isHard = isNamed ? 'true' : `not coalesce(regexp_full_match(${name}, '[\\x{4e00}-\\x{9fff}]+'), true)`;
  return `select *, not is_plain or not is_known or not is_settled or case when asks_party then ${isHard} else false end as needs_cells
    from (select *, hash(words, flags & ${askedFlags}) in (select key from ${settled}) as is_settled,
        words in (select key from ${asking}) and (flags & ${rowFlags.hasParty}) <> 0 as asks_party
      from (${readRows(file, known, readCsv(file))}))`;
}

/** Rows with their values, before anything is looked up but their holder. */
function readRows(file: BookingFile, { holders }: Pick<Known, 'holders'>, source: string): string {
  const { columns, amounts } = file;
  const value = (name: string) => sqlValueOf(file, name);
  const read = [...columns.values()].filter(({ name }) => !combinedFields.some((field) => field === name));
  const found = ['acctNo', 'custNo'].flatMap((name) => columns.get(name) ?? []);
  const isHolder = (column: Column) => found.includes(column);
  const sqlOf = (column: Column) => column.field.sql?.(cellOf(file, column), column.unit);
  const own = read.filter((column) => !isHolder(column));
  const casts = own.flatMap((column) => sqlOf(column)?.cast?.concat(` as q_${column.name}`) ?? []);
  const values = own.map((column) => `${sqlOf(column)?.value(`q_${column.name}`) ?? 'null'} as v_${column.name}`);
  const isExpense = '(coalesce(v_expense, 0) <> 0 or v_income is null)';
  const side = amounts === 'single' ? 'true' : isExpense;
  const amount =
    amounts === 'single' ? 'v_amount' : `case when ${isExpense} then coalesce(v_expense, 0) else v_income end`;
  const combined = combinedFields.flatMap((name) => columns.get(name)?.index ?? []).map((index) => `c${index}`);
  const batch = columns.has('teller') ? `coalesce(regexp_matches(v_teller, '自动|批量|系统'), false)` : 'false';
  const id = (name: string) => `case when ${value(name)} > '${noId}' then ${value(name)} end`;
  const flag = (bit: number, holds: string) => `case when ${holds} then ${bit} else 0 end`;
  const bytes = cellNames(file)
    .slice(0, -1)
    .map((cell) => `strlen(${cell})`);
  return `select *, hash(${[...combined, 'sign(amount)', 'side', batch].join(', ')}) as words,
    ${flag(rowFlags.isOdd, 'not is_plain')} + ${flag(rowFlags.hasId, 'id is not null')}
      + ${flag(rowFlags.hasMemo, `${value('memo')} is not null`)}
      + ${flag(rowFlags.hasParty, `${value('cpName')} is not null or ${value('cpAcct')} is not null`)}
      + ${flag(rowFlags.hasPartyName, `${value('cpName')} is not null`)}
      + ${flag(rowFlags.isOwnAccount, `${value('cpAcct')} = ${value('acctNo')}`)}
      + ${flag(rowFlags.hasOriginal, 'original is not null')} + ${rowFlags.any} as flags
  from (select *, cast(v_txnDate - date '1900-01-01' as integer) as day, ${value('txnTime')} as time, ${amount} as amount, ${side} as side,
      ${id('txnId')} as id, ${id('origTxnId')} as original,
      coalesce(${plainConditions(file, read).join(' and ')}, false) as is_plain,
      cast(coalesce(${bytes.join(' + ')}, 0) as integer) as bytes
    from (select *, ${[...found.map(knownValue), ...values].join(', ')}
      from (select *, holder in (select key from ${holders}) as is_known
        from (select ${['*', `hash(${holderCell(file, 'acctNo')}, ${holderCell(file, 'custNo')}) as holder`, ...casts].join(', ')}
          from ${source}))))`;

  /** What is known need not be read again. */
  function knownValue(column: Column): string {
    const cell = cellOf(file, column);
    const value = column.field.sql?.(cell, column.unit).value('null') ?? 'null';
    return `case when is_known then nullif(${cell}, '') else ${value} end as v_${column.name}`;
  }
}
