// What the columns of 总体情况 and 个人贵宾客户基本情况表 have in common.
import type { PortfolioReport } from '../analysis/portfolio/report.js';
import type { Column } from './rows.js';
import type { CellValue, Format, SheetColumn } from './sheet.js';
import type { LedgerSubtitle } from './subtitle.js';

/** What a sheet must be told of the branch and the day of printing. */
export type LedgerHead = Pick<LedgerSubtitle, 'branchName' | 'branchNo' | 'printDate'>;

export interface KeyedColumn<Item> extends Column<Item> {
  readonly key: string;
}

/** As in §4: key, header, format, width. */
type Head = readonly [key: string, header: string, format: Format, width: number];

export function keyed<Item>(
  [key, header, format, width]: Head,
  value: (item: Item) => CellValue,
  more: Partial<SheetColumn> = {},
): KeyedColumn<Item> {
  return { ...more, key, header, format, width, value };
}

export function grouped<Item>(group: string, columns: readonly KeyedColumn<Item>[]): readonly KeyedColumn<Item>[] {
  return columns.map((column) => ({ ...column, group }));
}

/** Yellow: typed by hand, never by us. */
export function inputColumn<Item>(head: Head, more: Partial<SheetColumn> = {}): KeyedColumn<Item> {
  return keyed(head, () => null, { ...more, input: true });
}

/**
 * A figure whose null is 未提供: the column is grey where no row has it; where some have it the others say so, and there is no
 * total, which would pass for the whole.
 */
export function figureColumns<Item>(
  columns: readonly KeyedColumn<Item>[],
  items: readonly Item[],
): readonly KeyedColumn<Item>[] {
  return columns.map((column) => {
    const unknown = items.filter((item) => column.value(item) === null).length;
    if (unknown === 0) return column;
    const { total: _, formula, ...rest } = column;
    if (unknown === items.length) return { ...rest, isMissing: true };
    return { ...rest, ...(formula === undefined ? {} : { formula }), value: (item) => column.value(item) ?? '未提供' };
  });
}

/** Sums of columns that do not stand on the sheet are 未提供 where one of these is. */
export function quotient(over: number | null, under: number | null): CellValue {
  if (over === null || under === null) return null;
  return under === 0 ? '—' : over / under;
}

export function quotientFormula(over: string, under: string): Pick<SheetColumn, 'formula' | 'total'> {
  const formula = `IF({${under}}=0,"—",{${over}}/{${under}})`;
  return { formula, total: { formula } };
}

export function portfolioNotesOf(report: PortfolioReport): readonly string[] {
  return [...report.notes, '因四舍五入，分项之和与合计可能有尾差'];
}
