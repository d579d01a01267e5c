// A form onto the paper: every cell at its place, rows from top to bottom.
import type { Form, FormCell } from '../ledger/sheet.js';
import { columnLetter } from './column-letter.js';
import { type FormPlace, resolveFormFormula } from './form-place.js';
import { formStyle } from './form-styles.js';
import { validationOf } from './live-cells.js';
import type { Stored } from './paper.js';
import { finishRow, type Pen } from './pen.js';
import { dataHeight } from './row-height.js';
import { resultOf } from './shown-table.js';
import { workbookValue } from './workbook-value.js';

const firstRow = 3;

interface FormTask {
  readonly name: string;
  readonly forms: readonly FormPlace[];
}

function storedOf(pen: Pen, { value, formula, format }: FormCell, { name, forms }: FormTask): Stored {
  if (formula === undefined) return workbookValue(format, value, pen.tally);
  const own = forms.find(({ worksheet }) => worksheet === name);
  if (own === undefined) throw new TypeError('a formula stands in a form without a place');
  const result = resultOf(formula, value);
  return {
    formula: resolveFormFormula(formula, own, forms, pen.places),
    result: result === null ? '' : (workbookValue(format, result, pen.tally) ?? ''),
  };
}

function writeCell(pen: Pen, cell: FormCell, task: FormTask): void {
  const { row, column, rows = 1, columns = 1 } = cell;
  const start = column - 1;
  pen.paper.put(
    { top: row, bottom: row + rows, start, end: start + columns },
    storedOf(pen, cell, task),
    formStyle(cell),
  );
}

interface CheckedRun {
  readonly first: FormCell;
  readonly rows: number;
}

function continues({ first, rows }: CheckedRun, { row, column, list, check }: FormCell): boolean {
  const isBelow = column === first.column && row === first.row + rows;
  return isBelow && list?.name === first.list?.name && check === first.check;
}

/** Cells below each other that are checked alike are checked as one: of single cells the file writer makes ranges that overlap. */
function checkedRuns(cells: readonly FormCell[]): readonly CheckedRun[] {
  const checked = cells.filter(({ list, check }) => list !== undefined || check !== undefined);
  const runs: CheckedRun[] = [];
  for (const cell of checked.sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs.at(-1);
    if (last !== undefined && continues(last, cell)) runs[runs.length - 1] = { ...last, rows: last.rows + 1 };
    else runs.push({ first: cell, rows: 1 });
  }
  return runs;
}

function writeChecks(pen: Pen, cells: readonly FormCell[]): void {
  for (const { first, rows } of checkedRuns(cells)) {
    const letter = columnLetter(first.column);
    const rule = validationOf(first, letter, first.row);
    const last = rows === 1 ? '' : `:${letter}${first.row + rows - 1}`;
    if (rule !== null) pen.paper.validate(`${letter}${first.row}${last}`, rule);
  }
}

/** From row 3 on; a row is finished when all cells that reach into it stand. */
export function writeForm(pen: Pen, { cells, heights }: Form, task: FormTask): void {
  const lastRow = Math.max(firstRow, ...cells.map(({ row, rows = 1 }) => row + rows - 1));
  if (!pen.paper.isBlank) {
    for (const cell of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) writeCell(pen, cell, task);
    writeChecks(pen, cells);
  }
  while (pen.row <= lastRow) finishRow(pen, heights[pen.row - firstRow] ?? dataHeight);
}
