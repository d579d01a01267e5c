// The whole fingerprints of plain rows, asked for only where several rows of one holder and day carry one 流水号.
import { type Day, daySerial } from '../../model/day.js';
import { hash64 } from '../hash-index.js';
import type { Loading } from '../loading.js';
import type { Tape } from '../tape.js';
import { chunkReader } from './chunk-columns.js';
import type { Database } from './database.js';
import { nobody } from './holding.js';
import { addPlainRows } from './plain-row.js';
import type { BulkOutcome } from './read-bulk.js';
import { wantedQuery } from './row-query.js';

/** Sources that DuckDB has read, by their index. */
export type BulkOutcomes = ReadonlyMap<number, BulkOutcome>;

/** Completes the fingerprints of the rows (ascending) that have none but that of their 流水号. */
export async function identify(
  database: Database,
  { tape, sources }: Loading,
  outcomes: BulkOutcomes,
  rows: readonly number[],
  asOf: Day,
): Promise<void> {
  for (const [index, outcome] of outcomes) {
    const from = sources[index]!.start;
    const to = sources[index + 1]?.start ?? tape.rows;
    const open = rows.filter((row) => row >= from && row < to && isOpen(tape, row));
    if (open.length > 0) await identifyIn(database, tape, outcome, open, asOf);
  }
}

function isOpen(tape: Tape, row: number): boolean {
  return tape.low[row] === tape.idLow[row] && tape.high[row] === tape.idHigh[row];
}

/** Each row that is found is put on the tape for a moment, to be compared with those that wait: of equal ones any will do. */
async function identifyIn(
  database: Database,
  tape: Tape,
  { file, lookups }: BulkOutcome,
  open: readonly number[],
  asOf: Day,
): Promise<void> {
  const lastDay = daySerial(asOf);
  const ids = new Set(open.map((row) => hash64(tape.idLow[row]!, tape.idHigh[row]!)));
  const wanted = [...ids].map((id) => [id] as const);
  await database.fill('wanted', { id: 'ubigint' }, wanted);
  const read = chunkReader(file, 'apart');
  const waiting = new Map<string, number[]>();
  for (const row of open) {
    const key = contentKey(tape, row);
    waiting.set(key, [...(waiting.get(key) ?? []), row]);
  }
  for await (const chunk of database.stream(wantedQuery(file, lookups.combinations.known))) {
    const columns = read(chunk);
    const holders = await lookups.holding.of(columns, file);
    const found = Array.from(columns.slot, (slot) => lookups.combinations.bySlot[slot]);
    for (let at = 0; at < chunk.rows; at += 1) {
      if (columns.day[at]! > lastDay || holders.customers[at] === nobody) continue;
      addPlainRows(tape, lookups, columns, holders, found, [at, at + 1]);
      tape.rows -= 1;
      const row = waiting.get(contentKey(tape, tape.rows))?.pop();
      if (row === undefined) continue;
      tape.low[row] = tape.low[tape.rows]!;
      tape.high[row] = tape.high[tape.rows]!;
    }
  }
}

/** Everything that the tape knows of a row, but for its fingerprint. */
function contentKey(tape: Tape, row: number): string {
  const { idLow, idHigh, customer, account, day, time, amount, bits } = tape;
  return [idLow, idHigh, customer, account, day, time, amount, bits].map((column) => column[row]).join(' ');
}
