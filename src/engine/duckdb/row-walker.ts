// The chunks of one file in their order: every row is accounted for, by SQL's numbers or by the row reader, and goes onto the tape.
import type { Walk } from '../../exports/bulk.js';
import type { Transaction } from '../../model/transaction.js';
import { reserveRows } from '../tape.js';
import { type ChunkColumns, cellsOf, chunkReader, rowFlags } from './chunk-columns.js';
import { chunkPlacing, type ReadChunk } from './chunk-placing.js';
import type { Combination } from './combination.js';
import type { Chunk, Database } from './database.js';
import { nobody, type RowHolders } from './holding.js';
import type { Lookups } from './lookups.js';
import { cellsOfNobodies } from './nobodies.js';
import type { BulkLoad } from './read-bulk.js';
import { type Counts, rowAccounts } from './row-accounts.js';
import type { BookingFile } from './row-shape.js';

export interface RowWalker {
  /** False where too little of the file can be read this way for it to be worth while. */
  take(chunk: Chunk): Promise<boolean>;
  counts(): Counts;
  /** To be called behind the last chunk. */
  close(): Promise<void>;
}

const noRecords: ReadChunk['records'] = new Map();

const enoughRows = 50_000;
/** Of a row, as long as none has been seen. */
const usualBytes = 100;

export function rowWalker(
  load: BulkLoad,
  file: BookingFile,
  fileBytes: number,
  walk: Walk,
  database: Database,
  lookups: Lookups,
): RowWalker {
  const { tape } = load.loading;
  const { holding, combinations, read } = lookups;
  const placing = chunkPlacing(load, database, lookups);
  const nobodies = cellsOfNobodies(database, file);
  const columnsOf = chunkReader(file);
  const accounts = rowAccounts(walk, file);
  const { counts } = accounts;
  /** Of the rows of the chunk that SQL has read. */
  const found: (Combination | undefined)[] = [];

  function isOdd(columns: ChunkColumns, row: number): boolean {
    return (columns.flags[row]! & rowFlags.isOdd) !== 0;
  }

  function combinationAt(chunk: Chunk, columns: ChunkColumns, row: number): Combination | undefined {
    if ((columns.flags[row]! & rowFlags.hasCells) === 0) return combinations.bySlot[columns.slot[row]!];
    const [low, high] = [columns.partyName[row * 2]!, columns.partyName[row * 2 + 1]!];
    return combinations.of(low, high, columns.amount[row]!, () => read(cellsOf(chunk, row)));
  }

  /** The accounts of a chunk that SQL has read to the end. */
  function accountPlain(columns: ChunkColumns): void {
    for (let row = 0; row < columns.rows; row += 1) {
      const combination = combinations.bySlot[columns.slot[row]!]!;
      found[row] = combination;
      accounts.takePlain(columns, row, combination);
    }
  }

  /** The accounts of any chunk, in the order of its rows; gives the bookings that only the row reader could read, by row. */
  async function accountMixed(chunk: Chunk, columns: ChunkColumns, holders: RowHolders): Promise<ReadChunk['records']> {
    const records = new Map<number, Transaction>();
    for (let row = 0; row < columns.rows; row += 1) {
      const odd = isOdd(columns, row)
        ? cellsOf(chunk, row)
        : holders.customers[row] === nobody
          ? await nobodies.next()
          : undefined;
      const combination = odd === undefined ? combinationAt(chunk, columns, row) : undefined;
      found[row] = combination;
      if (combination !== undefined) {
        accounts.takePlain(columns, row, combination);
        continue;
      }
      const record = accounts.takeOdd(odd ?? cellsOf(chunk, row));
      if (record !== undefined) records.set(row, record);
    }
    return records;
  }

  function hasNobody(columns: ChunkColumns, holders: RowHolders): boolean {
    if (!holding.hasNobody()) return false;
    for (let row = 0; row < columns.rows; row += 1)
      if (!isOdd(columns, row) && holders.customers[row] === nobody) return true;
    return false;
  }

  async function take(chunk: Chunk): Promise<boolean> {
    const columns = columnsOf(chunk);
    const holders = await holding.of(columns, file);
    if (tape.rows + columns.rows > tape.customer.length) reserveRows(tape, rowsLeft(columns.rows));
    let flags = 0;
    for (let row = 0; row < columns.rows; row += 1) flags |= columns.flags[row]!;
    const isMixed = (flags & rowFlags.hasCells) !== 0 || hasNobody(columns, holders);
    if (!isMixed) accountPlain(columns);
    const records = isMixed ? await accountMixed(chunk, columns, holders) : noRecords;
    await placing.put({ chunk, columns, holders, combinations: found, records });
    return counts.rows < enoughRows || (counts.odd + placing.special()) * 2 < counts.rows;
  }

  /** From the length of the rows so far, and a little more. */
  function rowsLeft(least: number): number {
    const perRow = counts.rows === 0 ? usualBytes : counts.bytes / counts.rows;
    return Math.max(least, Math.ceil(((fileBytes - counts.bytes) / perRow) * 1.02));
  }

  async function close(): Promise<void> {
    accounts.pass();
    placing.close();
    await nobodies.close();
  }

  return { take, counts: () => counts, close };
}
