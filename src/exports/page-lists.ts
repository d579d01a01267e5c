// Which tables of a page are lists, and which rows of the page belong to each of them.
import type { PageRow } from './html-table.js';
import type { Cell } from './table.js';

/** The list that each table belongs to, by the table's number; undefined for tables that only say something about the next list. */
export type ListOf = readonly (number | undefined)[];

interface Seen {
  rows: number;
  /** Filled cells of its fullest row. */
  width: number;
  hasLabel: boolean;
  /** The texts of its first row with two filled cells and more. */
  heading: string | undefined;
}

/** A table with more rows is a list, whatever it looks like. */
const fewRows = 10;
const linesBefore = 20;

/** Looks at all rows of a page, then tells. Tables with the same heading are one list printed on several pages. */
export function newListFinder(): { add(row: PageRow): void; lists(): { readonly count: number; readonly of: ListOf } } {
  const seen: Seen[] = [];
  return {
    add({ table, cells }) {
      if (table === undefined) return;
      seen[table] ??= { rows: 0, width: 0, hasLabel: false, heading: undefined };
      const facts = seen[table];
      const texts = cells.filter((cell) => typeof cell === 'string');
      facts.rows += 1;
      facts.width = Math.max(facts.width, texts.length);
      facts.hasLabel ||= texts.some((text) => /[^\d\s][:：]/.test(text.slice(0, 40)));
      if (texts.length > 1) facts.heading ??= texts.join('\u0001');
    },
    lists() {
      const tables = Array.from(seen, (facts) => facts ?? { rows: 0, width: 0, hasLabel: false, heading: undefined });
      const found = numbered(tables, (facts) => facts.rows > 0 && !isCaption(facts));
      return found.count > 0 ? found : numbered(tables, ({ rows }) => rows > 0);
    },
  };
}

/** A small table of labels and values above a list. */
function isCaption({ rows, width, hasLabel }: Seen): boolean {
  return rows <= fewRows && (width <= 2 || hasLabel);
}

function numbered(tables: readonly Seen[], isList: (facts: Seen) => boolean): { count: number; of: ListOf } {
  const byHeading = new Map<string, number>();
  let count = 0;
  const of = tables.map((facts) => {
    if (!isList(facts)) return undefined;
    const known = facts.heading === undefined ? undefined : byHeading.get(facts.heading);
    if (known !== undefined) return known;
    if (facts.heading !== undefined) byHeading.set(facts.heading, count);
    count += 1;
    return count - 1;
  });
  return { count, of };
}

/**
 * Gives every row of a page to one list: what stands between two lists to the one below, what stands below the last to the last. Of the
 * lines above a list's first row the last 20 are kept, so that its header is found.
 */
export function newRowSorter(of: ListOf): { add(row: PageRow): readonly Sorted[]; end(): readonly Sorted[] } {
  let waiting: PageRow[] = [];
  let last: number | undefined;
  const begun = new Set<number>();
  return {
    add(row) {
      const list = row.table === undefined ? undefined : of[row.table];
      if (list === undefined) {
        waiting.push(row);
        return [];
      }
      const before = begun.has(list) ? waiting : waiting.slice(-linesBefore);
      waiting = [];
      begun.add(list);
      last = list;
      return [...before, row].map(({ line, cells }) => ({ list, line, cells }));
    },
    end: () => waiting.map(({ line, cells }) => ({ list: last ?? 0, line, cells })),
  };
}

export interface Sorted {
  readonly list: number;
  readonly line: number;
  readonly cells: readonly Cell[];
}
