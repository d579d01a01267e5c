// Which delimiter cuts a text into columns.
import type { HeadRow, Layout } from './table.js';

/** Longer ones first: `|` also cuts what `|+|` cuts. */
const delimiters = ['|+|', ',', '\t', '|', ';', '^', '\x01'] as const;

interface Candidate {
  readonly delimiter: string;
  /** Share of the non-blank records that have as many columns as most. */
  readonly consistency: number;
  readonly columns: number;
}

/**
 * The delimiters that cut the head into two columns or more, most consistent first (ties: the longer delimiter, then more columns);
 * the comma when there is none. Delimiters inside quotes do not count.
 */
export function layoutsOf(rowsFor: (delimiter: string) => readonly HeadRow[]): readonly Layout[] {
  const candidates = delimiters
    .map((delimiter) => ({ delimiter, ...mostFrequentWidth(records(rowsFor(delimiter))) }))
    .filter(({ columns }) => columns > 1)
    .sort(
      (a: Candidate, b: Candidate) =>
        b.consistency - a.consistency || b.delimiter.length - a.delimiter.length || b.columns - a.columns,
    );
  return candidates.length > 0 ? candidates.map(({ delimiter }) => ({ delimiter })) : [{ delimiter: ',' }];
}

/** The head read from top to bottom, without the readings that begin inside another record. */
function records(rows: readonly HeadRow[]): readonly HeadRow[] {
  let next = 1;
  return rows.filter((row) => {
    if (row.line < next) return false;
    next = row.nextLine;
    return true;
  });
}

function mostFrequentWidth(rows: readonly HeadRow[]): { readonly consistency: number; readonly columns: number } {
  const filled = rows.filter(({ cells }) => cells.some((cell) => typeof cell === 'string' && cell.trim() !== ''));
  const counts = new Map<number, number>();
  for (const { cells } of filled) if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  let best = { count: 0, columns: 0 };
  for (const [columns, count] of counts) {
    if (count > best.count || (count === best.count && columns > best.columns)) best = { count, columns };
  }
  return { consistency: best.count / Math.max(filled.length, 1), columns: best.columns };
}
