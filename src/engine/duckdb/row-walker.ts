// The chunks of one file in their order: plain rows go straight onto the tape, all others through the row reader.
import type { Walk } from '../../exports/bulk.js';
import { newTally } from '../../exports/export.js';
import { daySerial } from '../../model/day.js';
import type { Transaction } from '../../model/transaction.js';
import { addTransaction } from '../loading.js';
import type { ForeignPrints } from '../row-writer.js';
import { type ChunkColumns, cellsOf, columnsOf } from './chunk-columns.js';
import { type Combination, combinationReader } from './combination.js';
import type { Chunk, Database } from './database.js';
import { hashIndex } from './hash-index.js';
import { holdingNumber } from './holding.js';
import { printsOf, unitedHigh, unitedLow } from './particulars.js';
import { addPlainRow, newSpan, noteSpan } from './plain-row.js';
import { plainSums } from './plain-sums.js';
import type { BulkLoad } from './read-bulk.js';
import { type RowShape, resultColumns, rowFlags } from './row-query.js';

export interface Counts {
  readonly rows: number;
  readonly odd: number;
  /** All bytes of the rows, delimiters and line ends included. */
  readonly bytes: number;
  readonly quotes: number;
}

export interface RowWalker {
  /** False where too little of the file can be read this way for it to be worth while. */
  take(chunk: Chunk): Promise<boolean>;
  counts(): Counts;
  /** To be called behind the last chunk. */
  close(): void;
}

/** A row that SQL could not settle, with what the row reader made of it: nothing, where it is no booking or was rejected. */
interface OddRow {
  readonly record: Transaction | undefined;
  readonly prints: ForeignPrints | undefined;
}

const enoughRows = 50_000;

export function rowWalker(load: BulkLoad, shape: RowShape, walk: Walk, database: Database): RowWalker {
  const { loading, tally, holding, rules, asOf } = load;
  const { width, delimiter, dataLine, text, columns: fields, begin } = load.source.reading;
  const scratch = begin(newTally()).rows;
  const combine = combinationReader(rules);
  const combinations: (Combination | undefined)[] = [];
  const known = hashIndex();
  const sums = plainSums(walk, shape);
  const span = newSpan();
  const lastDay = daySerial(asOf);
  const delimiterBytes = Buffer.byteLength(delimiter);
  const lineEndBytes = (text.lineEnds[0] ?? '\n').length;
  const indexOf = (field: string) => fields.find(({ name }) => name === field)?.index;
  const [accountAt, customerAt] = [indexOf('acctNo'), indexOf('custNo')];
  const counts = { rows: 0, odd: 0, bytes: 0, quotes: 0 };
  let special = 0;

  const readAside = (chunk: Chunk, row: number) =>
    scratch.take({ line: 0, cells: cellsOf(chunk, row, width) }) as Transaction | undefined;

  /** undefined for words that the row reader refuses. */
  function combinationAt(chunk: Chunk, columns: ChunkColumns, row: number): Combination | undefined {
    if ((columns.flags[row]! & rowFlags.isOdd) !== 0) return undefined;
    const number = known.claim(columns.combination[row * 2]!, columns.combination[row * 2 + 1]!);
    if (number >= 0) return combinations[number];
    const first = readAside(chunk, row);
    const combination = first === undefined ? undefined : combine(first, columns.amount[row]!);
    combinations.push(combination);
    return combination;
  }

  function takeOdd(chunk: Chunk, row: number): Transaction | undefined {
    const cells = cellsOf(chunk, row, width);
    counts.odd += 1;
    counts.bytes += (cells.length - 1) * delimiterBytes + lineEndBytes;
    for (const cell of cells) {
      counts.bytes += Buffer.byteLength(cell);
      counts.quotes += cell.split('"').length - 1;
    }
    sums.pass();
    return walk.rows.take({ line: dataLine + counts.rows, cells }) as Transaction | undefined;
  }

  /** Row accounting and control totals need the rows in their order, the tape needs the fingerprints of odd rows: two walks. */
  async function take(chunk: Chunk): Promise<boolean> {
    const columns = columnsOf(chunk);
    const found: (Combination | undefined)[] = new Array(columns.rows);
    const records = new Map<number, Transaction>();
    for (let row = 0; row < columns.rows; row += 1) {
      const combination = combinationAt(chunk, columns, row);
      found[row] = combination;
      if (combination === undefined) {
        const record = takeOdd(chunk, row);
        if (record !== undefined) records.set(row, record);
      } else {
        sums.add(combination, columns.amount[row]!, columns.cnyAmount[row]!);
        counts.bytes += columns.bytes[row]! + (width - 1) * delimiterBytes + lineEndBytes;
      }
      counts.rows += 1;
    }
    const odd = await withPrints(database, records);
    for (let row = 0; row < columns.rows; row += 1) {
      const combination = found[row];
      if (combination === undefined) putOdd(odd.get(row));
      else if (columns.day[row]! > lastDay) tally.future += 1;
      else put(chunk, columns, row, combination);
    }
    return counts.rows < enoughRows || (counts.odd + special) * 2 < counts.rows;
  }

  function putOdd(odd: OddRow | undefined): void {
    if (odd?.record !== undefined) addTransaction(loading, tally, odd.record, asOf, odd.prints);
  }

  function put(chunk: Chunk, columns: ChunkColumns, row: number, combination: Combination): void {
    if ((columns.flags[row]! & combination.special) !== 0) {
      special += 1;
      const transaction = readAside(chunk, row);
      if (transaction !== undefined)
        addTransaction(loading, tally, transaction, asOf, printsAt(columns, row, combination));
      return;
    }
    const cells = () => [textAt(chunk, accountAt, row), textAt(chunk, customerAt, row)] as const;
    const [low, high] = [columns.holder[row * 2]!, columns.holder[row * 2 + 1]!];
    const number = holdingNumber(holding, loading.writer.holders, low, high, cells);
    const [customer, account] = [holding.customers[number]!, holding.accounts[number]!];
    addPlainRow(loading, tally, span, columns, row, combination, customer, account);
  }

  function close(): void {
    sums.pass();
    noteSpan(tally, span);
  }

  return { take, counts: () => counts, close };
}

async function withPrints(
  database: Database,
  records: ReadonlyMap<number, Transaction>,
): Promise<ReadonlyMap<number, OddRow>> {
  const prints = await printsOf(database, [...records.values()]);
  return new Map([...records].map(([row, record], at) => [row, { record, prints: prints[at] }]));
}

function printsAt(columns: ChunkColumns, row: number, { words }: Combination): ForeignPrints {
  const pair = (hashes: Uint32Array) => ({ low: hashes[row * 2]!, high: hashes[row * 2 + 1]! });
  const { low, high } = pair(columns.particulars);
  return {
    row: { low: unitedLow(low, words), high: unitedHigh(high, words) },
    id: pair(columns.id),
    orig: pair(columns.original),
  };
}

function textAt(chunk: Chunk, column: number | undefined, row: number): string | null {
  return column === undefined ? null : chunk.text(resultColumns.cells + column, row);
}
