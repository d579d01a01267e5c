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
  const plain = readPlainDay(text);
  if (plain !== undefined && plain !== '1900-01-01') return plain;
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
  if (text.length === 8 && isClock(text, 0)) return text;
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

/**
 * True for a month and a date alone, which no setting can complete.
 * @example isWithoutYear('09-30') // => true
 */
export function isWithoutYear(text: string): boolean {
  const found = /^(\d{1,2})(?:[-/.]|月)(\d{1,2})日?$/.exec(halfWidth(text));
  return found !== null && Number(found[1]) <= 12 && Number(found[2]) <= 31;
}

/** Ways to write a day that are ambiguous and therefore only read when a bank says that it uses them. */
export const dateForms = ['YYMMDD', 'MM/DD/YYYY', 'DD/MM/YYYY'] as const;
export type DateForm = (typeof dateForms)[number];

/** Two digits below this are years of 20xx, others of 19xx. */
const centuryPivot = 70;

/**
 * A day in a configured form, also with a time behind it; YY is 1970 … 2069.
 * @example readConfiguredDay('930101', 'YYMMDD') // => '1993-01-01'
 */
export function readConfiguredDay(text: string, form: DateForm): Day | undefined {
  if (form === 'YYMMDD') {
    const found = /^(\d{2})(\d{2})(\d{2})(?: .*)?$/.exec(text);
    if (found === null) return undefined;
    const year = Number(found[1]);
    return dayOf(year + (year < centuryPivot ? 2000 : 1900), Number(found[2]), Number(found[3]));
  }
  const found = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?: .*)?$/.exec(text);
  if (found === null) return undefined;
  const [first, second] = [Number(found[1]), Number(found[2])];
  return form === 'MM/DD/YYYY' ? dayOf(Number(found[3]), first, second) : dayOf(Number(found[3]), second, first);
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

/** `20250930`, `2025-9-30`, also with ` 14:05:06`: nearly every cell; undefined also means that it takes more than this to read it. */
function readPlainDay(text: string): Day | undefined {
  const year = pair(text, 0) * 100 + pair(text, 2);
  if (text.length === 8 && isDigit(text, 4)) return dayOf(year, pair(text, 4), pair(text, 6));
  const separator = text.charCodeAt(4);
  if (separator !== 0x2d && separator !== 0x2f && separator !== 0x2e) return undefined;
  const monthEnd = isDigit(text, 6) ? 7 : 6;
  if (text.charCodeAt(monthEnd) !== separator) return undefined;
  const dateAt = monthEnd + 1;
  const dateEnd = isDigit(text, dateAt + 1) ? dateAt + 2 : dateAt + 1;
  const hasClock = text.length === dateEnd + 9 && text[dateEnd] === ' ' && isClock(text, dateEnd + 1);
  if (text.length !== dateEnd && !hasClock) return undefined;
  return dayOf(year, oneOrTwo(text, 5, monthEnd), oneOrTwo(text, dateAt, dateEnd));
}

/** True for 'HH:MM:SS' within a day; NaN compares false. */
function isClock(text: string, at: number): boolean {
  if (text[at + 2] !== ':' || text[at + 5] !== ':') return false;
  return pair(text, at) < 24 && pair(text, at + 3) < 60 && pair(text, at + 6) < 60;
}

function oneOrTwo(text: string, start: number, end: number): number {
  return end - start === 2 ? pair(text, start) : digit(text, start);
}

function isDigit(text: string, at: number): boolean {
  return digit(text, at) >= 0;
}

/** The number of two digits at `at`; NaN if they are no digits, which no calendar has. */
function pair(text: string, at: number): number {
  return digit(text, at) * 10 + digit(text, at + 1);
}

function digit(text: string, at: number): number {
  const value = text.charCodeAt(at) - 0x30;
  return value >= 0 && value <= 9 ? value : Number.NaN;
}
