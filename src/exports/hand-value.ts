import type { HandValue } from '../model/hand-entries.js';
import type { Cell } from './table.js';

/** A filled cell whose value cannot be told, such as a date that Excel's calendar does not have. */
export const unreadable = Symbol('unreadable');

/**
 * What staff typed; null for an empty cell and for the — of a missing ratio. Days are 'YYYY-MM-DD', with 'HH:MM' where there is a
 * time, and its seconds where they are not 0.
 * @example handValue({ day: '2025-09-30', time: '14:05:00' }) // => '2025-09-30 14:05'
 */
export function handValue(cell: Cell | undefined): HandValue | null | typeof unreadable {
  if (cell === null || cell === undefined) return null;
  if (typeof cell === 'string') return cell.trim() === '' || cell.trim() === '—' ? null : cell;
  if (typeof cell === 'number') return cell;
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  const parts = [cell.day, cell.time?.replace(/:00$/, '')].filter((part) => part !== undefined);
  return parts.length === 0 ? unreadable : parts.join(' ');
}
