// What is counted of every row of a file, plain or not: rows, bytes, quote characters, and the amounts of the control totals.
import type { Walk } from '../../exports/bulk.js';
import { countBreaks } from '../../exports/lines.js';
import type { Transaction } from '../../model/transaction.js';
import { type ChunkColumns, flagBits } from './chunk-columns.js';
import type { Combination } from './combination.js';
import { plainSums } from './plain-sums.js';
import type { BookingFile } from './row-shape.js';

export interface Counts {
  readonly rows: number;
  readonly odd: number;
  /** All bytes of the rows, delimiters and line ends included. */
  readonly bytes: number;
  readonly quotes: number;
}

export interface RowAccounts {
  readonly counts: Counts;
  takePlain(columns: ChunkColumns, row: number, combination: Combination): void;
  /** The booking of a row that only the row reader can read; undefined where it is none. */
  takeOdd(cells: readonly string[]): Transaction | undefined;
  /** To be called behind the last row. */
  pass(): void;
}

/** Rows must come in the order of the file: the row reader names lines and sums up what stands above a total. */
export function rowAccounts(walk: Walk, file: BookingFile): RowAccounts {
  const { width, delimiter, dataLine, text } = file;
  const sums = plainSums(walk, file);
  const delimiterBytes = Buffer.byteLength(delimiter);
  const betweenCells = (width - 1) * delimiterBytes + (text.lineEnds[0] ?? '\n').length;
  const counts = { rows: 0, odd: 0, bytes: 0, quotes: 0 };
  let breaks = 0;
  return {
    counts,
    takePlain(columns, row, combination) {
      sums.add(combination, columns.amount[row]!, columns.cnyAmount[row]!);
      counts.bytes += (columns.flags[row]! >>> flagBits) + betweenCells;
      counts.rows += 1;
    },
    takeOdd(cells) {
      counts.bytes += betweenCells + (cells.length - width) * delimiterBytes;
      for (const cell of cells) {
        counts.bytes += Buffer.byteLength(cell);
        counts.quotes += cell.split('"').length - 1;
      }
      sums.pass();
      const line = dataLine + counts.rows + breaks;
      for (const cell of cells) breaks += countBreaks(cell);
      counts.odd += 1;
      counts.rows += 1;
      return walk.rows.take({ line, cells }) as Transaction | undefined;
    },
    pass: sums.pass,
  };
}
