// The period that a ledger is kept for: a week, a month, a quarter or a year, by its usual name.
import { addDays, addMonths, type Day, dayOf, daySerial, monthEnd } from './day.js';

/** Days from `from` through `through`, both inclusive. */
export interface Period {
  /** 2025-W40, 2025-09, 2025Q3 or 2025. */
  readonly label: string;
  readonly from: Day;
  readonly through: Day;
}

/**
 * Reads 2025-W40 (ISO week), 2025-09, 2025Q3 and 2025; undefined for anything else.
 * @example parsePeriod('2025Q3') // => { label: '2025Q3', from: '2025-07-01', through: '2025-09-30' }
 */
export function parsePeriod(text: string): Period | undefined {
  const found = /^(\d{4})(?:-W(\d{2})|-(\d{2})|Q([1-4]))?$/i.exec(text.trim());
  if (!found) return undefined;
  const [, year = '', week, month, quarter] = found;
  const label = text.trim().toUpperCase();
  if (week !== undefined) return weekOf(label, Number(year), Number(week));
  const first = month !== undefined ? Number(month) : quarter !== undefined ? Number(quarter) * 3 - 2 : 1;
  const months = month !== undefined ? 1 : quarter !== undefined ? 3 : 12;
  const from = dayOf(Number(year), first, 1);
  return from && { label, from, through: monthEnd(addMonths(from, months - 1)) };
}

/** The natural quarter of a day. */
export function quarterOf(day: Day): Period {
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3);
  return parsePeriod(`${day.slice(0, 4)}Q${quarter}`) as Period;
}

/** ISO week 1 is the one with 4 January; weeks run Monday to Sunday (§1.2). */
function weekOf(label: string, year: number, week: number): Period | undefined {
  const fourth = dayOf(year, 1, 4);
  if (fourth === undefined || week < 1) return undefined;
  const from = addDays(fourth, 7 * (week - 1) - weekday(fourth));
  const thursday = addDays(from, 3);
  return thursday.slice(0, 4) === String(year).padStart(4, '0')
    ? { label, from, through: addDays(from, 6) }
    : undefined;
}

/** 0 = Monday … 6 = Sunday; serial 0, 1900-01-01, was a Monday. */
export function weekday(day: Day): number {
  return ((daySerial(day) % 7) + 7) % 7;
}
