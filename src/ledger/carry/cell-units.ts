// A cell's value as the workbook shows it (元, 万元) and as a Sheet holds it (分).
import type { HandValue } from '../../model/hand-entries.js';
import type { CellValue, Format } from '../sheet.js';

const decimals: Partial<Readonly<Record<Format, number>>> = { fen: 2, fenWan: 6, fenWanChange: 6 };

/** The number whose decimal point stands `places` further right. */
function shifted(value: number, places: number): number {
  const text = String(Number(value.toPrecision(15)));
  return text.includes('e') ? value * 10 ** places : Number(`${text}e${places}`);
}

/**
 * What the cell of a workbook holds; null for an empty one.
 * @example shownValue('fen', 123456) // => 1234.56
 */
export function shownValue(format: Format, value: CellValue): HandValue | null {
  if (typeof value !== 'number') return value;
  return shifted(value, -(decimals[format] ?? 0));
}

/**
 * The inverse of `shownValue`; a text stays one, whatever the column is for.
 * @example sheetValue('fen', 1234.56) // => 123456
 */
export function sheetValue(format: Format, value: HandValue): CellValue {
  return typeof value === 'number' ? shifted(value, decimals[format] ?? 0) : value;
}
