// How the columns of an export are declared: one constructor for each kind of cell.
import type { Day } from '../model/day.js';
import type { Fen } from '../model/fen.js';
import type { Moment } from '../model/moment.js';
import { ownText } from '../model/own-text.js';
import type { Ratio } from '../model/ratio.js';
import { readFen, readPlainFen } from './amount.js';
import { readDayText, readTime } from './date.js';
import { readCount, readDecimal } from './decimal.js';
import type { Field, FieldKind, RowFault } from './export.js';
import { daySql, fenSql, idSql, textSql, timeSql } from './field-sql.js';
import { readDigits, readId, readOwnDigits } from './identifier.js';
import { readMoment } from './moment.js';

type FieldOptions = Partial<Pick<Field<unknown>, 'fallbackHeaders' | 'personal'>>;

/** For names, phones, ID numbers, accounts and addresses. */
export const personal: FieldOptions = { personal: true };

/** Header texts are given in one string with blanks between them; the first is the one we print. */
function headersOf(headers: string, fallback: string): Pick<Field<unknown>, 'headers' | 'fallbackHeaders'> {
  const first = headers.split(' ');
  return fallback === '' ? { headers: first } : { headers: first, fallbackHeaders: fallback.split(' ') };
}

/** Identity numbers: text with its leading zeros. */
export function idField(headers: string, fallback = '', options: FieldOptions = {}): Field<string> {
  const expected = '编号文字（不能是科学计数法或小数）';
  const names = headersOf(headers, fallback);
  return { kind: 'id', ...names, read: readId, readPlain: readDigits, sql: idSql, expected, ...options };
}

/** Long identity numbers of records that stay in memory. */
export function ownIdField(headers: string, fallback = '', options: FieldOptions = {}): Field<string> {
  const read = (text: string) => ownText(readId(text));
  return { ...idField(headers, fallback, options), read, readPlain: readOwnDigits };
}

/** Free text, as the file writes it. */
export function textField(headers: string, fallback = '', options: FieldOptions = {}): Field<string> {
  return {
    kind: 'text',
    ...headersOf(headers, fallback),
    read: (text) => text,
    sql: textSql,
    expected: '文字',
    ...options,
  };
}

/** Amounts in 元 unless header or preamble say 万元 or 亿元. */
export function fenField(headers: string, fallback = ''): Field<Fen> {
  const expected = '金额，如 1,234.56，折合元后最多两位小数';
  return {
    kind: 'fen',
    ...headersOf(headers, fallback),
    read: readFen,
    readPlain: readPlainFen,
    sql: fenSql,
    expected,
  };
}

export function dayField(headers: string, fallback = ''): Field<Day> {
  const expected = '日期，如 2025-09-30、20250930 或 2025年9月30日';
  return { kind: 'day', ...headersOf(headers, fallback), read: readDayText, sql: daySql, expected };
}

export function timeField(headers: string, fallback = ''): Field<string> {
  return {
    kind: 'time',
    ...headersOf(headers, fallback),
    read: readTime,
    sql: timeSql,
    expected: '时间，如 14:05:06 或 140506',
  };
}

/** Days whose time of day matters (limits in hours). */
export function momentField(headers: string, fallback = ''): Field<Moment> {
  const expected = '日期或带时间的日期，如 2025-09-30 14:05';
  return { kind: 'moment', ...headersOf(headers, fallback), read: readMoment, expected };
}

/** Numbers that are no money: shares, net values, weights, points. */
export function decimalField(headers: string, fallback = ''): Field<Ratio> {
  return { kind: 'number', ...headersOf(headers, fallback), read: readDecimal, expected: '数字，如 1.0234 或 20%' };
}

/** Whole numbers from 0 on. */
export function countField(headers: string, fallback = ''): Field<number> {
  return { kind: 'number', ...headersOf(headers, fallback), read: readCount, expected: '不小于 0 的整数' };
}

/** Enumerations; `expected` names the usual texts and, where banks differ, the setting that adds a bank's own. */
export function codeField<V>(
  headers: string,
  fallback: string,
  read: (text: string) => V | null | undefined,
  expected: string,
): Field<V> {
  return { kind: 'code', ...headersOf(headers, fallback), read, expected };
}

/** Columns that a declaration reads in its own way. */
export function ownField<V>(kind: FieldKind, headers: string, read: Field<V>['read'], expected: string): Field<V> {
  return { kind, ...headersOf(headers, ''), read, expected };
}

/** What `assemble` receives for a set of fields. */
export type FieldValues<F extends Readonly<Record<string, Field<unknown>>>> = {
  readonly [K in keyof F]?: F[K] extends Field<infer V> ? V | undefined : never;
};

/** The fault of a row that lacks what it cannot do without; `columns` are canonical Chinese names. */
export function missingValue(...columns: readonly string[]): RowFault {
  const named = columns.map((column) => `“${column}”`).join('和');
  const message = `${named}为空；${columns.length > 1 ? '至少要有一个值' : '每行都要有值'}，若为公式，请用 Excel 打开并保存一次`;
  return columns[0] !== undefined && columns.length === 1
    ? { code: 'missing-value', column: columns[0], message }
    : { code: 'missing-value', alternatives: columns, message };
}
