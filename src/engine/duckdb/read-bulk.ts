// One text file, cut and read by DuckDB, onto the tape. Rows that SQL cannot settle alone are taken by the row reader, in their order.
import type { Walk } from '../../exports/bulk.js';
import { newTally, type ReadTally } from '../../exports/export.js';
import type { RawRow } from '../../exports/table.js';
import { type Utf8File, utf8File } from '../../exports/utf8-file.js';
import { type Day, dayFromSerial, daySerial } from '../../model/day.js';
import { UserError } from '../../model/errors.js';
import type { Rules } from '../../model/rules.js';
import type { Transaction } from '../../model/transaction.js';
import type { BulkSource } from '../activity.js';
import { addTransaction, type Loading, type Tally } from '../loading.js';
import { hasId, isCredit, reserveRow } from '../tape.js';
import { type Combination, combinationReader } from './combination.js';
import type { Chunk, Database } from './database.js';
import { type HashIndex, hashIndex } from './hash-index.js';
import { printsOf, unitedHigh, unitedLow } from './particulars.js';
import { type RowShape, resultColumns, rowFlags, rowQuery, shapeOf } from './row-query.js';

/** What one walk leaves behind; put in force only when all sources could be read. */
export interface BulkOutcome {
  readonly tally: ReadTally;
  readonly refusal: UserError | undefined;
}

/** Customers and accounts by the hash of both; shared by all files, since they are the same everywhere. */
export interface Holding {
  readonly index: HashIndex;
  readonly customers: number[];
  readonly accounts: number[];
}

export function newHolding(): Holding {
  return { index: hashIndex(), customers: [], accounts: [] };
}

/** undefined where the file must be left to the row reader altogether. */
export async function readBulk(
  database: Database,
  source: BulkSource,
  loading: Loading,
  tally: Tally,
  holding: Holding,
  rules: Rules,
  asOf: Day,
): Promise<BulkOutcome | undefined> {
  const { reading } = source;
  const shape = shapeOf(reading);
  const file = shape && (await utf8File(reading.text, reading.dataLine, source.machine.newFile));
  if (shape === undefined || file === undefined) return undefined;
  const read = newTally();
  const walk = reading.begin(read);
  const walker = rowWalker(source, shape, loading, tally, walk, holding, rules, asOf);
  const isPadded = reading.sample().some((cells) => cells.some((cell) => cell !== cell.trim()));
  let refusal: UserError | undefined;
  try {
    for await (const chunk of database.stream(rowQuery(reading, shape, file.path, isPadded))) {
      if (!(await walker.take(chunk, database))) return undefined;
      source.onRows(read.read);
    }
    const blank = await blankLines(file, walker.counts(), reading.text.lineEnds[0] ?? '\n');
    if (blank === undefined || walk.rows.hasMoved()) return undefined;
    read.blank += blank;
    read.read += blank;
    walker.close();
    walk.end();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    refusal = error;
  }
  return { tally: read, refusal };
}

interface Counts {
  readonly rows: number;
  readonly odd: number;
  /** All bytes of the rows, delimiters and line ends included. */
  readonly bytes: number;
  readonly quotes: number;
}

/** DuckDB passes over empty lines; undefined where bytes are missing that empty lines do not explain, or where lines cannot be numbered. */
async function blankLines(file: Utf8File, counts: Counts, lineEnd: string): Promise<number | undefined> {
  const wrapping = file.quotes - counts.quotes;
  const lastEnd = file.lastLineEnds > 0 ? 0 : lineEnd.length;
  const left = file.bytes + lastEnd - wrapping - counts.bytes;
  const atEnd = Math.max(0, file.lastLineEnds - 1);
  if (left === atEnd * lineEnd.length) return atEnd;
  const empty = left > 0 ? await file.countEmptyLines() : 0;
  return left === empty * lineEnd.length && counts.odd === 0 ? empty : undefined;
}

interface RowWalker {
  /** False where too little of the file can be read this way for it to be worth while. */
  take(chunk: Chunk, database: Database): Promise<boolean>;
  counts(): Counts;
  close(): void;
}

const enoughRows = 50_000;

