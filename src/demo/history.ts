// The months that the invented branch has lived through: fourteen, and half a year more in the exports of the later date. Inside
// demo/ a day is its index here: quick to compare and to draw.
import { addMonths, type Day, dayOf, daySerial, monthEnd } from '../model/day.js';

/** The invented branch's 数据日期. */
export const asOf = dayOf(2025, 3, 31) as Day;
/** The 数据日期 half a year later. */
export const laterAsOf = dayOf(2025, 9, 30) as Day;
const firstDay = dayOf(2024, 2, 1) as Day;

/** All days of 1945 … 2029 in order: a large branch draws millions of days, and looking one up is cheaper than computing it. */
const calendar: readonly Day[] = Array.from({ length: 85 * 12 * 31 }, (_, n) =>
  dayOf(1945 + Math.floor(n / 372), Math.floor((n % 372) / 31) + 1, (n % 31) + 1),
).filter((day) => day !== undefined);
const calendarStart = daySerial(calendar[0]!);

/** The day so many days after (or before) another one. Throws RangeError outside 1945 … 2029. */
export function shifted(day: Day, byDays: number): Day {
  const found = calendar[daySerial(day) - calendarStart + byDays];
  if (found === undefined) throw new RangeError('day outside the calendar of the invented branch');
  return found;
}

/** Index of a day of the history; negative before it. */
export function indexOf(day: Day): number {
  return daySerial(day) - daySerial(firstDay);
}

/** Every day from 2024-02-01 through `laterAsOf`, in order. */
export const days: readonly Day[] = Array.from({ length: indexOf(laterAsOf) + 1 }, (_, index) =>
  shifted(firstDay, index),
);

/** Index of `asOf`. */
export const lastIndex = indexOf(asOf);

/** Index of `laterAsOf`. */
export const laterIndex = indexOf(laterAsOf);

/** First index of the 365 days that F and M look at (§1.4). */
export const windowIndex = lastIndex - 364;

/** The last day of each of so many months, in order. */
function lastDays(months: number): readonly Day[] {
  return Array.from({ length: months }, (_, month) => monthEnd(addMonths(firstDay, month)));
}

/** Every month's last day through `asOf`, in order. */
const monthEnds = lastDays(14);

const monthEndIndexes: readonly number[] = monthEnds.map(indexOf);

/** Index of every month's last day through `asOf` or `laterAsOf`, in order. */
export function monthEndsThrough(isLater: boolean): readonly number[] {
  return isLater ? lastDays(20).map(indexOf) : monthEndIndexes;
}

/** Indexes of one day of the month (1–28) in all fourteen months, in order. */
export function monthly(date: number): readonly number[] {
  return monthEnds.map((end, month) => monthEndIndexes[month]! + date - Number(end.slice(8)));
}

/** 结息日: the 21st of March, June, September and December. */
export const interestIndexes: readonly number[] = monthly(21).filter((index) =>
  ['03', '06', '09', '12'].includes(days[index]!.slice(5, 7)),
);

/** From this day on the invented core marks reversals (冲正标志, 原流水号); before, only 摘要 or red letters tell. */
export const flagsFrom = indexOf(dayOf(2024, 9, 1) as Day);

/** 结息日 after `asOf`. */
export const laterInterestIndexes: readonly number[] = [dayOf(2025, 6, 21), dayOf(2025, 9, 21)].map((day) =>
  indexOf(day as Day),
);
