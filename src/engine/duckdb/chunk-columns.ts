import type { Chunk } from './database.js';
import { resultColumns } from './row-query.js';

/** The numbers of one chunk by column; hashes are pairs of words. */
export interface ChunkColumns {
  readonly rows: number;
  readonly day: Int32Array;
  readonly time: Int32Array;
  readonly amount: Float64Array;
  readonly words: Uint32Array;
  readonly holder: Uint32Array;
  readonly flags: Int32Array;
  readonly bytes: Int32Array;
  readonly cnyAmount: Float64Array;
  readonly id: Uint32Array;
  readonly party: Uint32Array;
  readonly partyName: Uint32Array;
  readonly particulars: Uint32Array;
  readonly original: Uint32Array;
}

export function columnsOf(chunk: Chunk): ChunkColumns {
  return {
    rows: chunk.rows,
    day: chunk.ints(resultColumns.day),
    time: chunk.ints(resultColumns.time),
    amount: chunk.doubles(resultColumns.amount),
    words: chunk.hashes(resultColumns.words),
    holder: chunk.hashes(resultColumns.holder),
    flags: chunk.ints(resultColumns.flags),
    bytes: chunk.ints(resultColumns.bytes),
    cnyAmount: chunk.doubles(resultColumns.cnyAmount),
    id: chunk.hashes(resultColumns.id),
    party: chunk.hashes(resultColumns.party),
    partyName: chunk.hashes(resultColumns.partyName),
    particulars: chunk.hashes(resultColumns.particulars),
    original: chunk.hashes(resultColumns.original),
  };
}

/** The cells of a row that comes with them, as the file writes them; a row that is too long has one more than the others. */
export function cellsOf(chunk: Chunk, row: number, column: number = resultColumns.cells): readonly string[] {
  const cells: string[] = [];
  for (const cell of chunk.texts(column, row)) {
    if (cell === null) break;
    cells.push(cell);
  }
  return cells;
}
