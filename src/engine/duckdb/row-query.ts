// The query over one file: what each row says, as numbers. Only a row that cannot be settled by what is known already comes with its
// cells.
import type { CellSql } from '../../exports/field-sql.js';
import { flagBits, type Particulars, type ResultColumn, resultColumnsOf, rowFlags } from './chunk-columns.js';
import { holderHash, holderValue, isSomebodySql } from './holder-sql.js';
import type { KnownWords } from './known-words.js';
import { particularsSql } from './particulars.js';
import { plainConditions } from './plain-conditions.js';
import {
  type BookingFile,
  type Column,
  cellNames,
  cellOf,
  combinedFields,
  holderFields,
  readCsv,
} from './row-shape.js';

const typeOf: Readonly<Record<string, string>> = {
  txnDate: 'date',
  txnTime: 'integer',
  balance: 'double',
  amountCny: 'double',
};
const noId = '0'.repeat(100);
const nothing = '0::ubigint';
/** So that a thread does not cut far more than the sample. */
const sampleBufferBytes = 4_000_000;

/** All rows of a file in their order, as `chunkReader` reads them. */
export function rowQuery(file: BookingFile, known: KnownWords): string {
  return selection(file, known, 'shared');
}

/** The plain rows whose 流水号 stands in the table `wanted`, with all their fingerprints (`apart`), as `chunkReader` reads them, in any order. */
export function wantedQuery(file: BookingFile, known: KnownWords): string {
  return `${selection(file, known, 'apart')} where not needs_cells and hash(id) in (select id from wanted)`;
}

/** The cells of the plain rows of somebody whose 流水号 stands in the table `wanted`, in any order. */
export function laterQuery(file: BookingFile, known: KnownWords): string {
  return `select [${cellNames(file).join(', ')}] from (${settledRows(file, known)})
    where not needs_cells and ${isSomebodySql(file)} and hash(id) in (select id from wanted)`;
}

function selection(file: BookingFile, known: KnownWords, particulars: Particulars): string {
  const cells = `[${cellNames(file).join(', ')}]`;
  const own = particularsOf(file);
  const party = (withCells: string, value: string) =>
    `case when needs_cells then ${withCells} when asks_party then hash(${value}) else ${nothing} end`;
  const numbers: Readonly<Record<ResultColumn, string>> = {
    day: 'coalesce(day, 0)',
    time: 'coalesce(time, -1)',
    amount: 'coalesce(amount, 0)',
    slot: 'cast(case when is_known then slot - 1 else -1 end as smallint)',
    holder: 'holder',
    flags: `flags + case when needs_cells then ${rowFlags.hasCells} else 0 end + bytes * ${2 ** flagBits}`,
    cnyAmount: `coalesce(${sqlValueOf(file, 'amountCny')}, 0)`,
    id: `case when id is null and not needs_cells then ${own} else hash(id) end`,
    party: party(own, sqlValueOf(file, 'cpAcct')),
    partyName: party('words', sqlValueOf(file, 'cpName')),
    original: `case when needs_cells then hash(original) else ${nothing} end`,
    particulars: own,
  };
  const wanted = resultColumnsOf(file, particulars).map((name) => numbers[name]);
  return `select ${[`case when needs_cells then ${cells} end`, ...wanted].join(', ')}
  from (${settledRows(file, known)})`;
}

/** Combinations of words in the first rows: their hash, the cells of one row that is a booking without any doubt, and its amount. */
export function sampleQuery(file: BookingFile, rows: number): string {
  return `select words, first([${cellNames(file).join(', ')}]), first(amount)
    from (${readRows(file, `(select * from ${readCsv(file, sampleBufferBytes)} limit ${rows})`)})
    where is_plain and ${isSomebodySql(file)} group by words order by words`;
}

/** The cells of the rows that would be plain if their holder were somebody, in their order. */
export function nobodiesQuery(file: BookingFile): string {
  return `select [${cellNames(file).join(', ')}] from (${readRows(file, readCsv(file))}) where is_plain and not ${isSomebodySql(file)}`;
}

function sqlOf(file: BookingFile, column: Column): CellSql | undefined {
  return column.field.sql?.(cellOf(file, column), column.unit);
}

