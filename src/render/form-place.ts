// Where the cells of a form stand, so that formulas of any form can name them.
import type { Form, FormCell } from '../ledger/sheet.js';
import { columnLetter } from './column-letter.js';
import { resolveFormula } from './formula.js';
import type { TablePlace } from './table-place.js';

export interface FormPlace {
  /** Name of the sheet as its layout has it, and as the workbook has it. */
  readonly sheet: string;
  readonly worksheet: string;
  /** $C$5 and the like, by key. */
  readonly addresses: ReadonlyMap<string, string>;
}

function addressOf({ row, column }: FormCell): string {
  return `$${columnLetter(column)}$${row}`;
}

export function formPlace(sheet: string, worksheet: string, { cells }: Form): FormPlace {
  const keyed = cells.flatMap((cell) => (cell.key === undefined ? [] : [[cell.key, addressOf(cell)] as const]));
  const addresses = new Map(keyed);
  if (addresses.size < keyed.length) throw new TypeError(`the form ${sheet} has two cells with one key`);
  return { sheet, worksheet, addresses };
}

const placeholder = /\{(?:([^{}!#]*)!)?([^{}!#:]+)(?::([^{}!#:]+))?\}/g;
const ofTables: ReadonlySet<string | undefined> = new Set(['all', 'span', 'total']);

/** The formula of a form's cell; throws TypeError for a cell, table or sheet that the workbook lacks: templates are ours. */
export function resolveFormFormula(
  template: string,
  own: FormPlace,
  forms: readonly FormPlace[],
  tables: readonly TablePlace[],
): string {
  const cells = template.replace(placeholder, (all, sheet: string | undefined, key: string, last?: string) => {
    if (ofTables.has(last)) return all;
    const place = sheet === undefined ? own : forms.find((form) => form.sheet === sheet);
    const addressFor = (name: string) => {
      const address = place?.addresses.get(name);
      if (address === undefined)
        throw new TypeError(`a formula names ${sheet ?? own.sheet}!${name}, which no form has`);
      return address;
    };
    const prefix = place === own ? '' : `'${place?.worksheet}'!`;
    return `${prefix}${addressFor(key)}${last === undefined ? '' : `:${addressFor(last)}`}`;
  });
  return cells.includes('{') ? resolveTables(cells, own, tables) : cells;
}

/** A table that stands nowhere, as the one in which the formula would stand. */
function resolveTables(template: string, { sheet, worksheet }: FormPlace, tables: readonly TablePlace[]): string {
  const table = { columns: [], rows: [], rowCount: 0 };
  const nowhere = { sheet, worksheet, index: -1, table, starts: [], headerRow: 0, areas: [], totalRow: null };
  return resolveFormula(template, { table: nowhere, row: 0 }, tables);
}
