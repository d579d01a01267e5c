// What the row query gives for every row, and its flags.
import type { Chunk } from './database.js';
import type { BookingFile } from './row-shape.js';

/**
 * Numbers that the row query gives of every row, in this order. Rows wait in memory for whoever takes them, so a hash that few rows need
 * stands where those rows need no other one (`ChunkColumns` tells).
 */
const resultColumns = [
  'day',
  'time',
  'amount',
  'slot',
  'holder',
  'flags',
  'cnyAmount',
  'id',
  'party',
  'partyName',
  'original',
  'particulars',
] as const;

export type ResultColumn = (typeof resultColumns)[number];

/** Columns of the file without which a number is 0 in every row: it is left out of the result. */
const sourceOf: { readonly [Name in ResultColumn]?: string } = { cnyAmount: 'amountCny', original: 'origTxnId' };

/** Place of the cells in the result. */
const cellsPlace = 0;

/** Bits of the column `flags`, below those of the bytes; every row has `any`. */
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

/** The bytes of a row's cells stand above its flags; a row has 1,100,000 of them at most (`readCsv`). */
export const flagBits = 9;

/** Where a row's fingerprint stands; `apart` where whole fingerprints of all rows are asked for, else only those that are needed. */
export type Particulars = 'shared' | 'apart';

/** The numbers of one chunk by column; hashes are pairs of words. */
export interface ChunkColumns {
  readonly rows: number;
  readonly day: Int32Array;
  readonly time: Int32Array;
  readonly amount: Float64Array;
  /** Of the row's words in `KnownWords`; -1 where they are not among them. */
  readonly slot: Int16Array;
  readonly holder: Uint32Array;
  readonly flags: Int32Array;
  readonly cnyAmount: Float64Array;
  /** Hash of 流水号; the particulars of a row that has neither that nor cells. */
  readonly id: Uint32Array;
  /** Hash of the counterparty's account; the particulars of a row with cells. */
  readonly party: Uint32Array;
  /** Hash of the counterparty's name; that of the words of a row with cells. */
  readonly partyName: Uint32Array;
  readonly original: Uint32Array;
  /** Of every row, where they stand `apart`. */
  readonly particulars: Uint32Array | undefined;
}

/** The numbers of the result in their order; the cells of a row stand before them. */
export function resultColumnsOf(
  { columns }: Pick<BookingFile, 'columns'>,
  particulars: Particulars,
): readonly ResultColumn[] {
  const isThere = (name: ResultColumn) => name !== 'particulars' || particulars === 'apart';
  return resultColumns.filter((name) => isThere(name) && columns.has(sourceOf[name] ?? 'txnDate'));
}

/** Reads the chunks of one file's row query. */
export function chunkReader(
  file: Pick<BookingFile, 'columns'>,
  particulars: Particulars = 'shared',
): (chunk: Chunk) => ChunkColumns {
  const present = resultColumnsOf(file, particulars);
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
      slot: chunk.smallInts(places.get('slot')!),
      holder: hashes('holder'),
      flags: ints('flags'),
      cnyAmount: doubles('cnyAmount'),
      id: hashes('id'),
      party: hashes('party'),
      partyName: hashes('partyName'),
      original: hashes('original'),
      particulars: particulars === 'apart' ? hashes('particulars') : undefined,
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
