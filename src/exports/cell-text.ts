import { cleanText } from './amount.js';
import { decimalText } from './conversion.js';
import type { Cell } from './table.js';

/**
 * Any cell as a person would read it; '' for an empty one.
 * @example cellText(' 0012\t') // => '0012'
 */
export function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cleanText(cell);
  if (typeof cell === 'number') return decimalText(cell) ?? String(cell);
  if (typeof cell === 'boolean') return cell ? '是' : '否';
  return [cell.day, cell.time].filter((part) => part !== undefined).join(' ');
}
