import type { CellValue, SheetColumn, Table } from './sheet.js';

/** One column of a list with the value it shows. */
export interface Column<Item> extends SheetColumn {
  readonly value: (item: Item) => CellValue;
}

/**
 * A table over items; rows are made while it is walked, so a long list costs nothing before. A list without items says 本期无数据
 * (§4.1) instead of standing empty.
 */
export function tableOf<Item>(
  columns: readonly Column<Item>[],
  items: readonly Item[],
  more: Pick<Table, 'heading' | 'total' | 'isList'> = {},
): Table {
  const isEmptyList = more.isList === true && items.length === 0;
  const rows = {
    *[Symbol.iterator]() {
      if (isEmptyList) yield columns.map((_, place) => (place === 0 ? '本期无数据' : null));
      for (const item of items) yield columns.map(({ value }) => value(item));
    },
  };
  const heads = columns.map(({ value: _, ...head }): SheetColumn => head);
  return { ...more, columns: heads, rows, rowCount: isEmptyList ? 1 : items.length };
}
