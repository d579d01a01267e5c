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
  const letter = columnLetter(column);
  const rule = validationOf(cell, letter, row);
  if (rule !== null) pen.paper.validate(`${letter}${row}`, rule);
}

/** From row 3 on; a row is finished when all cells that reach into it stand. */
export function writeForm(pen: Pen, { cells, heights }: Form, task: FormTask): void {
  const lastRow = Math.max(firstRow, ...cells.map(({ row, rows = 1 }) => row + rows - 1));
  if (!pen.paper.isBlank)
    for (const cell of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) writeCell(pen, cell, task);
  while (pen.row <= lastRow) finishRow(pen, heights[pen.row - firstRow] ?? dataHeight);
}