function rowWalker(
  { reading }: BulkSource,
  shape: RowShape,
  loading: Loading,
  tally: Tally,
  walk: Walk,
  holding: Holding,
  rules: Rules,
  asOf: Day,
): RowWalker {
  const { tape, writer, finder } = loading;
  const scratch = reading.begin(newTally()).rows;
  const combine = combinationReader(rules);
  const combinations: (Combination | undefined)[] = [];
  const known = hashIndex();
  const lastDay = daySerial(asOf);
  const { width, delimiter, dataLine } = reading;
  const lineEndBytes = (reading.text.lineEnds[0] ?? '\n').length;
  const delimiterBytes = Buffer.byteLength(delimiter);
  const accountColumn = reading.columns.find(({ name }) => name === 'acctNo')?.index;
  const customerColumn = reading.columns.find(({ name }) => name === 'custNo')?.index;
  const sums = { D: 0, C: 0, cny: 0 };
  const days = { from: Number.POSITIVE_INFINITY, to: Number.NEGATIVE_INFINITY };
  const counts = { rows: 0, odd: 0, bytes: 0, quotes: 0 };
  let plain = 0;
  let special = 0;

  function cellsOf(chunk: Chunk, row: number): string[] {
    const cells: string[] = [];
    for (let at = 0; at <= width; at += 1) {
      const cell = chunk.text(resultColumns.cells + at, row);
      if (cell === null) break;
      cells.push(cell);
    }
    return cells;
  }

  function passPlain(): void {
    const direction = (of: 'D' | 'C') => (shape.hasDirection ? { amount: sums[of], dc: of } : { amount: sums[of] });
    const values =
      shape.amounts === 'single' ? [direction('D'), direction('C')] : [{ expense: sums.D }, { income: sums.C }];
    walk.rows.pass(plain, [...values, { amountCny: sums.cny }]);
    plain = 0;
    sums.D = 0;
    sums.C = 0;
    sums.cny = 0;
  }

  /** undefined for words that the row reader refuses. */
  function combinationAt(
    chunk: Chunk,
    row: number,
    low: number,
    high: number,
    amount: number,
  ): Combination | undefined {
    const number = known.claim(low, high);
    if (number >= 0) return combinations[number];
    const first = scratch.take({ line: 0, cells: cellsOf(chunk, row) }) as Transaction | undefined;
    const combination = first === undefined ? undefined : combine(first, amount);
    combinations.push(combination);
    return combination;
  }

  function holderAt(chunk: Chunk, row: number, low: number, high: number): number {
    const number = holding.index.claim(low, high);
    if (number >= 0) return number;
    const textAt = (column: number | undefined) => {
      const text = column === undefined ? null : chunk.text(resultColumns.cells + column, row);
      return text === null ? undefined : idText(text);
    };
    const transaction = { acctNo: textAt(accountColumn), custNo: textAt(customerColumn) };
    const account = writer.holders.accountOf(transaction);
    holding.accounts.push(account);
    holding.customers.push(writer.holders.customerOf(transaction, account));
    return holding.accounts.length - 1;
  }

  async function take(chunk: Chunk, database: Database): Promise<boolean> {
    const { rows } = chunk;
    const [flags, bytes] = [chunk.ints(resultColumns.flags), chunk.ints(resultColumns.bytes)];
    const [day, time] = [chunk.ints(resultColumns.day), chunk.ints(resultColumns.time)];
    const amounts = chunk.doubles(resultColumns.amount);
    const cnyAmounts = chunk.doubles(resultColumns.cnyAmount);
    const combined = chunk.hashes(resultColumns.combination);
    const holders = chunk.hashes(resultColumns.holder);
    const ids = chunk.hashes(resultColumns.id);
    const originals = chunk.hashes(resultColumns.original);
    const particulars = chunk.hashes(resultColumns.particulars);
    const found: (Combination | undefined)[] = new Array(rows);
    const odd = new Map<number, Transaction>();
    for (let row = 0; row < rows; row += 1) {
      const isOdd = (flags[row]! & rowFlags.isOdd) !== 0;
      const amount = amounts[row]!;
      const combination = isOdd
        ? undefined
        : combinationAt(chunk, row, combined[row * 2]!, combined[row * 2 + 1]!, amount);
      found[row] = combination;
      if (combination === undefined) takeOdd(chunk, row, odd);
      else {
        plain += 1;
        sums[(combination.bits & isCredit) === 0 ? 'D' : 'C'] += amount;
        sums.cny += cnyAmounts[row]!;
        counts.bytes += bytes[row]! + (width - 1) * delimiterBytes + lineEndBytes;
      }
      counts.rows += 1;
    }
    const toPrint = [...odd].filter(([, { txnDate }]) => txnDate <= asOf);
    const prints = await printsOf(
      database,
      toPrint.map(([, transaction]) => transaction),
    );
    const printOf = new Map(toPrint.map(([row], at) => [row, prints[at]!]));
    for (let row = 0; row < rows; row += 1) {
      const combination = found[row];
      if (combination === undefined) {
        const transaction = odd.get(row);
        if (transaction !== undefined) addTransaction(loading, tally, transaction, asOf, printOf.get(row));
        continue;
      }
      if (day[row]! > lastDay) {
        tally.future += 1;
        continue;
      }
      const low = unitedLow(particulars[row * 2]!, combination.words);
      const high = unitedHigh(particulars[row * 2 + 1]!, combination.words);
      if ((flags[row]! & combination.special) !== 0 || combination.special < 0) {
        special += 1;
        const transaction = scratch.take({ line: 0, cells: cellsOf(chunk, row) }) as Transaction;
        addTransaction(loading, tally, transaction, asOf, {
          row: { low, high },
          id: { low: ids[row * 2]!, high: ids[row * 2 + 1]! },
          orig: { low: originals[row * 2]!, high: originals[row * 2 + 1]! },
        });
        continue;
      }
      const holder = holderAt(chunk, row, holders[row * 2]!, holders[row * 2 + 1]!);
      const identified = (flags[row]! & rowFlags.hasId) !== 0;
      const amount = amounts[row]! * combination.sign;
      const at = reserveRow(tape);
      tape.customer[at] = holding.customers[holder]!;
      tape.account[at] = holding.accounts[holder]!;
      tape.day[at] = day[row]!;
      tape.time[at] = time[row]!;
      tape.amount[at] = amount;
      tape.bits[at] = identified ? combination.bits | hasId : combination.bits;
      tape.text[at] = -1;
      tape.idLow[at] = ids[row * 2]!;
      tape.idHigh[at] = ids[row * 2 + 1]!;
      tape.low[at] = low;
      tape.high[at] = high;
      if (day[row]! < days.from) days.from = day[row]!;
      if (day[row]! > days.to) days.to = day[row]!;
      if ((combination.bits & isCredit) === 0) {
        if (amount > 0) tally.positiveDebits += 1;
        else if (amount < 0 && combination.isNormal) tally.negativeDebits += 1;
      }
      if (writer.origOf.size > 0) writer.forgetOriginal(at);
      if (finder.isDuplicate()) tally.duplicate += 1;
      else {
        tape.rows += 1;
        if (!identified) tally.withoutId += 1;
      }
    }
    return counts.rows < enoughRows || (counts.odd + special) * 2 < counts.rows;
  }

  function takeOdd(chunk: Chunk, row: number, odd: Map<number, Transaction>): void {
    const raw: RawRow = { line: dataLine + counts.rows, cells: cellsOf(chunk, row) };
    passPlain();
    const record = walk.rows.take(raw) as Transaction | undefined;
    if (record !== undefined) odd.set(row, record);
    counts.odd += 1;
    counts.bytes += (raw.cells.length - 1) * delimiterBytes + lineEndBytes;
    for (const cell of raw.cells) {
      counts.bytes += Buffer.byteLength(cell as string);
      counts.quotes += (cell as string).split('"').length - 1;
    }
  }

  function close(): void {
    passPlain();
    if (days.from > days.to) return;
    const [from, to] = [dayFromSerial(days.from), dayFromSerial(days.to)];
    if (tally.from === undefined || from < tally.from) tally.from = from;
    if (tally.to === undefined || to > tally.to) tally.to = to;
  }

  return { take, counts: () => counts, close };
}

/** A cell of a plain row as an id. */
function idText(cell: string): string | undefined {
  const text = cell.trim();
  return /\d/.test(text) ? text : undefined;
}
