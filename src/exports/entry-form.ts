// Pages that are filled in by hand, read back: every cell has its place, and a line tells whose it is.
import type { EntryForm, EntryFormCell } from '../model/entry-index.js';
import {
  formLine,
  formTableId,
  type HandRow,
  type HandValue,
  handValueText,
  lineOwner,
  rowKeyText,
} from '../model/hand-entries.js';
import { cellText } from './cell-text.js';
import { columnLetters, refuseAt } from './entry-tables.js';
import { handValue, unreadable, unreadableMessage } from './hand-value.js';
import type { RawRow } from './table.js';

export interface FormPage {
  readonly file: string;
  readonly sheet: string;
  readonly rows: readonly RawRow[];
  /** Places 'row,column' from 0 that hold a formula. */
  readonly formulas: ReadonlySet<string>;
}

/** Throws UserError (exit 3) where a fixed text does not stand in its place: rows or columns were moved. */
function checkTexts({ file, sheet, rows }: FormPage, { texts }: EntryForm): void {
  for (const { row, column, text } of texts) {
    const found = cellText(rows[row - 1]?.cells[column - 1] ?? null);
    if (found.replace(/\s/g, '') === text.replace(/\s/g, '')) continue;
    const place = `${columnLetters(column - 1)}${row}`;
    refuseAt(file, sheet, place, `应为“${text}”，表单的行列被移动过，手填内容认不出来；请恢复原来的格式再运行`);
  }
}

/** The only input cells in which formulas of ours stand: the name that belongs to a 客户号. */
function isLookedUp({ key }: EntryFormCell): boolean {
  return key.endsWith(`.${lineOwner[1]}`);
}

function hasFormula({ formulas }: FormPage, { row, column }: EntryFormCell): boolean {
  return formulas.has(`${row - 1},${column - 1}`);
}

function valueAt(page: FormPage, cell: EntryFormCell): HandValue | null {
  const { file, sheet, rows } = page;
  const { row, column } = cell;
  const value = handValue(rows[row - 1]?.cells[column - 1]);
  if (value !== unreadable) return value;
  if (isLookedUp(cell) && hasFormula(page, cell)) return null;
  return refuseAt(file, sheet, `${columnLetters(column - 1)}${row}`, unreadableMessage);
}

/** The hand entries of one page, a row for each of its lines. Throws UserError (exit 3). */
export function formRows(page: FormPage, form: EntryForm): readonly HandRow[] {
  checkTexts(page, form);
  const lines = new Map<string, EntryFormCell[]>();
  for (const cell of form.cells) lines.set(formLine(cell.key), [...(lines.get(formLine(cell.key)) ?? []), cell]);
  return [...lines].flatMap(([line, cells]): readonly HandRow[] => {
    const values = new Map(cells.map((cell) => [cell.key, valueAt(page, cell)]));
    const owner = lineOwner.map((field) => values.get(`${line}.${field}`) ?? null);
    const typed = cells.flatMap((cell): [string, HandValue][] => {
      const value = values.get(cell.key) ?? null;
      const isResult = isLookedUp(cell) && hasFormula(page, cell);
      const isOriginal = cell.text !== null && value !== null && handValueText(value) === handValueText(cell.text);
      return value === null || isResult || isOriginal ? [] : [[cell.key.slice(cell.key.lastIndexOf('.') + 1), value]];
    });
    if (typed.length === 0) return [];
    const place = { sheet: form.sheet, table: formTableId, file: page.file, line: cells[0]?.row ?? 0 };
    return [{ ...place, key: rowKeyText([line, ...owner]), isOwn: false, cells: Object.fromEntries(typed) }];
  });
}
