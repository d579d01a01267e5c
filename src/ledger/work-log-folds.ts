// The last rows of 月度汇总: total, mean and most per day (G16).
import type { WorkDay } from '../analysis/worklog/report.js';
import type { CellReader, CellValue, Format, FormCell, FormulaTemplate } from './sheet.js';
import { textCell } from './work-log-layout.js';

/** A column of 月度汇总; its cells are called `key`.1, `key`.2 … */
export interface SummaryColumn {
  readonly key: string;
  readonly header: string;
  readonly width: number;
  readonly format: Format;
  readonly value: (day: WorkDay) => CellValue;
  /** Of the day on that sheet, and what it comes to. */
  readonly formula?: (sheet: string) => FormulaTemplate;
  readonly result?: (cell: CellReader, sheet: string) => CellValue;
  /** Days with any are averaged, and the largest is shown (G16). */
  readonly isPerDay?: true;
}

function numbersOf(values: readonly CellValue[]): readonly number[] {
  return values.filter((one) => typeof one === 'number');
}

interface Fold {
  readonly label: string;
  readonly of: 'all' | 'perDay';
  readonly formula: (range: string) => FormulaTemplate;
  readonly value: (numbers: readonly number[]) => CellValue;
  readonly format?: Format;
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

/** In the order of the rows. */
export const folds: readonly Fold[] = [
  {
    label: '合计',
    of: 'all',
    formula: (range) => `IF(COUNT(${range})=0,"—",SUM(${range}))`,
    value: (numbers) => (numbers.length === 0 ? null : sum(numbers)),
  },
  {
    label: '日均（有记录的日）',
    of: 'perDay',
    format: 'tenth',
    formula: (range) => `IF(COUNTIF(${range},">0")=0,"—",SUM(${range})/COUNTIF(${range},">0"))`,
    value: (numbers) => {
      const some = numbers.filter((number) => number > 0);
      return some.length === 0 ? null : sum(some) / some.length;
    },
  },
  {
    label: '最多一日',
    of: 'perDay',
    formula: (range) => `MAX(${range})`,
    value: (numbers) => Math.max(0, ...numbers),
  },
];

export function foldRow(
  fold: Fold,
  row: number,
  columns: readonly SummaryColumn[],
  days: readonly WorkDay[],
): readonly FormCell[] {
  const cells = columns.slice(2).map((column, index): FormCell => {
    const place = { row, column: index + 3, look: 'total', format: fold.format ?? column.format } as const;
    const isFolded = fold.of === 'all' || column.isPerDay === true;
    if (!isFolded) return { ...place, format: 'text', value: null };
    const range = `{${column.key}.1:${column.key}.${days.length}}`;
    return {
      ...place,
      value: fold.value(numbersOf(days.map(column.value))),
      formula: fold.formula(range),
      result: (cell) => fold.value(numbersOf(days.map((_, day) => cell(`${column.key}.${day + 1}`)))),
    };
  });
  return [{ ...textCell({ row, column: 1, columns: 2 }, 'total', fold.label) }, ...cells];
}
