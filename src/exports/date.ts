// Days and times of day as exports write them. A day is read from year, month and date, never through a Date object.
import { type Day, dayOf } from '../model/day.js';
import { halfWidth } from './amount.js';

const clock = '\\d{1,2}[:.]\\d{2}(?:[:.]\\d{2}(?:\\.\\d+)?)?|\\d{6}|\\d{1,2}时\\d{1,2}分(?:\\d{1,2}秒)?';
const dated = new RegExp(
  `^(?:(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})|(\\d{4}) *年 *(\\d{1,2}) *月 *(\\d{1,2}) *日|(\\d{4})(\\d{2})(\\d{2}))(?:(?: +|T|-|(?<=日))(${clock}))?$`,
);
/** Longer than any date with a time; keeps the patterns from long work on junk. */
const longestDate = 40;

const packed = /^(\d{8})(\d{6})$/;

/** Dates that cores write for “none” or “for ever”, as digits; and any date of zeros only. */
const sentinels = new Set(['99991231', '99999999', '999912', '29991231', '30001231', '19000101', '00010101']);

/**
 * A day, also with a time behind it; null for a sentinel that means “no date” (0, 99991231, 1900-01-01 …); undefined for what is no day:
 * impossible dates, two-digit years, the month first, no year.
 * @example readDayText('2025年9月30日') // => '2025-09-30'
 * @example readDayText('99991231') // => null
 */
export function readDayText(text: string): Day | null | undefined {
  if (text.length === 10 && text.charCodeAt(4) === 0x2d && text.charCodeAt(7) === 0x2d) {
    const day = dayOfDigits(text, 5, 8);
    if (day !== undefined && day !== '1900-01-01') return day;
  } else if (text.length === 8) {
    const day = dayOfDigits(text, 4, 6);
    if (day !== undefined && day !== '1900-01-01') return day;
  }
  const parts = splitDate(text);
  if (parts === undefined) return /^0+$|^999912$/.test(halfWidth(text)) ? null : undefined;
  const { year, month, date } = parts;
  const written = `${year}${month.padStart(2, '0')}${date.padStart(2, '0')}`;
  if (sentinels.has(written) || written === '00000000') return null;
  return isTime(parts.time) ? dayOf(Number(year), Number(month), Number(date)) : undefined;
}

/**
 * A time of day as 'HH:MM:SS', also out of a date with a time; null where the cell holds no usable time: a date alone, or so few digits
 * that 1405 could be 14:05 or a 00:14:05 without its zeros.
 * @example readTime('90506') // => '09:05:06'
 * @example readTime('2025-09-30 14:05') // => '14:05:00'
 */
export function readTime(text: string): string | null | undefined {
  if (text.length === 8 && text[2] === ':' && text[5] === ':' && isClock(text)) return text;
  if (/^\d+$/.test(text)) {
    if (text.length < 5) return null;
    if (text.length < 7) return timeOf(text.padStart(6, '0'));
  }
  const time = timeOf(halfWidth(text));
  if (time !== undefined) return time;
  const parts = splitDate(text);
  if (parts === undefined) return /^0+$/.test(text) ? null : undefined;
  return parts.time === undefined ? null : timeOf(parts.time);
}

interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly date: string;
  readonly time: string | undefined;
}

function splitDate(text: string): DateParts | undefined {
  if (text.length > longestDate) return undefined;
  const plain = halfWidth(text);
  const together = packed.exec(plain);
  const found = dated.exec(together ? `${together[1]} ${together[2]}` : plain);
  if (found === null) return undefined;
  const year = found[1] ?? found[5] ?? found[8] ?? '';
  const month = found[3] ?? found[6] ?? found[9] ?? '';
  const date = found[4] ?? found[7] ?? found[10] ?? '';
  return { year, month, date, time: found[11] };
}

function isTime(time: string | undefined): boolean {
  return time === undefined || timeOf(time) !== undefined;
}

function timeOf(text: string): string | undefined {
  const found =
    /^(\d{1,2})(?:([:.])(\d{2})(?:\2(\d{2})(?:\.\d+)?)?)$|^(\d{2})(\d{2})(\d{2})$|^(\d{1,2})时(\d{1,2})分(?:(\d{1,2})秒)?$/.exec(
      text,
    );
  if (found === null) return undefined;
  const hour = Number(found[1] ?? found[5] ?? found[8]);
  const minute = Number(found[3] ?? found[6] ?? found[9]);
  const second = Number(found[4] ?? found[7] ?? found[10] ?? 0);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  return `${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}`;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}

/** True for 'HH:MM:SS' within a day; NaN compares false. */
function isClock(text: string): boolean {
  return pair(text, 0) < 24 && pair(text, 3) < 60 && pair(text, 6) < 60;
}

/** The day whose year stands at 0, month at `monthAt` and date at `dateAt`; undefined if one of them is not made of digits. */
function dayOfDigits(text: string, monthAt: number, dateAt: number): Day | undefined {
  const year = pair(text, 0) * 100 + pair(text, 2);
  return dayOf(year, pair(text, monthAt), pair(text, dateAt));
}

/** The number of two digits at `at`; NaN if they are no digits, which no calendar has. */
function pair(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 0x30;
  const ones = text.charCodeAt(at + 1) - 0x30;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : Number.NaN;
}
