// Typed workbook cells → the text that a field reads. Nothing is guessed: what may have lost digits is refused.
import { dayFromSerial } from '../model/day.js';
import type { ProblemCode } from '../model/problem.js';
import { halfWidth } from './amount.js';
import type { FieldKind } from './export.js';
import type { DateCell } from './table.js';

export interface Conversion {
  /** What the field reads; undefined = unreadable as this kind of field. */
  readonly text: string | undefined;
  /** Something to say once per column, or `digits-lost`, which refuses the column. */
  readonly code?: ProblemCode;
}

/** Numbers between these are dates of 1954 … 2119 in a date column. */
const serials = { from: 20_000, to: 80_000 } as const;
/** Excel counts 1900-02-29, a day that never was, and begins with 1: two more than days since 1900-01-01. */
const serialShift = 2;

const unreadable: Conversion = { text: undefined };

export function convertCell(kind: FieldKind, cell: number | boolean | DateCell): Conversion {
  if (typeof cell === 'number') return numberConverters[kind](cell);
  if (typeof cell === 'boolean') return convertBoolean(kind, cell);
  return convertDate(kind, cell);
}

const numberConverters: Readonly<Record<FieldKind, (value: number) => Conversion>> = {
  id: numberAsId,
  text: (value) => ({ text: decimalText(value) }),
  code: (value) => ({ text: decimalText(value) }),
  fen: (value) => ({ text: decimalText(value) }),
  number: (value) => ({ text: decimalText(value) }),
  day: numberAsDay,
  time: numberAsTime,
  moment: numberAsMoment,
};

function numberAsId(value: number): Conversion {
  if (Math.abs(value) >= 1e15) return { text: undefined, code: 'digits-lost' };
  if (value < 0 || !Number.isInteger(value)) return unreadable;
  return { text: String(value), code: 'number-as-id' };
}

function numberAsDay(value: number): Conversion {
  if (value >= serials.from && value < serials.to) {
    return { text: dayFromSerial(Math.floor(value) - serialShift), code: 'serial-date' };
  }
  return Number.isInteger(value) ? { text: String(value) } : unreadable;
}

/** 20xxx may be a year and a month without its zero: in a text only other serial numbers are taken (1957 … 2119). */
const textSerial = /^(?:2[1-9]|[3-7]\d)\d{3}(?:\.\d{1,15})?$/;

/**
 * The day of a text that is an Excel serial number, as Excel writes dates into a CSV file from cells without a date format.
 * @example serialText('day', '45930') // => '2025-09-30'
 */
export function serialText(kind: FieldKind, text: string): string | undefined {
  const plain = kind === 'day' || kind === 'moment' ? halfWidth(text) : '';
  return textSerial.test(plain) ? numberConverters[kind](Number(plain)).text : undefined;
}

function numberAsTime(value: number): Conversion {
  if (Number.isInteger(value) && value >= 1) return { text: String(value).padStart(6, '0') };
  if (value < 0 || value >= 1) return unreadable;
  const seconds = Math.min(Math.round(value * 86_400), 86_399);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return { text: parts.map((part) => String(part).padStart(2, '0')).join(':') };
}

/** A fraction of a day is its time; a whole number is the day alone. */
function numberAsMoment(value: number): Conversion {
  const { text, code } = numberAsDay(value);
  if (code !== 'serial-date' || Number.isInteger(value)) return numberAsDay(value);
  return { text: `${text} ${numberAsTime(value % 1).text}`, code };
}

function convertBoolean(kind: FieldKind, value: boolean): Conversion {
  if (kind === 'code') return { text: value ? '是' : '否' };
  return kind === 'text' ? { text: value ? 'TRUE' : 'FALSE' } : unreadable;
}

function convertDate(kind: FieldKind, { day, time }: DateCell): Conversion {
  if (kind === 'time') return { text: time ?? (day === undefined ? undefined : '00:00:00') };
  if (day === undefined) return unreadable;
  if (kind === 'day') return { text: day };
  if (kind === 'moment') return { text: time === undefined ? day : `${day} ${time}` };
  return kind === 'text' ? { text: day, code: 'date-as-text' } : unreadable;
}

/**
 * The decimal number that a double stands for, to the 15 digits that Excel keeps: what lies beyond is noise of the binary form.
 * Undefined for numbers that take an exponent to write.
 * @example decimalText(1234.5600000000001) // => '1234.56'
 */
export function decimalText(value: number): string | undefined {
  const text = value.toPrecision(15);
  if (text.includes('e')) return value === 0 ? '0' : undefined;
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}
