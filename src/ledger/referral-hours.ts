// 时长(小时) of the first visit (§4.8 column S): the formula, and what it comes to.
import { type Day, daysBetween, parseDay } from '../model/day.js';
import type { CellValue, FormulaTemplate } from './sheet.js';

export type ClockStart = 'registeredAt' | 'receivedAt';

/**
 * The formula of §4.8 with three safeguards: minutes are rounded first, since a tie such as 2:03 is a little less than 2.05 hours as a
 * difference of Excel days; a cell without a time of day gives —, since hours cannot be told from days alone; so does one with words.
 */
export function visitHoursFormula(from: ClockStart): FormulaTemplate {
  const start = `{${from}}`;
  const end = '{firstVisitAt}';
  const minutes = `ROUND((${end}-${start})*1440,0)`;
  const hours = `IF(OR(${start}="",${end}="",MOD(${start},1)=0,MOD(${end},1)=0),"—",ROUND(${minutes}/60,1))`;
  return `IFERROR(${hours},"—")`;
}

const momentPattern = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}):(\d{2})(?::(\d{2}))?)?$/;

interface Clock {
  readonly day: Day;
  readonly seconds: number;
}

/** Undefined without a time of day, midnight among it: a cell cannot tell the two apart. */
function clockOf(moment: string | null): Clock | undefined {
  const [, dayText = '', hours = 0, minutes = 0, rest = 0] = momentPattern.exec(moment ?? '') ?? [];
  const day = parseDay(dayText);
  const seconds = Number(hours) * 3600 + Number(minutes) * 60 + Number(rest);
  return day === undefined || seconds === 0 ? undefined : { day, seconds };
}

/**
 * What `visitHoursFormula` comes to: hours with one decimal, half away from zero, or —.
 * @example visitHours('2025-09-01 09:00', '2025-09-01 11:03') // => 2.1
 */
export function visitHours(start: string | null, end: string | null): number | '—' {
  const from = clockOf(start);
  const to = clockOf(end);
  if (from === undefined || to === undefined) return '—';
  const seconds = daysBetween(from.day, to.day) * 86_400 + to.seconds - from.seconds;
  const tenths = Math.round(Math.round(Math.abs(seconds) / 60) / 6);
  return (seconds < 0 && tenths > 0 ? -tenths : tenths) / 10;
}

/**
 * The day of a cell with a day or a moment, null for an empty one; undefined for anything else.
 * @example dayOfMoment('2025-09-01 09:00') // => '2025-09-01'
 */
export function dayOfMoment(cell: CellValue): Day | null | undefined {
  if (cell === null || cell === '') return null;
  return parseDay(momentPattern.exec(String(cell))?.[1] ?? '');
}

/**
 * As `visitHours`, of two cells; undefined where one of them is no moment, which a spreadsheet may read nevertheless.
 * @example typedVisitHours('2025-09-01 09:00', '上午') // => undefined
 */
export function typedVisitHours(start: CellValue, end: CellValue): number | '—' | undefined {
  if (dayOfMoment(start) === undefined || dayOfMoment(end) === undefined) return undefined;
  return visitHours(start === null ? null : String(start), end === null ? null : String(end));
}
