// What a spreadsheet does by itself with the rows of a table: dropdowns, checks of what is typed, colours.
import type { DataValidation } from 'exceljs';
import type { SheetColumn } from '../ledger/sheet.js';
import { columnLetter } from './column-letter.js';
import { resolveFormula } from './formula.js';
import { dataDayName, dictionaryName } from './named-cells.js';
import type { Pen, PlacedTable } from './pen.js';
import type { RowRange } from './table-place.js';

/** What is checked of a column, or of a cell of a form, that stands first at this letter and row. */
export function validationOf(
  { list, check, input }: Pick<SheetColumn, 'list' | 'check' | 'input'>,
  letter: string,
  row: number,
): DataValidation | null {
  const shown = { allowBlank: true, showErrorMessage: true } as const;
  if (list !== undefined)
    return {
      type: 'list',
      ...shown,
      formulae: [dictionaryName(list.name)],
      errorStyle: list.closed === true ? 'stop' : 'warning',
      errorTitle: '不在可选项中',
      error: list.closed === true ? '请从下拉列表中选择' : '内容不在下拉列表中，确定要使用吗？',
    };
  if (check === undefined || input !== true) return null;
  if (check === 'notNegative')
    return {
      type: 'decimal',
      ...shown,
      operator: 'greaterThanOrEqual',
      formulae: [0],
      errorStyle: 'stop',
      errorTitle: '应为数字',
      error: '请输入不小于 0 的数字',
    };
  return {
    type: 'custom',
    ...shown,
    formulae: [`AND(ISNUMBER(${letter}${row}),${letter}${row}>=${dataDayName})`],
    errorStyle: 'stop',
    errorTitle: '应为日期',
    error: '请输入不早于数据日期的日期，如 2025-10-15',
  };
}

/** Dropdowns and checks reach over `typed` (spare rows among them), colours over the rows of data. */
export function writeLiveCells(
  pen: Pen,
  table: PlacedTable,
  data: readonly RowRange[],
  typed: readonly RowRange[],
): void {
  const { columns, starts, highlights = [], place } = table;
  const letterAt = (index: number) => columnLetter((starts[index] ?? 0) + 1);
  const [first, last] = [typed[0], typed.at(-1)];
  if (first === undefined || last === undefined || place === undefined) return;
  for (const [index, column] of columns.entries()) {
    const letter = letterAt(index);
    const rule = column.isMissing === true ? null : validationOf(column, letter, first.from);
    if (rule !== null) pen.paper.validate(`${letter}${first.from}:${letter}${last.to}`, rule);
  }
  const top = data[0];
  if (top === undefined) return;
  for (const { columns: keys, when, look } of highlights) {
    const formula = resolveFormula(when, { table: place, row: top.from, fixed: true }, pen.places);
    const spans =
      keys.length === 0
        ? [[letterAt(0), columnLetter(starts.at(-1) ?? 1)]]
        : keys
            .map((key) => columns.findIndex((column) => column.key === key))
            .map((at) => [letterAt(at), letterAt(at)]);
    const ranges = spans.flatMap(([from, to]) => data.map((rows) => `${from}${rows.from}:${to}${rows.to}`));
    pen.paper.highlight(ranges.join(' '), formula, look);
  }
}
