import type { Moment } from '../model/moment.js';
import { readDayText, readTime } from './date.js';

/**
 * A day with its time where the cell states one; null for a sentinel, undefined for what is no day.
 * @example readMoment('2025-09-30 14:05') // => { day: '2025-09-30', time: '14:05:00' }
 */
export function readMoment(text: string): Moment | null | undefined {
  const day = readDayText(text);
  if (day === null || day === undefined) return day;
  const time = readTime(text);
  return typeof time === 'string' ? { day, time } : { day };
}
