// One text file → the SQL that cuts it, reads the plain cells of its rows and leaves everything else as it stands there.
import type { BulkReading } from '../../exports/bulk.js';
import { emptySql, sqlText, trimmedSql } from '../../exports/field-sql.js';

/** Columns of the result, before the cells themselves. */
export const resultColumns = {
  day: 0,
  time: 1,
  amount: 2,
  combination: 3,
  holder: 4,
  id: 5,
  original: 6,
  particulars: 7,
  flags: 8,
  bytes: 9,
  cnyAmount: 10,
  cells: 11,
} as const;

/** Bits of the column `flags`; every row has `any`. */
export const rowFlags = { isOdd: 1, hasId: 2, hasMemo: 4, hasParty: 8, hasOriginal: 16, any: 32 } as const;

/** Cells of these fields decide together what a booking is. */
const combinedFields = ['dc', 'reversal', 'trigger', 'summary', 'txnType', 'channel', 'currency'] as const;
/** A constant in one of these would have to be put into every row. */
const constantFields: readonly string[] = [...combinedFields, 'holderName', 'cashFlag', 'cpBank', 'branchNo'];

type Cut = Pick<BulkReading, 'columns' | 'constants' | 'width' | 'delimiter' | 'text' | 'dataLine'>;
type Column = BulkReading['columns'][number];

/** What one file's bookings look like. */
export interface RowShape {
  readonly amounts: 'single' | 'pair';
  readonly hasDirection: boolean;
}

/** undefined where SQL cannot read the bookings: amounts in three columns, accounts that stand above the table. */
export function shapeOf({ columns, constants, text }: Cut): RowShape | undefined {
  const has = (name: string) => columns.some((column) => column.name === name);
  const [single, pair] = [has('amount'), has('income') && has('expense')];
  if (text.lineEnds.length !== 1 || !has('txnDate') || single === (has('income') || has('expense'))) return undefined;
  if (!single && !pair) return undefined;
  if ([...constants].some((name) => !constantFields.includes(name))) return undefined;
  return { amounts: single ? 'single' : 'pair', hasDirection: has('dc') };
}

const typeOf: Readonly<Record<string, string>> = {
  txnDate: 'date',
  txnTime: 'integer',
  balance: 'double',
  amountCny: 'double',
};
const noId = '0'.repeat(100);

