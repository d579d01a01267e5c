// A named period (--period): a month, a quarter or an ISO week.
import { addDays, addMonths, type Day, dayOf, daySerial, monthEnd } from '../model/day.js';

/** Both ends belong to it. */
export interface Period {
  readonly from: Day;
  readonly through: Day;
}

const forms: readonly (readonly [form: RegExp, read: (year: number, part: number) => Period | undefined])[] = [
  [/^(\d{4})-(\d{2})$/, (year, month) => monthsFrom(year, month, 1)],
  [/^(\d{4})-?Q([1-4])$/, (year, quarter) => monthsFrom(year, quarter * 3 - 2, 3)],
  [/^(\d{4})-?W(\d{2})$/, week],
];

/**
 * Undefined for what the calendar does not have.
 * @example periodOf('2025-W40') // => { from: '2025-09-29', through: '2025-10-05' }
 */
export function periodOf(text: string): Period | undefined {
  for (const [form, read] of forms) {
    const parts = form.exec(text.toUpperCase());
    if (parts) return read(Number(parts[1]), Number(parts[2]));
  }
  return undefined;
}

function monthsFrom(year: number, month: number, months: number): Period | undefined {
  const from = dayOf(year, month, 1);
  return from && { from, through: monthEnd(addMonths(from, months - 1)) };
}

/** The first ISO week is the one with 4 January; weeks begin on Monday. */
function firstMonday(year: number): Day | undefined {
  const fourth = dayOf(year, 1, 4);
  return fourth && addDays(fourth, -mondayBased(fourth));
}

/** 0 for Monday: 1900-01-01, serial 0, was one. */
function mondayBased(day: Day): number {
  return daySerial(day) % 7;
}

function week(year: number, number: number): Period | undefined {
  const first = firstMonday(year);
  const next = firstMonday(year + 1);
  if (first === undefined || next === undefined || number < 1) return undefined;
  const from = addDays(first, (number - 1) * 7);
  return from < next ? { from, through: addDays(from, 6) } : undefined;
}
