// One text file, cut and read by DuckDB, onto the tape. Rows that SQL cannot settle alone are taken by the row reader, in their order.
import { newTally, type ReadTally } from '../../exports/export.js';
import type { Utf8File } from '../../exports/utf8-file.js';
import type { Day } from '../../model/day.js';
import { UserError } from '../../model/errors.js';
import type { BulkSource } from '../activity.js';
import type { Loading } from '../loading.js';
import type { Tally } from '../tally.js';
import type { BulkStart } from './begin-bulk.js';
import type { Database } from './database.js';
import type { Holding } from './holding.js';
import type { Lookups } from './lookups.js';
import type { OtherParties } from './other-parties.js';
import type { Counts } from './row-accounts.js';
import type { BookingFile } from './row-shape.js';
import { rowWalker } from './row-walker.js';

/** What one walk leaves behind; put in force only when all sources could be read. */
export interface BulkOutcome {
  readonly tally: ReadTally;
  readonly refusal: UserError | undefined;
  readonly file: BookingFile;
  readonly lookups: Lookups;
}

/** A file being put on the tape. */
export interface BulkLoad {
  readonly source: BulkSource;
  readonly loading: Loading;
  readonly tally: Tally;
  parties(): Promise<OtherParties>;
  holdings(file: BookingFile): Promise<Holding>;
  readonly asOf: Day;
}

/** undefined where the file must be left to the row reader altogether. */
export async function readBulk(
  database: Database,
  load: BulkLoad,
  { text, file, combinations, read, first, chunks }: BulkStart,
): Promise<BulkOutcome | undefined> {
  const { reading, onRead } = load.source;
  const asked = [first, load.holdings(file), combinations.askParty ? load.parties() : undefined] as const;
  // Where one of them fails, the database must not be closed under the others.
  await Promise.allSettled(asked);
  const [begun, holding, isOther] = await Promise.all(asked);
  const tally = newTally();
  const lookups = { holding, combinations, isOther, read };
  const outcome = { tally, file, lookups };
  const walk = reading.begin(tally);
  const walker = rowWalker(load, file, text.bytes, walk, database, lookups);
  let isNumbered = false;
  try {
    for (let next = begun; next.done !== true; next = await chunks.next()) {
      if (!(await walker.take(next.value))) return undefined;
      onRead(tally.read, walker.counts().bytes, text.bytes);
    }
    const blank = await blankLines(text, walker.counts(), reading.text.lineEnds[0] ?? '\n');
    if (blank === undefined || walk.rows.hasMoved()) return undefined;
    isNumbered = true;
    tally.blank += blank;
    tally.read += blank;
    await walker.close();
    walk.end();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    // The row that refuses the file is named by its line.
    if (!isNumbered && (await text.countEmptyLines()) > 0) return undefined;
    return { ...outcome, refusal: error };
  }
  return { ...outcome, refusal: undefined };
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
