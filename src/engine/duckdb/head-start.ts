// What DuckDB can do before anything is known of the customers: it begins to cut and read the first file.
import type { BulkReading } from '../../exports/bulk.js';
import { isPlainUtf8 } from '../../exports/utf8-file.js';
import { once } from '../../model/once.js';
import type { Rules } from '../../model/rules.js';
import type { BulkMachine } from '../activity.js';
import { type BulkStart, beginBulk } from './begin-bulk.js';
import { type Database, openDatabase } from './database.js';

export interface HeadStart {
  /** The rules that the words of the first file were classified by. */
  readonly rules: Rules;
  /** undefined where there is no DuckDB for this machine. */
  readonly database: Promise<Database | undefined>;
  /** The first file; undefined where it is not fit. Rejects as DuckDB does. */
  first(): Promise<BulkStart | undefined>;
  /** Waits for what is under way and leaves nothing running; may be called twice. */
  close(): Promise<void>;
}

/**
 * Begins with the first of `readings`, unless it must be copied first: nobody may want it in the end. DuckDB may read the files of
 * all of them. Never throws.
 */
export function headStart(readings: readonly BulkReading[], rules: Rules, machine: BulkMachine): HeadStart {
  const database = open(readings, machine);
  const reading = readings[0];
  let begun: Promise<BulkStart | undefined> | undefined;
  const first = () => {
    begun ??= database.then((opened) => opened && reading && beginBulk(opened, reading, rules, machine));
    return begun;
  };
  // Whoever asks for it hears of a fault; until then it is not unhandled.
  if (reading !== undefined && isPlainUtf8(reading.text)) first().catch(() => {});
  return {
    rules,
    database,
    first,
    close: once(() => closed(database, begun)),
  };
}

async function open(readings: readonly BulkReading[], machine: BulkMachine): Promise<Database | undefined> {
  const files = readings.flatMap(({ text }) => (typeof text.source === 'string' ? text.source : []));
  try {
    return await openDatabase({ ...machine, folder: await machine.newFile(), files });
  } catch {
    return undefined;
  }
}

/** The database must not be closed under a question. */
async function closed(
  database: HeadStart['database'],
  begun: Promise<BulkStart | undefined> | undefined,
): Promise<void> {
  const start = await begun?.catch(() => undefined);
  await start?.first.catch(() => undefined);
  (await database)?.close();
}
