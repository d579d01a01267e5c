// Monday to Friday: public holidays and days worked in their place are not known.
import { addDays, type Day } from '../../model/day.js';
import { type Period, weekday } from '../../model/period.js';

const friday = 4;

/** @example workingDays({ label: '2025-W40', from: '2025-09-29', through: '2025-10-05' }).length // => 5 */
export function workingDays({ from, through }: Period): readonly Day[] {
  const days: Day[] = [];
  for (let day = from; day <= through; day = addDays(day, 1)) if (weekday(day) <= friday) days.push(day);
  return days;
}
