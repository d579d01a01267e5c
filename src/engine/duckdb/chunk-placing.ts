// A chunk's bookings onto the tape, in the order of its rows: runs of rows that SQL has settled, and between them what had to be looked at.
import { daySerial } from '../../model/day.js';
import type { Transaction } from '../../model/transaction.js';
import type { Fingerprint } from '../fingerprint.js';
import { addTransaction } from '../loading.js';
import { type ChunkColumns, cellsOf, rowFlags } from './chunk-columns.js';
import type { Combination } from './combination.js';
import type { Chunk, Database } from './database.js';
import type { RowHolders } from './holding.js';
import type { Lookups } from './lookups.js';
import { foreignPrints, printsOf } from './particulars.js';
import { addPlainRows, newSpan, notePlainRow, noteSpan } from './plain-row.js';
import type { BulkLoad } from './read-bulk.js';

/** A chunk whose rows have been accounted for. */
export interface ReadChunk {
  readonly chunk: Chunk;
  readonly columns: ChunkColumns;
  readonly holders: RowHolders;
  /** Of the rows that SQL has read, by row. */
  readonly combinations: readonly (Combination | undefined)[];
  /** Bookings that only the row reader could read, by row. */
  readonly records: ReadonlyMap<number, Transaction>;
}

export interface ChunkPlacing {
  put(read: ReadChunk): Promise<void>;
  /** Rows so far that SQL has read and that had to be read once more. */
  special(): number;
  /** To be called behind the last chunk. */
  close(): void;
}

export function chunkPlacing(
  { loading, tally, asOf }: Pick<BulkLoad, 'loading' | 'tally' | 'asOf'>,
  database: Database,
  lookups: Lookups,
): ChunkPlacing {
  const span = newSpan();
  const lastDay = daySerial(asOf);
  let special = 0;

  /** The row needs no other look. Words that the sample has not shown may still settle one that has cells. */
  function isSettled({ columns, combinations }: ReadChunk, row: number): boolean {
    const combination = combinations[row];
    if (combination === undefined || columns.day[row]! > lastDay) return false;
    const flags = columns.flags[row]!;
    return (flags & rowFlags.hasCells) === 0 || (flags & combination.special) === 0;
  }

  function putRun({ columns, holders, combinations }: ReadChunk, from: number, to: number): void {
    for (let row = from; row < to; row += 1) notePlainRow(tally, span, columns, row, combinations[row]!);
    addPlainRows(loading.tape, lookups, columns, holders, combinations, [from, to]);
  }

  /** A row after asOf that has no cells is only looked at where its 流水号 comes again (later-rows.ts). */
  function noteLater({ chunk, columns }: ReadChunk, row: number): void {
    tally.future += 1;
    const flags = columns.flags[row]!;
    if ((flags & rowFlags.hasId) === 0) return;
    const transaction = (flags & rowFlags.hasCells) === 0 ? undefined : lookups.read(cellsOf(chunk, row));
    const id = pairAt(columns.id, row);
    if (transaction === undefined) loading.later.defer(tally.later, id);
    else loading.later.note(tally.later, transaction, id);
  }

  /** What SQL has read, but for a look at the row itself. */
  function putSpecial({ chunk, columns }: ReadChunk, row: number, combination: Combination): void {
    special += 1;
    const transaction = lookups.read(cellsOf(chunk, row));
    if (transaction !== undefined)
      addTransaction(loading, tally, transaction, asOf, printsAt(columns, row, combination));
  }

  async function put(read: ReadChunk): Promise<void> {
    const { columns, combinations, records } = read;
    const prints = await printsOf(database, [...records.values()]);
    let odd = 0;
    let from = 0;
    for (let row = 0; row < columns.rows; row += 1) {
      if (isSettled(read, row)) continue;
      putRun(read, from, row);
      from = row + 1;
      const record = records.get(row);
      if (record !== undefined) addTransaction(loading, tally, record, asOf, prints[odd++]);
      const combination = combinations[row];
      if (combination === undefined) continue;
      if (columns.day[row]! > lastDay) noteLater(read, row);
      else putSpecial(read, row, combination);
    }
    putRun(read, from, columns.rows);
  }

  return { put, special: () => special, close: () => noteSpan(tally, span) };
}

function printsAt({ party, id, original }: ChunkColumns, row: number, { words }: Combination) {
  return foreignPrints(pairAt(party, row), pairAt(id, row), pairAt(original, row), words);
}

function pairAt(hashes: Uint32Array, row: number): Fingerprint {
  return { low: hashes[row * 2]!, high: hashes[row * 2 + 1]! };
}
