// Calendar days. The only place that does calendar arithmetic, on UTC dates, so that no time zone can move a day.
import { UTCDate } from '@date-fns/utc';
import { addMonths as addMonthsTo } from 'date-fns/addMonths';

declare const day: unique symbol;

/** 'YYYY-MM-DD', an existing calendar day of 1900…2199: sorts and compares as text. */
export type Day = string & { readonly [day]: true };

const monthLengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** The Day of a year, month (1–12) and day of month; undefined for a day that the calendar does not have. */
export function dayOf(year: number, month: number, date: number): Day | undefined {
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && date >= 1)) return undefined;
  const length = month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] as number);
  if (!(date <= length)) return undefined;
  return `${year}-${month < 10 ? '0' : ''}${month}-${date < 10 ? '0' : ''}${date}` as Day;
}

/** Reads exactly 'YYYY-MM-DD'; undefined for anything else. */
export function parseDay(text: string): Day | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return parts ? dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined;
}

function utc(of: Day): UTCDate {
  return new UTCDate(Number(of.slice(0, 4)), Number(of.slice(5, 7)) - 1, Number(of.slice(8, 10)));
}

function fromUtc(date: Date): Day {
  const result = dayOf(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  if (result === undefined) throw new RangeError('day outside 1900…2199');
  return result;
}

/**
 * Calendar days from a to b (§1.3): 0 on the same day, negative when b is earlier.
 * @example daysBetween('2025-08-31', '2025-09-30') // => 30
 */
export function daysBetween(a: Day, b: Day): number {
  return daySerial(b) - daySerial(a);
}

/** @example addDays('2025-09-30', -180) // => '2025-04-03' */
export function addDays(from: Day, days: number): Day {
  return dayFromSerial(daySerial(from) + days);
}

/**
 * Months later or earlier, clipped to the month's end (§1.5).
 * @example addMonths('2025-08-31', -6) // => '2025-02-28'
 */
export function addMonths(from: Day, months: number): Day {
  return fromUtc(addMonthsTo(utc(from), months));
}

/** The last day of the month that holds `of`. */
export function monthEnd(of: Day): Day {
  const year = Number(of.slice(0, 4));
  const month = Number(of.slice(5, 7));
  return dayOf(year, month, month === 2 && isLeap(year) ? 29 : (monthLengths[month - 1] as number)) as Day;
}

/** Days since 1900-01-01 (= 0): a compact form for large tables; `dayFromSerial` is its inverse. */
export function daySerial(of: Day): number {
  const year = 100 * twoDigits(of, 0) + twoDigits(of, 2);
  const month = twoDigits(of, 5);
  const y = month > 2 ? year : year - 1;
  const m = (month + 9) % 12;
  return daysBefore(y) + Math.floor((m * 306 + 5) / 10) + twoDigits(of, 8) - 693902;
}

function twoDigits(of: Day, at: number): number {
  return 10 * of.charCodeAt(at) + of.charCodeAt(at + 1) - 528;
}

/** Days of the years before `year`, which begins on 1 March, so that a leap day ends one. */
function daysBefore(year: number): number {
  return 365 * year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
}

/** @example dayFromSerial(daySerial('2025-09-30')) // => '2025-09-30' */
export function dayFromSerial(serial: number): Day {
  const days = serial + 693901;
  const guess = Math.floor((10_000 * days + 14_780) / 3_652_425);
  const y = daysBefore(guess) > days ? guess - 1 : guess;
  const dayOfYear = days - daysBefore(y);
  const m = Math.floor((100 * dayOfYear + 52) / 3060);
  const date = dayOfYear - Math.floor((m * 306 + 5) / 10) + 1;
  const result = dayOf(m < 10 ? y : y + 1, ((m + 2) % 12) + 1, date);
  if (result === undefined) throw new RangeError('day outside 1900…2199');
  return result;
}
