// What the formulas of the forms of a workbook come to with what was carried into them.
import type { CellReader, CellValue, FormCell, Sheet } from '../sheet.js';

/** Computes each cell once, whatever asks for it. */
function reader(sheets: readonly Sheet[]): (cell: FormCell, own: string) => CellValue | undefined {
  const keyed = new Map(
    sheets.map(({ name, form }) => [name, new Map(form?.cells.map((cell) => [cell.key, cell] as const))]),
  );
  const known = new Map<FormCell, CellValue | undefined>();
  const resultOf = (cell: FormCell, own: string): CellValue | undefined => {
    if (cell.formula === undefined) return cell.value;
    if (!known.has(cell)) {
      const read: CellReader = (key, sheet = own) => {
        const found = keyed.get(sheet)?.get(key);
        return found === undefined ? null : (resultOf(found, sheet) ?? null);
      };
      known.set(cell, cell.result?.(read));
    }
    return known.get(cell);
  };
  return resultOf;
}

/** The sheets of one workbook with their forms computed anew; a form with a formula that does not tell its result is stale. */
export function withFormResults(sheets: readonly Sheet[]): readonly Sheet[] {
  const resultOf = reader(sheets);
  return sheets.map((sheet) => {
    if (sheet.form === undefined) return sheet;
    const values = sheet.form.cells.map((cell) => resultOf(cell, sheet.name));
    const cells = sheet.form.cells.map((cell, at) => ({ ...cell, value: values[at] ?? null }));
    const isStale = values.includes(undefined) ? { isStale: true as const } : {};
    return { ...sheet, ...isStale, form: { ...sheet.form, cells } };
  });
}
