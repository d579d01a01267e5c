// Formula templates (`FormulaTemplate` in ledger/sheet.ts) → Excel formulas.
import { columnLetter } from './column-letter.js';
import { type RowRange, spanOf, type TablePlace } from './table-place.js';

const placeholder = /\{(?:([^{}!#]*)(?:#([^{}!#]+))?!)?([^{}!#:]+)(?::(all|span|total))?\}/g;

/** Where a formula stands; `fixed` keeps its columns when Excel moves it over the cells of a coloured range. */
export interface FormulaPlace {
  readonly table: TablePlace;
  readonly row: number;
  readonly fixed?: true;
}

/** The table that a placeholder means: the one with the id, else the list of the sheet, else its first table. */
function tableMeant(places: readonly TablePlace[], own: TablePlace, sheet: string | undefined, id: string | undefined) {
  if (sheet === undefined) return own;
  const all = places.filter((place) => (sheet === '' ? place.worksheet === own.worksheet : place.sheet === sheet));
  if (id !== undefined) return all.find(({ table }) => table.id === id);
  return all.find(({ table }) => table.isList === true) ?? all[0];
}

function letterOf({ table, starts }: TablePlace, key: string): string {
  const index = table.columns.findIndex((column) => column.key === key);
  const start = starts[index];
  if (index < 0 || start === undefined) throw new TypeError(`a formula names the column ${key}, which its table lacks`);
  return columnLetter(start + 1);
}

function rangeText(letter: string, { from, to }: RowRange): string {
  return `$${letter}$${from}:$${letter}$${to}`;
}

function referenceText(place: TablePlace, key: string, part: string, prefix: string): string {
  const letter = letterOf(place, key);
  if (part === 'total') return place.totalRow === null ? '0' : `${prefix}$${letter}$${place.totalRow}`;
  const span = spanOf(place) ?? { from: place.headerRow + 1, to: place.headerRow + 1 };
  const ranges = part === 'span' || place.areas.length === 0 ? [span] : place.areas;
  return ranges.map((range) => `${prefix}${rangeText(letter, range)}`).join(',');
}

/** Throws TypeError for a column, table or sheet that the workbook does not have: a template is ours, so that is a bug. */
export function resolveFormula(template: string, at: FormulaPlace, places: readonly TablePlace[]): string {
  return template.replace(placeholder, (_all, sheet?: string, id?: string, key = '', part?: string) => {
    const place = tableMeant(places, at.table, sheet, id);
    if (place === undefined) throw new TypeError(`a formula names ${sheet}#${id ?? ''}, which the workbook lacks`);
    if (part !== undefined)
      return referenceText(place, key, part, place.worksheet === at.table.worksheet ? '' : `'${place.worksheet}'!`);
    if (place !== at.table) throw new TypeError(`a formula names one row of another table: ${key}`);
    return `${at.fixed === true ? '$' : ''}${letterOf(place, key)}${at.row}`;
  });
}
