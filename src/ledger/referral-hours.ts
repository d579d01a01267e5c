// 时长(小时) of the first visit (§4.8 column S): the formula, and what it comes to.
import { type Day, daysBetween, parseDay } from '../model/day.js';
import type { FormulaTemplate } from './sheet.js';

export type ClockStart = 'registeredAt' | 'receivedAt';

/**
 * The formula of §4.8 with two safeguards: minutes are rounded first, since a tie such as 2:03 is a little less than 2.05 hours as a
 * difference of Excel days, and a cell without a time of day gives —, since hours cannot be told from days alone.
 */
export function visitHoursFormula(from: ClockStart): FormulaTemplate {
  const start = `{${from}}`;
  const end = '{firstVisitAt}';
  const minutes = `ROUND((${end}-${start})*1440,0)`;
  return `IF(OR(${start}="",${end}="",MOD(${start},1)=0,MOD(${end},1)=0),"—",ROUND(${minutes}/60,1))`;
}

interface Clock {
  readonly day: Day;
  readonly minutes: number;
}

/** Undefined without a time of day, midnight among it: a cell cannot tell the two apart. */
function clockOf(moment: string | null): Clock | undefined {
  const found = moment === null ? null : /^(.{10}) (\d{2}):(\d{2})$/.exec(moment);
  const day = parseDay(found?.[1] ?? '');
  const minutes = Number(found?.[2] ?? 0) * 60 + Number(found?.[3] ?? 0);
  return day === undefined || minutes === 0 ? undefined : { day, minutes };
}

/**
 * What `visitHoursFormula` comes to: hours with one decimal, half away from zero, or —.
 * @example visitHours('2025-09-01 09:00', '2025-09-01 11:03') // => 2.1
 */
export function visitHours(start: string | null, end: string | null): number | '—' {
  const from = clockOf(start);
  const to = clockOf(end);
  if (from === undefined || to === undefined) return '—';
  const minutes = daysBetween(from.day, to.day) * 1440 + to.minutes - from.minutes;
  const tenths = Math.round(Math.abs(minutes) / 6);
  return (minutes < 0 && tenths > 0 ? -tenths : tenths) / 10;
}
