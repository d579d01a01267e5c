// What the row query gives for every row, and its flags.
import type { Chunk } from './database.js';
import type { BookingFile } from './row-shape.js';

/** Numbers that the row query gives of every row, in this order. */
const resultColumns = [
  'day',
  'time',
  'amount',
  'words',
  'holder',
  'flags',
  'bytes',
  'cnyAmount',
  'id',
  'party',
  'partyName',
  'particulars',
  'original',
] as const;

export type ResultColumn = (typeof resultColumns)[number];

/** Columns of the file without which a number is 0 in every row: it is left out of the result, which may have to wait in memory. */
const sourceOf: { readonly [Name in ResultColumn]?: string } = {
  cnyAmount: 'amountCny',
  party: 'cpAcct',
  partyName: 'cpName',
  original: 'origTxnId',
};

/** Place of the cells in the result. */
const cellsPlace = 0;

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

/** The numbers of the result in their order; the cells of a row stand before them. */
export function resultColumnsOf({ columns }: Pick<BookingFile, 'columns'>): readonly ResultColumn[] {
  return resultColumns.filter((name) => columns.has(sourceOf[name] ?? 'txnDate'));
}

/** Reads the chunks of one file's row query. */
export function chunkReader(file: Pick<BookingFile, 'columns'>): (chunk: Chunk) => ChunkColumns {
  const present = resultColumnsOf(file);
  const places = new Map(present.map((name, at) => [name, cellsPlace + 1 + at]));
  let zeros = new Float64Array(0);
  return (chunk) => {
    if (zeros.length < chunk.rows) zeros = new Float64Array(chunk.rows);
    const ints = (name: ResultColumn) => chunk.ints(places.get(name)!);
    const doubles = (name: ResultColumn) => {
      const place = places.get(name);
      return place === undefined ? zeros : chunk.doubles(place);
    };
    const hashes = (name: ResultColumn) => {
      const place = places.get(name);
      return place === undefined ? new Uint32Array(zeros.buffer) : chunk.hashes(place);
    };
    return {
      rows: chunk.rows,
      day: ints('day'),
      time: ints('time'),
      amount: doubles('amount'),
      words: hashes('words'),
      holder: hashes('holder'),
      flags: ints('flags'),
      bytes: ints('bytes'),
      cnyAmount: doubles('cnyAmount'),
      id: hashes('id'),
      party: hashes('party'),
      partyName: hashes('partyName'),
      particulars: hashes('particulars'),
      original: hashes('original'),
    };
  };
}

/** The cells of a row that comes with them, as the file writes them; a row that is too long has one more than the others. */
export function cellsOf(chunk: Chunk, row: number, column: number = cellsPlace): readonly string[] {
  const cells: string[] = [];
  for (const cell of chunk.texts(column, row)) {
    if (cell === null) break;
    cells.push(cell);
  }
  return cells;
}
