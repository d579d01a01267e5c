import type { HandValue } from '../model/hand-entries.js';
import type { Cell } from './table.js';

/** A filled cell whose value cannot be told: a date that Excel's calendar does not have, a formula that nobody computed. */
export const unreadable = Symbol('unreadable');

export const unreadableMessage =
  '日期超出 Excel 的范围，或公式还没有结果，认不出来；请重新填写，公式请用 Excel 打开并保存一次';

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
