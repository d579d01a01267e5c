// A day with its time where the file states one: limits in hours need it, and a day alone must never pass for midnight.
import { type Day, daysBetween } from './day.js';

/** A local point in time (§1.2). Without `time` only the day is known. */
export interface Moment {
  readonly day: Day;
  /** 'HH:MM:SS'. */
  readonly time?: string | undefined;
}

const daySeconds = 86_400;

/**
 * Seconds from a to b, negative when b is earlier; undefined where either states its day only (count days then, and say so).
 * @example secondsBetween({ day: '2025-09-01', time: '23:00:00' }, { day: '2025-09-02', time: '01:00:00' }) // => 7200
 */
export function secondsBetween(a: Moment, b: Moment): number | undefined {
  if (a.time === undefined || b.time === undefined) return undefined;
  return daysBetween(a.day, b.day) * daySeconds + secondsOfDay(b.time) - secondsOfDay(a.time);
}

/**
 * As people write it, without seconds.
 * @example momentText({ day: '2025-09-30', time: '14:05:06' }) // => '2025-09-30 14:05'
 */
export function momentText({ day, time }: Moment): string {
  return time === undefined ? day : `${day} ${time.slice(0, 5)}`;
}

function secondsOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 3600 + Number(time.slice(3, 5)) * 60 + Number(time.slice(6, 8));
}