/** `isPadded`: cells have blanks around them. */
export function rowQuery(cut: Cut, shape: RowShape, path: string, isPadded: boolean): string {
  const cellOf = ({ index }: Pick<Column, 'index'>) => (isPadded ? trimmedSql(`c${index}`) : `c${index}`);
  const byName = new Map(cut.columns.map((column) => [column.name, column]));
  const read = cut.columns.filter(({ name }) => !combinedFields.some((field) => field === name));
  const values = read.map(
    (column) => `${column.field.sql?.(cellOf(column), column.unit) ?? 'null'} as v_${column.name}`,
  );
  const value = (name: string) => (byName.has(name) ? `v_${name}` : `cast(null as ${typeOf[name] ?? 'varchar'})`);
  const cells = Array.from({ length: cut.width + 1 }, (_, index) => `c${index}`);
  const conditions = [
    ...read.map((column) => isRead(column, cellOf(column))),
    isRecord(byName, cellOf),
    isInCny(cut, byName, cellOf),
    `c${cut.width} is null`,
    ...(cut.text.mayQuote
      ? [`not (${cells.map((cell) => `coalesce(contains(${cell}, '"'), false)`).join(' or ')})`]
      : []),
    ...(shape.amounts === 'single' ? [] : ['(v_income is null or v_expense is null or v_income = 0 or v_expense = 0)']),
  ];
  const isExpense = `(coalesce(v_expense, 0) <> 0 or v_income is null)`;
  const amount =
    shape.amounts === 'single' ? 'v_amount' : `case when ${isExpense} then coalesce(v_expense, 0) else v_income end`;
  const combined = combinedFields.flatMap((name) => {
    const column = byName.get(name);
    return column === undefined ? [] : [`c${column.index}`];
  });
  const batch = `coalesce(regexp_matches(${value('teller')}, '自动|批量|系统'), false)`;
  const side = shape.amounts === 'single' ? 'true' : isExpense;
  const id = (name: string) => `case when ${value(name)} > '${noId}' then ${value(name)} end`;
  const flag = (bit: number, holds: string) => `case when ${holds} then ${bit} else 0 end`;
  return `select coalesce(day, 0) as day, coalesce(time, -1) as time, coalesce(amount, 0) as amount,
    hash(${[...combined, 'sign(amount)', side, batch].join(', ')}) as combination,
    hash(${value('acctNo')}, ${value('custNo')}) as holder, hash(id) as id, hash(original) as original,
    ${particularsSql({ account: value('acctNo'), balance: value('balance'), memo: value('memo'), name: value('cpName'), party: value('cpAcct'), teller: value('teller') })} as particulars,
    ${flag(rowFlags.isOdd, 'not is_plain')} + ${flag(rowFlags.hasId, 'id is not null')}
      + ${flag(rowFlags.hasMemo, `${value('memo')} is not null`)}
      + ${flag(rowFlags.hasParty, `${value('cpName')} is not null or ${value('cpAcct')} is not null`)}
      + ${flag(rowFlags.hasOriginal, 'original is not null')} + ${rowFlags.any} as flags,
    cast(coalesce(bytes, 0) as integer) as bytes, coalesce(${value('amountCny')}, 0) as cny_amount, ${cells.join(', ')}
  from (select *, cast(v_txnDate - date '1900-01-01' as integer) as day, ${value('txnTime')} as time, ${amount} as amount,
      ${id('txnId')} as id, ${id('origTxnId')} as original, coalesce(${conditions.join(' and ')}, false) as is_plain,
      ${cells
        .slice(0, -1)
        .map((cell) => `strlen(${cell})`)
        .join(' + ')} as bytes
    from (select ${[...cells, ...values].join(', ')} from ${readCsv(cut, path, cells)}))`;
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

/** The cell has a value, or holds nothing where nothing may stand. */
function isRead({ name }: Column, cell: string): string {
  const isNeeded = name === 'txnDate' || name === 'amount';
  return isNeeded ? `v_${name} is not null` : `(v_${name} is not null or ${emptySql(cell)})`;
}

/** 折人民币 changes nothing: it is empty, or the row is in CNY anyway. */
function isInCny(
  { constants }: Cut,
  byName: ReadonlyMap<string, Column>,
  cellOf: (column: Pick<Column, 'index'>) => string,
): string {
  if (!byName.has('amountCny')) return 'true';
  const currency = byName.get('currency');
  if (currency === undefined) return constants.has('currency') ? 'v_amountCny is null' : 'true';
  return `(v_amountCny is null or ${cellOf(currency)} in ('', 'CNY', '人民币', 'RMB', '156', '01'))`;
}

/**
 * The row is a record for sure, no heading, total or note: its first cell, its account or its customer number begins with a digit,
 * and it has a day.
 */
function isRecord(byName: ReadonlyMap<string, Column>, cellOf: (column: Pick<Column, 'index'>) => string): string {
  const beginsWithDigit = (cell: string) => `(${cell} >= '0' and ${cell} < ':')`;
  const holders = ['acctNo', 'custNo'].filter((name) => byName.has(name)).map((name) => `v_${name}`);
  const isHeld = `(${holders.map((value) => `${value} is not null`).join(' or ')})`;
  const first = [cellOf({ index: 0 }), ...holders].map((cell) => `coalesce(${beginsWithDigit(cell)}, false)`);
  return `${isHeld} and (${first.join(' or ')})`;
}

/** Nothing is sniffed, nothing guessed, nothing skipped; a row that is too short ends in NULLs, one that is too long has one cell more. */
function readCsv({ delimiter, text, dataLine }: Cut, path: string, cells: readonly string[]): string {
  const quote = text.mayQuote ? sqlText('"') : "''";
  const lineEnd = text.lineEnds[0] === '\r\n' ? sqlText('\\r\\n') : sqlText('\\n');
  const columns = cells.map((cell) => `'${cell}': 'VARCHAR'`).join(', ');
  return `read_csv(${sqlText(path)}, auto_detect = false, header = false, skip = ${dataLine - 1}, delim = ${sqlText(delimiter)},
    quote = ${quote}, escape = ${quote}, new_line = ${lineEnd}, null_padding = true, nullstr = ${sqlText('\u0002no value\u0002')},
    max_line_size = 1100000, columns = {${columns}})`;
}
