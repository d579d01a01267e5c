// One text file, from the first look at it to the first of its rows.
import type { BulkReading } from '../../exports/bulk.js';
import { newTally } from '../../exports/export.js';
import { type Utf8File, utf8File } from '../../exports/utf8-file.js';
import type { Rules } from '../../model/rules.js';
import type { Transaction } from '../../model/transaction.js';
import type { BulkMachine } from '../activity.js';
import { type Combinations, loadCombinations } from './combinations.js';
import type { Chunk, Database } from './database.js';
import { rowQuery } from './row-query.js';
import { type BookingFile, bookingFile } from './row-shape.js';

/** A file whose rows are under way. */
export interface BulkStart {
  readonly text: Utf8File;
  readonly file: BookingFile;
  readonly combinations: Combinations;
  /** A booking of cells, without any account of them. */
  read(cells: readonly string[]): Transaction | undefined;
  /** What `chunks` gave first: with it DuckDB began, and goes on by itself until so much waits as it may keep. */
  readonly first: Promise<IteratorResult<Chunk>>;
  readonly chunks: AsyncGenerator<Chunk>;
}

/** undefined where the file must be left to the row reader altogether. */
export async function beginBulk(
  database: Database,
  reading: BulkReading,
  rules: Rules,
  { newFile }: Pick<BulkMachine, 'newFile'>,
): Promise<BulkStart | undefined> {
  const text = bookingFile(reading, '') && (await utf8File(reading.text, reading.dataLine, newFile));
  const file = text && bookingFile(reading, text.path);
  if (text === undefined || file === undefined) return undefined;
  const scratch = reading.begin(newTally()).rows;
  const read = (cells: readonly string[]) => scratch.take({ line: 0, cells }) as Transaction | undefined;
  const combinations = await loadCombinations(database, file, rules, read);
  const chunks = database.stream(rowQuery(file, combinations.known));
  const first = chunks.next();
  // Whoever waits for it hears of a fault; until then it is not unhandled.
  first.catch(() => {});
  return { text, file, combinations, read, first, chunks };
}
