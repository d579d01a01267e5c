// Formulas that look beyond their row, into columns of tables: the results of those over carried columns are not known here.
import type { Sheet } from '../sheet.js';

const placeholder = /\{(?:([^{}!#]*)(?:#[^{}!#]+)?!)?([^{}!#:]+)(:(?:all|span|total))?\}/g;

/** Every formula of a sheet but the totals that tell their own result. */
function templatesOf({ tables, form }: Sheet): readonly string[] {
  const ofTables = tables.flatMap(({ columns, rowFormulas = [] }) => [
    ...columns.flatMap(({ formula, total }) => [
      formula,
      typeof total === 'object' && total.result === undefined ? total.formula : undefined,
    ]),
    ...rowFormulas.flatMap((formulas) => Object.values(formulas)),
  ]);
  const ofForm = (form?.cells ?? []).map(({ formula, result }) => (result === undefined ? formula : undefined));
  return [...ofTables, ...ofForm].filter((template) => template !== undefined);
}

/** Whether a formula of the sheet reads a whole column that changed: `touched` are keys of columns by the name of their sheet. */
export function readsFar(sheet: Sheet, touched: ReadonlyMap<string, ReadonlySet<string>>): boolean {
  return templatesOf(sheet).some((template) =>
    [...template.matchAll(placeholder)].some(([, other, key = '', range]) => {
      if (other === undefined && range === undefined) return false;
      return touched.get(other === undefined || other === '' ? sheet.name : other)?.has(key) === true;
    }),
  );
}
