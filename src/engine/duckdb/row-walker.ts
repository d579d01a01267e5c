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
import { addPlainRow, newSpan, notePlainRow, noteSpan } from './plain-row.js';
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
  let special = 0;

  function isOdd(columns: ChunkColumns, row: number): boolean {
    return (columns.flags[row]! & rowFlags.isOdd) !== 0;
  }

  function combinationAt(chunk: Chunk, columns: ChunkColumns, row: number): Combination | undefined {
    if ((columns.flags[row]! & rowFlags.hasCells) === 0) return combinations.bySlot[columns.slot[row]!];
    const [low, high] = [columns.partyName[row * 2]!, columns.partyName[row * 2 + 1]!];
    return combinations.of(low, high, columns.amount[row]!, () => read(cellsOf(chunk, row)));
  }

  function put(columns: ChunkColumns, row: number, holders: RowHolders, combination: Combination): void {
    notePlainRow(tally, span, columns, row, combination);
    addPlainRow(tape, lookups, columns, row, holders, combination);
  }

  function takePlain(chunk: Chunk, columns: ChunkColumns, row: number, holders: RowHolders): void {
    const combination = combinationAt(chunk, columns, row)!;
    accounts.takePlain(columns, row, combination);
    if (columns.day[row]! > lastDay) tally.future += 1;
    else put(columns, row, holders, combination);
  }

  function takeSpecial(
    chunk: Chunk,
    columns: ChunkColumns,
    row: number,
    holders: RowHolders,
    combination: Combination,
  ): void {
    // Words that the sample has not shown may still settle a row.
    if ((columns.flags[row]! & combination.special) === 0) {
      put(columns, row, holders, combination);
      return;
    }
    special += 1;
    const transaction = read(cellsOf(chunk, row));
    if (transaction !== undefined)
      addTransaction(loading, tally, transaction, asOf, printsAt(columns, row, combination));
  }

  /** Row accounting and control totals need the rows in their order, the tape needs the fingerprints of odd rows: two walks. */
  async function takeMixed(chunk: Chunk, columns: ChunkColumns, holders: RowHolders): Promise<void> {
    const found: (Combination | undefined)[] = new Array(columns.rows);
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
    const prints = await printsOf(database, [...records.values()]);
    let odd = 0;
    for (let row = 0; row < columns.rows; row += 1) {
      const combination = found[row];
      const record = records.get(row);
      if (record !== undefined) addTransaction(loading, tally, record, asOf, prints[odd++]);
      if (combination === undefined) continue;
      if (columns.day[row]! > lastDay) tally.future += 1;
      else if ((columns.flags[row]! & rowFlags.hasCells) === 0) put(columns, row, holders, combination);
      else takeSpecial(chunk, columns, row, holders, combination);
    }
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
    if (isMixed) await takeMixed(chunk, columns, holders);
    else for (let row = 0; row < columns.rows; row += 1) takePlain(chunk, columns, row, holders);
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
