// The whole fingerprints of plain rows, asked for only where several rows carry one 流水号.
import { type Day, daySerial } from '../../model/day.js';
import type { Loading } from '../loading.js';
import type { Tape } from '../tape.js';
import type { Database } from './database.js';
import { hash64 } from './hash-index.js';
import { unitedHigh, unitedLow } from './particulars.js';
import type { BulkOutcome } from './read-bulk.js';
import { particularsQuery } from './row-query.js';

/** A source that DuckDB has read, by its index. */
export type BulkOutcomes = ReadonlyMap<number, BulkOutcome>;

/** Completes the fingerprints of the rows (ascending) that have none but that of their 流水号. */
export async function identify(
  database: Database,
  loading: Loading,
  outcomes: BulkOutcomes,
  rows: readonly number[],
  asOf: Day,
): Promise<void> {
  const { tape, sources } = loading;
  for (const [index, outcome] of outcomes) {
    const from = sources[index]!.start;
    const to = sources[index + 1]?.start ?? tape.rows;
    const open = rows.filter((row) => row >= from && row < to && isOpen(tape, row));
    if (open.length > 0) await identifyIn(database, tape, outcome, waitingRows(tape, open, from, to), asOf);
  }
}

function isOpen(tape: Tape, row: number): boolean {
  return tape.low[row] === tape.idLow[row] && tape.high[row] === tape.idHigh[row];
}

/** The open rows from `from` up to `to` (exclusive) that carry a 流水号 of `wanted`, in their order, by that. */
function waitingRows(
  tape: Tape,
  wanted: readonly number[],
  from: number,
  to: number,
): ReadonlyMap<bigint, readonly number[]> {
  const lows = new Set(wanted.map((row) => tape.idLow[row]!));
  const waiting = new Map<bigint, number[]>(wanted.map((row) => [idOf(tape, row), []]));
  for (let row = from; row < to; row += 1)
    if (lows.has(tape.idLow[row]!) && isOpen(tape, row)) waiting.get(idOf(tape, row))?.push(row);
  return waiting;
}

function idOf(tape: Tape, row: number): bigint {
  return hash64(tape.idLow[row]!, tape.idHigh[row]!);
}

/** The rows of one file with the same 流水号 stand on the tape in the order in which the query finds them. */
async function identifyIn(
  database: Database,
  tape: Tape,
  { file, known, combinations }: BulkOutcome,
  waiting: ReadonlyMap<bigint, readonly number[]>,
  asOf: Day,
): Promise<void> {
  await database.fill(
    'wanted',
    { id: 'ubigint' },
    [...waiting.keys()].map((id) => [id] as const),
  );
  const taken = new Map<bigint, number>();
  for await (const chunk of database.stream(particularsQuery(file, known, daySerial(asOf)))) {
    const [ids, particulars, hashes] = [chunk.hashes(0), chunk.hashes(1), chunk.hashes(2)];
    for (let at = 0; at < chunk.rows; at += 1) {
      const id = hash64(ids[at * 2]!, ids[at * 2 + 1]!);
      const nth = taken.get(id) ?? 0;
      taken.set(id, nth + 1);
      const row = waiting.get(id)![nth]!;
      const { words } = combinations.at(hashes[at * 2]!, hashes[at * 2 + 1]!, 0, () => undefined)!;
      tape.low[row] = unitedLow(particulars[at * 2]!, words);
      tape.high[row] = unitedHigh(particulars[at * 2 + 1]!, words);
    }
  }
}
