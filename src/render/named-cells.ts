// The two hidden sheets that formulas and dropdowns of a workbook refer to by name (§4.1).
import { type DictionaryName, dictionaries } from '../ledger/dictionaries.js';
import type { Sheet } from '../ledger/sheet.js';

/** Stands for the as-of day in formulas: never TODAY(). */
export const dataDayName = '数据日期';

/** @example dictionaryName('渠道') // => '字典_渠道' */
export function dictionaryName(name: DictionaryName): string {
  return `字典_${name}`;
}

/** The dropdown lists that the sheets use, in the order of `dictionaries`. */
export function dictionariesOf(sheets: readonly Sheet[]): readonly DictionaryName[] {
  const used = new Set(
    sheets.flatMap(({ tables, form }) => [
      ...tables.flatMap(({ columns }) => columns.map(({ list }) => list?.name)),
      ...(form?.cells ?? []).map(({ list }) => list?.name),
    ]),
  );
  return (Object.keys(dictionaries) as DictionaryName[]).filter((name) => used.has(name));
}

/** Whether a formula, colour or check of the sheets asks for the as-of day. */
export function usesDataDay(sheets: readonly Sheet[]): boolean {
  const asks = (template: string | undefined) => template?.includes(dataDayName) === true;
  return sheets.some(
    ({ tables, form }) =>
      form?.cells.some(({ formula, check }) => check === 'fromDataDate' || asks(formula)) === true ||
      tables.some(
        ({ columns, highlights = [], rowFormulas = [] }) =>
          highlights.some(({ when }) => asks(when)) ||
          rowFormulas.some((formulas) => Object.values(formulas).some(asks)) ||
          columns.some(
            ({ formula, total, check }) =>
              check === 'fromDataDate' || asks(formula) || (typeof total === 'object' && asks(total.formula)),
          ),
      ),
  );
}
