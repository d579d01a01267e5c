// The chunks of one file in their order: plain rows go straight onto the tape, all others through the row reader.
import type { Walk } from '../../exports/bulk.js';
import { daySerial } from '../../model/day.js';
import type { Transaction } from '../../model/transaction.js';
import { addTransaction } from '../loading.js';
import { reserveRows } from '../tape.js';
import { type ChunkColumns, cellsOf, chunkReader, rowFlags } from './chunk-columns.js';
import type { Combination } from './combination.js';
import type { Chunk, Database } from './database.js';
import { nobody, type RowHolders } from './holding.js';
import type { Lookups } from './lookups.js';
import { cellsOfNobodies } from './nobodies.js';
import { foreignPrints, printsOf } from './particulars.js';
import { addPlainRows, newSpan, notePlainRow, noteSpan } from './plain-row.js';
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

/** Bookings by their row. */
type Records = ReadonlyMap<number, Transaction>;
const noRecords: Records = new Map();

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
  const { loading, tally, asOf } = load;
  const { tape } = loading;
  const { holding, combinations, read } = lookups;
  const nobodies = cellsOfNobodies(database, file);
  const columnsOf = chunkReader(file);
  const accounts = rowAccounts(walk, file);
  const { counts } = accounts;
  const span = newSpan();
  const lastDay = daySerial(asOf);
  /** Of the rows of the chunk that SQL has read. */
  const found: (Combination | undefined)[] = [];
  let special = 0;

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
  async function accountMixed(chunk: Chunk, columns: ChunkColumns, holders: RowHolders): Promise<Records> {
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

  /** The row goes onto the tape without another look at it. Words that the sample has not shown may still settle one that has cells. */
  function isSettled(columns: ChunkColumns, row: number): boolean {
    const combination = found[row];
    if (combination === undefined || columns.day[row]! > lastDay) return false;
    const flags = columns.flags[row]!;
    return (flags & rowFlags.hasCells) === 0 || (flags & combination.special) === 0;
  }

  function putRun(columns: ChunkColumns, holders: RowHolders, from: number, to: number): void {
    for (let row = from; row < to; row += 1) notePlainRow(tally, span, columns, row, found[row]!);
    addPlainRows(tape, lookups, columns, holders, found, [from, to]);
  }

  /** What SQL has read, but for a look at the row itself. */
  function putSpecial(chunk: Chunk, columns: ChunkColumns, row: number, combination: Combination): void {
    if (columns.day[row]! > lastDay) {
      tally.future += 1;
      return;
    }
    special += 1;
    const transaction = read(cellsOf(chunk, row));
    if (transaction !== undefined)
      addTransaction(loading, tally, transaction, asOf, printsAt(columns, row, combination));
  }

  /** The rows of a chunk onto the tape, in their order. */
  async function put(chunk: Chunk, columns: ChunkColumns, holders: RowHolders, records: Records): Promise<void> {
    const prints = await printsOf(database, [...records.values()]);
    let odd = 0;
    let from = 0;
    for (let row = 0; row < columns.rows; row += 1) {
      if (isSettled(columns, row)) continue;
      putRun(columns, holders, from, row);
      from = row + 1;
      const record = records.get(row);
      if (record !== undefined) addTransaction(loading, tally, record, asOf, prints[odd++]);
      const combination = found[row];
      if (combination !== undefined) putSpecial(chunk, columns, row, combination);
    }
    putRun(columns, holders, from, columns.rows);
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
    await put(chunk, columns, holders, records);
    return counts.rows < enoughRows || (counts.odd + special) * 2 < counts.rows;
  }

  /** From the length of the rows so far, and a little more. */
  function rowsLeft(least: number): number {
    const perRow = counts.rows === 0 ? usualBytes : counts.bytes / counts.rows;
    return Math.max(least, Math.ceil(((fileBytes - counts.bytes) / perRow) * 1.02));
  }

  async function close(): Promise<void> {
    accounts.pass();
    noteSpan(tally, span);
    await nobodies.close();
  }

  return { take, counts: () => counts, close };
}

function printsAt(columns: ChunkColumns, row: number, { words }: Combination) {
  const pair = (hashes: Uint32Array) => ({ low: hashes[row * 2]!, high: hashes[row * 2 + 1]! });
  return foreignPrints(pair(columns.party), pair(columns.id), pair(columns.original), words);
}
