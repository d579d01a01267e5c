// What a file's bookings look like, and whether SQL can read them at all.
import type { BulkReading } from '../../exports/bulk.js';
import { sqlText, trimmedSql } from '../../exports/field-sql.js';

export type Column = BulkReading['columns'][number];

/** Whose a booking is. */
export type HolderField = 'acctNo' | 'custNo';
const possibleHolders: readonly HolderField[] = ['acctNo', 'custNo'];

/** Cells of these fields decide together what a booking is. */
export const combinedFields = ['dc', 'reversal', 'trigger', 'summary', 'txnType', 'channel', 'currency'] as const;
/** A constant in one of these would have to be put into every row. */
const constantFields: readonly string[] = [...combinedFields, 'holderName', 'cashFlag', 'cpBank', 'branchNo'];

/** A file as the queries need it. */
export interface BookingFile extends Pick<BulkReading, 'constants' | 'width' | 'delimiter' | 'text' | 'dataLine'> {
  readonly path: string;
  readonly columns: ReadonlyMap<string, Column>;
  readonly amounts: 'single' | 'pair';
  /** Cells have blanks around them. */
  readonly isPadded: boolean;
}

/** undefined where SQL cannot read the bookings: amounts in three columns, accounts that stand above the table. */
export function bookingFile(reading: BulkReading, path: string): BookingFile | undefined {
  const { constants, text, width, delimiter, dataLine } = reading;
  const columns = new Map(reading.columns.map((column) => [column.name, column]));
  const [single, pair] = [columns.has('amount'), columns.has('income') && columns.has('expense')];
  if (text.lineEnds.length !== 1 || !columns.has('txnDate') || holderFields({ columns }).length === 0) return undefined;
  if (single === (columns.has('income') || columns.has('expense')) || (!single && !pair)) return undefined;
  if ([...constants].some((name) => !constantFields.includes(name))) return undefined;
  const isPadded = reading.sample().some((cells) => cells.some((cell) => cell !== cell.trim()));
  const amounts = single ? 'single' : 'pair';
  return { path, columns, constants, text, width, delimiter, dataLine, amounts, isPadded };
}

/** The columns of the CSV reader: one for every cell, and one more for rows that are too long. */
export function cellNames({ width }: Pick<BookingFile, 'width'>): readonly string[] {
  return Array.from({ length: width + 1 }, (_, index) => `c${index}`);
}

/** The cell of a column without blanks around it. */
export function cellOf({ isPadded }: BookingFile, { index }: Pick<Column, 'index'>): string {
  return isPadded ? trimmedSql(`c${index}`) : `c${index}`;
}

/** The columns of a file that say whose a booking is. */
export function holderFields({ columns }: Pick<BookingFile, 'columns'>): readonly HolderField[] {
  return possibleHolders.filter((name) => columns.has(name));
}

const usualBufferBytes = 32_000_000;

/**
 * Nothing is sniffed, nothing guessed, nothing skipped; a row that is too short ends in NULLs, one that is too long has one cell more.
 * Each thread cuts `bufferBytes` at a time.
 */
export function readCsv(file: BookingFile, bufferBytes = usualBufferBytes): string {
  const { delimiter, text, dataLine, path } = file;
  const quote = text.mayQuote ? sqlText('"') : "''";
  const lineEnd = text.lineEnds[0] === '\r\n' ? sqlText('\\r\\n') : sqlText('\\n');
  const columns = cellNames(file)
    .map((cell) => `'${cell}': 'VARCHAR'`)
    .join(', ');
  return `read_csv(${sqlText(path)}, auto_detect = false, header = false, skip = ${dataLine - 1}, delim = ${sqlText(delimiter)},
    quote = ${quote}, escape = ${quote}, new_line = ${lineEnd}, null_padding = true, nullstr = ${sqlText('\u0002no value\u0002')},
    max_line_size = 1100000, buffer_size = ${bufferBytes}, columns = {${columns}})`;
}
