import { dayOf } from '../model/day.js';
import type { Cell, DateCell } from './table.js';

/** Days before this one are off by one in Excel's calendar (it believes in 1900-02-29), times without a day lie there too. */
const firstSoundDay = '1900-03-01';

const secondsPerDay = 86_400;

/** Milliseconds by which a serial number written with few digits may miss the midnight it means. */
const midnightSlackMs = 5;

/**
 * A workbook's date, whose UTC fields hold the wall clock. The day is cut, not rounded, but for five milliseconds before midnight;
 * the time is rounded to the second and stays within its day.
 * @example dateCell(new Date(Date.UTC(2025, 8, 30, 14, 5, 5, 999))) // => { day: '2025-09-30', time: '14:05:06' }
 */
export function dateCell(date: Date): DateCell {
  const ms = date.getTime();
  if (Number.isNaN(ms)) return { day: undefined };
  const shifted = new Date(ms + midnightSlackMs);
  const [year, month, dayOfMonth] = [shifted.getUTCFullYear(), shifted.getUTCMonth() + 1, shifted.getUTCDate()];
  const midnight = Date.UTC(year, month - 1, dayOfMonth);
  const day = year >= 1900 ? dayOf(year, month, dayOfMonth) : undefined;
  const sound = day !== undefined && day >= firstSoundDay ? day : undefined;
  const seconds = Math.max(0, Math.min(Math.round((ms - midnight) / 1000), secondsPerDay - 1));
  return seconds === 0 || Number.isNaN(seconds) ? { day: sound } : { day: sound, time: clock(seconds) };
}

function clock(seconds: number): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return parts.map((part) => String(part).padStart(2, '0')).join(':');
}

/** Cells of one row; empty ones at its end are dropped, a number that is none (an overflow) becomes text and is refused later. */
export function workbookCells(
  values: readonly (string | number | boolean | Date | null | undefined)[],
): readonly Cell[] {
  let length = values.length;
  while (length > 0 && isEmpty(values[length - 1])) length -= 1;
  const cells: Cell[] = [];
  for (let at = 0; at < length; at += 1) cells.push(cellOf(values[at]));
  return cells;
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '';
}

function cellOf(value: string | number | boolean | Date | null | undefined): Cell {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  return value instanceof Date ? dateCell(value) : value;
}
