// When SQL alone may read a row: whatever it could read otherwise than the row reader is left to that.
import { emptySql } from '../../exports/field-sql.js';
import { holderCells } from './holder-sql.js';
import { type BookingFile, type Column, cellNames, cellOf } from './row-shape.js';

/** The row is a booking without any doubt, if its holder is somebody: every cell that counts has been read, holds nothing, or has words in it. */
export function plainConditions(file: BookingFile, read: readonly Column[]): readonly string[] {
  const { columns, text, amounts, width } = file;
  // A row of several lines moves the line numbers of all others.
  const quoted = cellNames(file).map((cell) => `coalesce(contains(${cell}, '"') or contains(${cell}, chr(10)), false)`);
  return [
    ...read.map((column) => isRead(column, cellOf(file, column))),
    isRecord(file),
    isInCny(file),
    `c${width} is null`,
    ...(text.mayQuote ? [`not (${quoted.join(' or ')})`] : []),
    ...(amounts === 'pair' && columns.has('income')
      ? ['(v_income is null or v_expense is null or v_income = 0 or v_expense = 0)']
      : []),
  ];
}

/** The cell has a value, or holds nothing where nothing may stand. */
function isRead({ name }: Column, cell: string): string {
  const isNeeded = name === 'txnDate' || name === 'amount';
  return isNeeded ? `v_${name} is not null` : `case when v_${name} is not null then true else ${emptySql(cell)} end`;
}

/** 折人民币 changes nothing: it is empty, or the row is in CNY, or nobody says in what and it is the amount. */
function isInCny(file: BookingFile): string {
  const { columns, constants, amounts } = file;
  if (!columns.has('amountCny')) return 'true';
  const isSame = amounts === 'single' ? '(v_amountCny is null or v_amountCny = v_amount)' : 'v_amountCny is null';
  const currency = columns.get('currency');
  if (currency === undefined) return constants.has('currency') ? 'v_amountCny is null' : isSame;
  const cell = cellOf(file, currency);
  return `(v_amountCny is null or ${cell} in ('CNY', '人民币', 'RMB', '156', '01') or (${cell} = '' and ${isSame}))`;
}

/** The row is a record for sure, no heading, total or note: its first cell, its account or its customer number begins with a digit. */
function isRecord(file: BookingFile): string {
  const beginsWithDigit = (cell: string) => `coalesce(${cell} >= '0' and ${cell} < ':', false)`;
  const holders = holderCells(file);
  const areThere = holders.map((cell) => `${cell} is not null`);
  return `${areThere.join(' and ')} and (${[cellOf(file, { index: 0 }), ...holders].map(beginsWithDigit).join(' or ')})`;
}
