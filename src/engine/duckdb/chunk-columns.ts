// What the row query gives for every row, and its flags.
import type { Chunk } from './database.js';

/** Places of the row query's columns. */
const resultColumns = {
  day: 0,
  time: 1,
  amount: 2,
  words: 3,
  holder: 4,
  flags: 5,
  bytes: 6,
  cnyAmount: 7,
  id: 8,
  party: 9,
  partyName: 10,
  particulars: 11,
  original: 12,
  cells: 13,
} as const;

/** Bits of the column `flags`; every row has `any`. */
export const rowFlags = {
  isOdd: 1,
  hasId: 2,
  hasMemo: 4,
  hasParty: 8,
  hasOriginal: 16,
  any: 32,
  hasPartyName: 64,
  isOwnAccount: 128,
  hasCells: 256,
} as const;

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
