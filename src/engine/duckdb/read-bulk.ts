// One text file, cut and read by DuckDB, onto the tape. Rows that SQL cannot settle alone are taken by the row reader, in their order.
import { newTally, type ReadTally } from '../../exports/export.js';
import { type Utf8File, utf8File } from '../../exports/utf8-file.js';
import type { Day } from '../../model/day.js';
import { UserError } from '../../model/errors.js';
import type { Rules } from '../../model/rules.js';
import type { BulkSource } from '../activity.js';
import type { Loading, Tally } from '../loading.js';
import type { Database } from './database.js';
import type { Holding } from './holding.js';
import { rowQuery, shapeOf } from './row-query.js';
import { type Counts, rowWalker } from './row-walker.js';

/** What one walk leaves behind; put in force only when all sources could be read. */
export interface BulkOutcome {
  readonly tally: ReadTally;
  readonly refusal: UserError | undefined;
}

/** A file being put on the tape. */
export interface BulkLoad {
  readonly source: BulkSource;
  readonly loading: Loading;
  readonly tally: Tally;
  readonly holding: Holding;
  readonly rules: Rules;
  readonly asOf: Day;
}

/** undefined where the file must be left to the row reader altogether. */
export async function readBulk(database: Database, load: BulkLoad): Promise<BulkOutcome | undefined> {
  const { reading, machine, onRows } = load.source;
  const shape = shapeOf(reading);
  const file = shape && (await utf8File(reading.text, reading.dataLine, machine.newFile));
  if (shape === undefined || file === undefined) return undefined;
  const read = newTally();
  const walk = reading.begin(read);
  const walker = rowWalker(load, shape, walk, database);
  const isPadded = reading.sample().some((cells) => cells.some((cell) => cell !== cell.trim()));
  try {
    for await (const chunk of database.stream(rowQuery(reading, shape, file.path, isPadded))) {
      if (!(await walker.take(chunk))) return undefined;
      onRows(read.read);
    }
    const blank = await blankLines(file, walker.counts(), reading.text.lineEnds[0] ?? '\n');
    if (blank === undefined || walk.rows.hasMoved()) return undefined;
    read.blank += blank;
    read.read += blank;
    walker.close();
    walk.end();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { tally: read, refusal: error };
  }
  return { tally: read, refusal: undefined };
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
