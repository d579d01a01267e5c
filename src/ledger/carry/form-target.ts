// A form of the new workbooks, ready to take hand entries line by line: those of a customer stay with the customer.
import { formLine, type HandValue, handValueText, lineOwner } from '../../model/hand-entries.js';
import type { CellValue, FormCell, Sheet } from '../sheet.js';
import { sheetValue, shownValue } from './cell-units.js';

export interface FormTarget {
  readonly book: number;
  readonly sheet: Sheet;
  readonly cells: ReadonlyMap<string, FormCell>;
  /** Carried values by cell key. */
  readonly patches: Map<string, CellValue>;
}

export function formTargetsOf(books: readonly (readonly Sheet[])[]): ReadonlyMap<string, readonly FormTarget[]> {
  const targets = new Map<string, FormTarget[]>();
  for (const [book, sheets] of books.entries())
    for (const sheet of sheets) {
      const cells = (sheet.form?.cells ?? []).flatMap((cell) =>
        cell.key === undefined ? [] : [[cell.key, cell] as const],
      );
      if (!cells.some(([, { input }]) => input === true)) continue;
      const target = { book, sheet, cells: new Map(cells), patches: new Map<string, CellValue>() };
      targets.set(sheet.name, [...(targets.get(sheet.name) ?? []), target]);
    }
  return targets;
}

/** The key of a field in a line. */
export function fieldKey(line: string, field: string): string {
  return line === '' ? field : `${line}.${field}`;
}

/** What the cell shows now, with what was carried. */
export function cellValue({ cells, patches }: FormTarget, key: string): HandValue | null {
  const cell = cells.get(key);
  return cell === undefined ? null : shownValue(cell.format, patches.get(key) ?? cell.value);
}

export function isCarried({ patches }: FormTarget, key: string): boolean {
  return patches.has(key);
}

/** Undefined where the form has no such cell to type into. */
export function inputCell({ cells }: FormTarget, key: string): FormCell | undefined {
  const cell = cells.get(key);
  return cell?.input === true ? cell : undefined;
}

export function putValue(target: FormTarget, cell: FormCell, value: HandValue): void {
  if (cell.key !== undefined) target.patches.set(cell.key, sheetValue(cell.format, value));
}

/** 客户号, else the name, of the line; null for an empty one. */
function ownerOf(target: FormTarget, line: string): string | null {
  const values = lineOwner.map((field) => cellValue(target, fieldKey(line, field)));
  const found = values.find((value) => value !== null && value !== '');
  return found === undefined || found === null ? null : handValueText(found);
}

/**
 * The line that takes the entries of `line`, which belonged to `owner` (null = nobody): the same line where nobody else has it, else
 * the owner's line, else an empty one of its kind. Undefined where there is none.
 */
export function lineFor(target: FormTarget, line: string, owner: string | null): string | undefined {
  const kind = line.replace(/\d+$/, '');
  const lines = [...new Set([...target.cells.keys()].map(formLine))].filter((one) => one.replace(/\d+$/, '') === kind);
  const hasOwners = target.cells.has(fieldKey(line, lineOwner[0]));
  if (!hasOwners) return lines.includes(line) ? line : undefined;
  const isFree = (one: string) =>
    ownerOf(target, one) === null && ![...target.patches.keys()].some((key) => formLine(key) === one);
  const own = owner === null ? undefined : [line, ...lines].find((one) => ownerOf(target, one) === owner);
  return own ?? [line, ...lines].find((one) => lines.includes(one) && isFree(one));
}

/** A carried value stands in the place of a formula: staff typed over it. */
export function carriedForm({ sheet, patches }: FormTarget): Sheet {
  const { form } = sheet;
  if (form === undefined || patches.size === 0) return sheet;
  const cells = form.cells.map((cell): FormCell => {
    const value = cell.key === undefined ? undefined : patches.get(cell.key);
    if (value === undefined) return cell;
    const { formula: _, result: __, ...plain } = cell;
    return { ...plain, value };
  });
  return { ...sheet, form: { ...form, cells } };
}
