// What the columns of the two sales ledgers have in common (§4.4, §4.5).
import type { Column } from './rows.js';
import type { CellValue, Format } from './sheet.js';
import type { LedgerSubtitle } from './subtitle.js';

export interface Numbered<Row> {
  /** 序号, from 1. */
  readonly place: number;
  readonly row: Row;
}

export interface SaleColumn<Row> extends Column<Numbered<Row>> {
  readonly key: string;
}

/** The second line of a sheet, without its unit. */
export type SheetHeading = Omit<LedgerSubtitle, 'unit'>;

export const byHand = { input: true } as const;

export function saleColumn<Row>(
  key: string,
  header: string,
  format: Format,
  width: number,
  value: (row: Row) => CellValue,
  more: Partial<Omit<SaleColumn<Row>, 'value'>> = {},
): SaleColumn<Row> {
  return { ...more, key, header, format, width, value: ({ row }) => value(row) };
}

export function grouped<Row>(group: string, columns: readonly SaleColumn<Row>[]): readonly SaleColumn<Row>[] {
  return columns.map((column) => ({ ...column, group }));
}

/** 序号. */
export function placeColumn<Row>(): SaleColumn<Row> {
  return { key: 'place', header: '序号', format: 'integer', width: 5, value: ({ place }) => place };
}

/** 是否贵宾, for the filter, and the hidden name of the sale by which hand entries find it again. */
export function lastColumns<
  Row extends { readonly isVip: boolean | null; readonly key: string },
>(): readonly SaleColumn<Row>[] {
  return [
    saleColumn('isVip', '是否贵宾', 'text', 8, ({ isVip }) => (isVip === null ? '未提供' : isVip ? '是' : '否')),
    saleColumn('key', '登记键', 'text', 20, ({ key }) => key, { hidden: true }),
  ];
}

/** Columns that no line of the export fills are grey and empty; what is typed by hand stays open. */
export function withMissing<Row>(
  columns: readonly SaleColumn<Row>[],
  missing: readonly string[],
): readonly SaleColumn<Row>[] {
  return columns.map((column) => {
    if (!missing.includes(column.key) || column.input === true) return column;
    const { formula: _, ...plain } = column;
    return { ...plain, isMissing: true, value: () => null };
  });
}

/** Rows of one salesperson stand together where there are several, in the order of the report; nobody comes last. */
export function bySalesperson<Row extends { readonly salesName: string | null }>(
  rows: readonly Row[],
): { readonly rows: readonly Numbered<Row>[]; readonly hasSubtotals: boolean } {
  const names = [...new Set(rows.map(({ salesName }) => salesName))].sort((a, b) =>
    a === null ? 1 : b === null ? -1 : a < b ? -1 : 1,
  );
  const ordered = names.flatMap((name) => rows.filter(({ salesName }) => salesName === name));
  return { rows: ordered.map((row, index) => ({ place: index + 1, row })), hasSubtotals: names.length > 1 };
}
