import type { Chunk } from './database.js';
import { resultColumns } from './row-query.js';

/** The numbers of one chunk by column; hashes are pairs of words. */
export interface ChunkColumns {
  readonly rows: number;
  readonly day: Int32Array;
  readonly time: Int32Array;
  readonly amount: Float64Array;
  readonly cnyAmount: Float64Array;
  readonly flags: Int32Array;
  readonly bytes: Int32Array;
  readonly combination: Uint32Array;
  readonly holder: Uint32Array;
  readonly id: Uint32Array;
  readonly original: Uint32Array;
  readonly particulars: Uint32Array;
}

export function columnsOf(chunk: Chunk): ChunkColumns {
  return {
    rows: chunk.rows,
    day: chunk.ints(resultColumns.day),
    time: chunk.ints(resultColumns.time),
    amount: chunk.doubles(resultColumns.amount),
    cnyAmount: chunk.doubles(resultColumns.cnyAmount),
    flags: chunk.ints(resultColumns.flags),
    bytes: chunk.ints(resultColumns.bytes),
    combination: chunk.hashes(resultColumns.combination),
    holder: chunk.hashes(resultColumns.holder),
    id: chunk.hashes(resultColumns.id),
    original: chunk.hashes(resultColumns.original),
    particulars: chunk.hashes(resultColumns.particulars),
  };
}

/** The cells of one row as the file writes them; a row that is too long has one more than `width`. */
export function cellsOf(chunk: Chunk, row: number, width: number): readonly string[] {
  const cells: string[] = [];
  for (let at = 0; at <= width; at += 1) {
    const cell = chunk.text(resultColumns.cells + at, row);
    if (cell === null) break;
    cells.push(cell);
  }
  return cells;
}