function particularsOf(file: BookingFile): string {
  const value = (name: string) => sqlValueOf(file, name);
  return particularsSql({
    account: holderValue(file, 'acctNo'),
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
function settledRows(file: BookingFile, { words, special, shift }: KnownWords): string {
  const slot = `cast((words >> ${shift}) & ${words.length - 1} as integer) + 1`;
  const name = sqlValueOf(file, 'cpName');
  // A name that the file may state itself, or one of other letters than hanzi, is compared in TypeScript.
  const isNamed = file.columns.has('holderName') || file.constants.has('holderName');
  const isHard = isNamed ? 'true' : `not coalesce(regexp_full_match(${name}, '[\\x{4e00}-\\x{9fff}]+'), true)`;
  return `select *, not is_plain or (asked & ${~rowFlags.hasParty}) <> 0 or case when asks_party then ${isHard} else false end as needs_cells
    from (select *, (asked & ${rowFlags.hasParty}) <> 0 as asks_party
      from (select *, flags & case when is_known then ([${special.join(', ')}])[slot] else ${rowFlags.any} end as asked
        from (select *, ([${words.join(', ')}]::ubigint[])[slot] = words as is_known
          from (select *, ${slot} as slot from (${readRows(file, readCsv(file))})))))`;
}

/** Rows with their values, before anything is looked up. */
function readRows(file: BookingFile, source: string): string {
  const { columns, amounts } = file;
  const value = (name: string) => sqlValueOf(file, name);
  const elsewhere: readonly string[] = [...combinedFields, ...holderFields(file)];
  const read = [...columns.values()].filter(({ name }) => !elsewhere.includes(name));
  const casts = read.flatMap((column) => sqlOf(file, column)?.cast?.concat(` as q_${column.name}`) ?? []);
  const values = read.map(
    (column) => `${sqlOf(file, column)?.value(`q_${column.name}`) ?? 'null'} as v_${column.name}`,
  );
  const isExpense = '(coalesce(v_expense, 0) <> 0 or v_income is null)';
  const side = amounts === 'single' ? 'true' : isExpense;
  const amount =
    amounts === 'single' ? 'v_amount' : `case when ${isExpense} then coalesce(v_expense, 0) else v_income end`;
  const combined = combinedFields.flatMap((name) => columns.get(name)?.index ?? []).map((index) => `c${index}`);
  const batch = columns.has('teller') ? `coalesce(regexp_matches(v_teller, '自动|批量|系统'), false)` : 'false';
  const id = (name: string) => `case when ${value(name)} > '${noId}' then ${value(name)} end`;
  const bytes = cellNames(file)
    .slice(0, -1)
    .map((cell) => `strlen(${cell})`);
  return `select *, hash(${[...combined, 'sign(amount)', 'side', batch].join(', ')}) as words, ${holderHash(file)} as holder,
    ${flagsSql(file)} as flags
  from (select *, cast(v_txnDate - date '1900-01-01' as integer) as day, ${value('txnTime')} as time, ${amount} as amount, ${side} as side,
      ${id('txnId')} as id, ${id('origTxnId')} as original,
      coalesce(${plainConditions(file, read).join(' and ')}, false) as is_plain,
      cast(coalesce(${bytes.join(' + ')}, 0) as integer) as bytes
    from (select *, ${values.join(', ')} from (select ${['*', ...casts].join(', ')} from ${source})))`;
}

/** The counterparty's account is that of the row, whatever that means. */
function isOwnAccount(file: BookingFile): string {
  const account = file.columns.get('acctNo');
  return account === undefined ? 'false' : `${sqlValueOf(file, 'cpAcct')} = ${cellOf(file, account)}`;
}

function flagsSql(file: BookingFile): string {
  const value = (name: string) => sqlValueOf(file, name);
  const flag = (bit: number, holds: string) => `case when ${holds} then ${bit} else 0 end`;
  return [
    flag(rowFlags.isOdd, 'not is_plain'),
    flag(rowFlags.hasId, 'id is not null'),
    flag(rowFlags.hasMemo, `${value('memo')} is not null`),
    flag(rowFlags.hasParty, `${value('cpName')} is not null or ${value('cpAcct')} is not null`),
    flag(rowFlags.hasPartyName, `${value('cpName')} is not null`),
    flag(rowFlags.isOwnAccount, isOwnAccount(file)),
    flag(rowFlags.hasOriginal, 'original is not null'),
    String(rowFlags.any),
  ].join(' + ');
}
