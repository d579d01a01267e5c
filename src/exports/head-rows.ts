// The first lines of a text, each read as if a record began there: an odd quote above the header must not hide it.
import { type Options, parse } from 'csv-parse/sync';
import { type Cut, csvOptions, holdsStrayQuote } from './csv.js';
import { countBreaks, lineStarts } from './lines.js';
import type { HeadRow } from './table.js';

/** The beginning of a text as UTF-8. */
export interface Head {
  readonly bytes: Buffer;
  /** The text ends with these bytes. */
  readonly whole: boolean;
}

const headLines = 60;
const longestRecord = 65536;

/**
 * The record beginning on each of the first 60 lines. A record whose quote is not closed within 64 KB is given as its one line, uncut
 * at quotes; a line that the head does not hold to its end is left out, unless it is the first.
 */
export function headRows(head: Head, cut: Cut): readonly HeadRow[] {
  const starts = lineStarts(head.bytes, headLines + 1);
  const rows: HeadRow[] = [];
  for (const [index, start] of starts.slice(0, headLines).entries()) {
    const next = starts[index + 1];
    const cells =
      recordAt(head, start, cut) ?? (next || head.whole || index === 0 ? lineAlone(head, start, next, cut) : undefined);
    if (cells === undefined) break;
    const line = index + 1;
    rows.push({ line, cells: cells.record, nextLine: line + 1 + cells.breaks });
  }
  return rows;
}

interface Cells {
  readonly record: readonly string[];
  /** Line breaks inside the record. */
  readonly breaks: number;
}

function recordAt(head: Head, start: number, cut: Cut): Cells | undefined {
  const bytes = head.bytes.subarray(start, start + longestRecord);
  const last = head.whole && start + bytes.length === head.bytes.length;
  let consumed = 0;
  let record: readonly string[] | undefined;
  try {
    const onRecord = (cells: string[], context: { readonly bytes: number }) => {
      consumed = context.bytes;
      return cells;
    };
    const options: Options<string[]> = { ...csvOptions(cut), to: 1, on_record: onRecord };
    record = parse(bytes, options)[0];
  } catch {
    return undefined;
  }
  if (record === undefined || (consumed >= bytes.length && !last)) return undefined;
  if (holdsStrayQuote(() => bytes.subarray(0, consumed), record)) return undefined;
  return { record, breaks: record.reduce((sum, cell) => sum + countBreaks(cell), 0) };
}

function lineAlone(head: Head, start: number, next: number | undefined, cut: Cut): Cells {
  const text = head.bytes.toString('utf8', start, next).replace(/(\r\n|\n|\r)$/, '');
  return { record: text.split(cut.delimiter), breaks: 0 };
}
