// Rows of a worksheet as text: nearly all of a workbook is rows, and exceljs takes several objects per cell for them.
import { columnLetter } from './column-letter.js';
import type { FormulaCell, Stored } from './paper.js';

/** A cell as it is written: `style` is the number that the workbook knows its look by. */
export interface StyledCell {
  readonly value: Stored;
  readonly style: number;
}

export interface RowShape {
  /** In points; undefined = as the reader likes it. */
  readonly height: number | undefined;
  readonly isHidden: boolean;
}

/** The number of a shared text; null where texts stand in their cells. */
export type TextNumber = ((text: string) => number) | null;

const special = /[<>&'"]/;
const escapes = [
  [/&/g, '&amp;'],
  [/</g, '&lt;'],
  [/>/g, '&gt;'],
  [/"/g, '&quot;'],
  [/'/g, '&apos;'],
] as const;

function escaped(text: string): string {
  return special.test(text) ? escapes.reduce((xml, [sign, name]) => xml.replace(sign, name), text) : text;
}

function formulaXml(start: string, { formula, result }: FormulaCell): string {
  const type = typeof result === 'string' ? ' t="str"' : '';
  const shown = typeof result === 'string' ? escaped(result) : result;
  return `${start}${type}><f>${escaped(formula)}</f><v>${shown}</v></c>`;
}

function cellXml(place: string, { value, style }: StyledCell, numberOf: TextNumber): string {
  const start = `<c r="${place}" s="${style}"`;
  if (value === null) return `${start}/>`;
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`;
  if (typeof value === 'object') return formulaXml(start, value);
  return numberOf === null
    ? `${start} t="str"><v>${escaped(value)}</v></c>`
    : `${start} t="s"><v>${numberOf(value)}</v></c>`;
}

const letters: readonly string[] = Array.from({ length: 256 }, (_, index) => columnLetter(index + 1));

/** `cells` stand by their column, from 0, and may have gaps; texts hold nothing that XML cannot. */
export function rowXml(
  row: number,
  cells: readonly (StyledCell | undefined)[],
  { height, isHidden }: RowShape,
  numberOf: TextNumber,
): string {
  let xml = '';
  let first = 0;
  for (const [index, cell] of cells.entries()) {
    if (cell === undefined) continue;
    if (first === 0) first = index + 1;
    xml += cellXml(`${letters[index] ?? columnLetter(index + 1)}${row}`, cell, numberOf);
  }
  const size = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  const spans = first === 0 ? '' : ` spans="${first}:${cells.length}"`;
  const start = `<row r="${row}"${size}${isHidden ? ' hidden="1"' : ''}${spans} x14ac:dyDescent="0.25"`;
  return xml === '' ? `${start}/>` : `${start}>${xml}</row>`;
}
