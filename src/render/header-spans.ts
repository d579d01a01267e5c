import type { SheetColumn } from '../ledger/sheet.js';

/** One cell of the upper header row: a group over `count` columns, or a single column without group. */
export interface HeaderSpan {
  /** Index of its first column. */
  readonly first: number;
  readonly count: number;
  readonly group: string | undefined;
  /** Header of the first column. */
  readonly header: string;
}

export function hasGroups(columns: readonly SheetColumn[]): boolean {
  return columns.some((column) => column.group !== undefined);
}

/** Neighbouring columns with the same group become one span; columns without group stand alone. */
export function headerSpans(columns: readonly SheetColumn[]): readonly HeaderSpan[] {
  const spans: HeaderSpan[] = [];
  for (const [index, { group, header }] of columns.entries()) {
    const last = spans.at(-1);
    if (group !== undefined && last?.group === group) spans[spans.length - 1] = { ...last, count: last.count + 1 };
    else spans.push({ first: index, count: 1, group, header });
  }
  return spans;
}
