// What a row of a written workbook looked like, in a few letters: so that the next run can tell whether somebody changed it.
import { type Day, daySerial } from './day.js';

/** Blank cells and formulas are left out, and where the others stand does not count. */
export type MarkedCell = string | number;

/** Name of the hidden sheet with the marks. */
export const rowMarksSheetName = '_原样';
/** Between the marks in one cell. */
export const markSeparator = ',';

/**
 * The number by which a spreadsheet knows a day, with the share of the day that has passed: 1900-01-01 is 1, and a 29 February 1900
 * that never was lies between 59 and 61.
 * @example excelSerial('2025-09-30', '12:00:00') // => 45930.5
 */
export function excelSerial(day: Day, time = '0'): number {
  const [hours = 0, minutes = 0, seconds = 0] = time.split(':').map(Number);
  const serial = daySerial(day);
  return serial + (serial >= 59 ? 2 : 1) + (hours * 60 + minutes + seconds / 60) / 1440;
}

/** Some spreadsheets keep fifteen digits and are not sure of the last one; line ends are written in many ways. */
function cellText(cell: MarkedCell): string {
  if (typeof cell === 'number') return String(Number(Number(cell.toPrecision(15)).toPrecision(12)));
  return cell
    .replaceAll('_x000D_', '')
    .replace(/_x005F_(?=x[0-9A-Fa-f]{4}_)/g, '_')
    .replace(/\s/g, '');
}

const prime = 0x01000193;

/**
 * Eight letters for the cells of a row, from left to right: letters, because digits might pass for a number of a person.
 * @example rowMark(['C01', 12.5]) === rowMark(['C01 ', 12.5]) // => true
 */
export function rowMark(cells: readonly MarkedCell[]): string {
  let hash = 0x811c9dc5;
  for (const cell of cells) {
    const text = cellText(cell);
    for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), prime);
    hash = Math.imul(hash ^ 0x1f, prime);
  }
  return [28, 24, 20, 16, 12, 8, 4, 0].map((shift) => String.fromCharCode(97 + ((hash >>> shift) & 15))).join('');
}
