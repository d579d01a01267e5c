// What the total and subtotal rows of a table come to, for their cached values and for outputs without formulas.
import type { CellValue, SheetColumn, Table } from '../ledger/sheet.js';

/** The one cell that stands in a list without rows (`tableOf`). */
export const emptyNotice = '本期无数据';

export function isNotice(row: readonly CellValue[]): boolean {
  return row[0] === emptyNotice && row.slice(1).every((value) => value === null);
}

export function hasTotals({ columns, total }: Table): boolean {
  return total !== undefined || columns.some((column) => column.total !== undefined);
}

/** Sums and counts of the rows added so far. */
export interface RunningTotals {
  add(row: readonly CellValue[]): void;
  /** `label` goes into the first column that is shown and has no total of its own. */
  cells(label: string): readonly CellValue[];
}

/** The quotient of two totals: the only template whose result is known here without a spreadsheet. */
const quotient = /^IF\(\{([^{}]+)\}=0,"—",\{([^{}]+)\}\/\{([^{}]+)\}\)$/;

function quotientOf(template: string, sumOf: (key: string) => number): CellValue | undefined {
  const [, tested, over = '', under = ''] = quotient.exec(template) ?? [];
  if (tested === undefined || tested !== under) return undefined;
  return sumOf(under) === 0 ? '—' : sumOf(over) / sumOf(under);
}

function counts(column: SheetColumn, value: CellValue | undefined): boolean {
  return column.formula !== undefined || (value !== null && value !== undefined && value !== '');
}

export function runningTotals(columns: readonly SheetColumn[]): RunningTotals {
  const sums = columns.map(() => 0);
  const filled = columns.map(() => 0);
  const sumOf = (key: string) => sums[columns.findIndex((column) => column.key === key)] ?? 0;
  const labelled = columns.findIndex(({ total, hidden }) => total === undefined && hidden !== true);
  const cell = ({ total, isMissing }: SheetColumn, index: number): CellValue => {
    if (total === undefined || isMissing === true) return null;
    if (total === 'count') return filled[index] ?? 0;
    return total === 'sum' ? (sums[index] ?? 0) : (quotientOf(total.formula, sumOf) ?? null);
  };
  return {
    add(row) {
      for (const [index, column] of columns.entries()) {
        const value = row[index];
        if (typeof value === 'number') sums[index] = (sums[index] ?? 0) + value;
        if (counts(column, value)) filled[index] = (filled[index] ?? 0) + 1;
      }
    },
    cells: (label) => columns.map((column, index) => (index === labelled ? label : cell(column, index))),
  };
}

/** The total row: what the table states, and where it says nothing what its rows come to. Undefined = there is none. */
export function statedTotals({ columns, total }: Table, running: RunningTotals): readonly CellValue[] {
  const computed = running.cells('合计');
  if (total === undefined) return computed;
  return columns.map(
    (column, index) => total[index] ?? (column.total === undefined ? null : (computed[index] ?? null)),
  );
}
