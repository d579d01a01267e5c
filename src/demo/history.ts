// The fourteen months that the invented branch has lived through. Inside demo/ a day is its index here: quick to compare and to draw.
import { addDays, addMonths, type Day, dayOf, daysBetween, monthEnd } from '../model/day.js';

/** The invented branch's 数据日期. */
export const asOf = dayOf(2025, 3, 31) as Day;
const firstDay = dayOf(2024, 2, 1) as Day;

/** Every day from 2024-02-01 through `asOf`, in order. */
export const days: readonly Day[] = Array.from({ length: daysBetween(firstDay, asOf) + 1 }, (_, index) =>
  addDays(firstDay, index),
);

/** Index of `asOf`. */
export const lastIndex = days.length - 1;

/** First index of the 365 days that F and M look at (§1.4). */
export const windowIndex = lastIndex - 364;

/** Index of a day of the history; negative before it. */
export function indexOf(day: Day): number {
  return daysBetween(firstDay, day);
}

/** Every month's last day, in order. */
export const monthEnds: readonly Day[] = Array.from({ length: 14 }, (_, month) => monthEnd(addMonths(firstDay, month)));

export const monthEndIndexes: readonly number[] = monthEnds.map(indexOf);

/** Indexes of one day of the month (1–28) in all fourteen months, in order. */
export function monthly(date: number): readonly number[] {
  return monthEnds.map((end) => indexOf(addDays(end, date - Number(end.slice(8)))));
}

/** 结息日: the 21st of March, June, September and December. */
export const interestIndexes: readonly number[] = monthly(21).filter((index) =>
  ['03', '06', '09', '12'].includes(days[index]!.slice(5, 7)),
);

/** From this day on the invented core marks reversals (冲正标志, 原流水号); before, only 摘要 or red letters tell. */
export const flagsFrom = indexOf(dayOf(2024, 9, 1) as Day);
