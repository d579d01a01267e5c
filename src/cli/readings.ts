// Recognised exports being read: records out, row accounting and refusals aside.
import type { SourceCounts } from '../engine/activity.js';
import { newTally, type OpenExport, type ReadTally } from '../exports/export.js';
import type { Day } from '../model/day.js';
import { UserError } from '../model/errors.js';
import type { ExportKind, FileIntake } from '../model/intake.js';
import type { RecordOf } from '../model/records.js';
import type { Progress } from './progress.js';

/** One file and what its reading has left behind so far. */
export interface Reading {
  readonly of: OpenExport;
  readonly tally: ReadTally;
  future: number;
  coverage: FileIntake['coverage'];
}

export function newReading(of: OpenExport): Reading {
  return { of, tally: newTally(), future: 0, coverage: null };
}

/** All records of one kind, over its files in their order; undefined = no such export. */
export async function readAll<T extends object>(
  kind: ExportKind,
  readings: readonly Reading[],
  refusals: UserError[],
  progress: Progress,
): Promise<readonly T[] | undefined> {
  const ofKind = readings.filter((reading) => reading.of.kind === kind);
  if (ofKind.length === 0) return undefined;
  const records: T[] = [];
  for (const reading of ofKind)
    for await (const batch of batchesOf<T>(reading, refusals, progress))
      for (const record of batch) records.push(record);
  return records;
}

/** A file read through for its row accounting and its problems. */
export async function readOnly(reading: Reading, refusals: UserError[], progress: Progress): Promise<void> {
  for await (const _ of batchesOf(reading, refusals, progress));
}

/** Before a file is read once more: nothing is counted twice, nothing told twice. */
export function restart({ of, tally }: Reading, refusals: UserError[]): void {
  Object.assign(tally, newTally());
  const others = refusals.filter(
    ({ problems }) => problems.length === 0 || problems.some(({ file }) => file !== of.raw.file),
  );
  refusals.splice(0, refusals.length, ...others);
}

/** The records of one file; a refusal is put aside, so that every file gets its say. */
export async function* batchesOf<T>(
  { of, tally }: Reading,
  refusals: UserError[],
  progress: Progress,
): AsyncGenerator<readonly T[]> {
  try {
    for await (const batch of (of as OpenExport<T>).read(tally)) {
      progress.rows(of.raw.file, tally.read);
      yield batch;
    }
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    refusals.push(error);
  }
}

/** The day of a row that speaks of one; kinds without it have neither future rows nor a coverage of their own. */
const dayOfRow: { readonly [Kind in keyof RecordOf]?: (row: RecordOf[Kind]) => Day | undefined } = {
  balances: ({ dataDate }) => dataDate,
  referrals: ({ registeredAt }) => registeredAt.day,
  contacts: ({ contactedAt }) => contactedAt.day,
  wealthSales: ({ tradeDate }) => tradeDate,
  fundTransactions: ({ confirmDate, applyDate }) => confirmDate ?? applyDate,
  nps: ({ ratedOn }) => ratedOn,
};

/** Rows after asOf are future rows, and the days of the others are the coverage of their file. `rows` are all of the kind. */
export function countFuture(kind: ExportKind, readings: readonly Reading[], rows: readonly unknown[], asOf: Day): void {
  const dayOf = dayOfRow[kind] as ((row: unknown) => Day | undefined) | undefined;
  if (dayOf === undefined) return;
  let start = 0;
  for (const reading of readings.filter(({ of }) => of.kind === kind)) {
    const end = Math.min(rows.length, start + reading.tally.records);
    let future = 0;
    let from: Day | undefined;
    let to: Day | undefined;
    for (; start < end; start += 1) {
      const day = dayOf(rows[start]);
      if (day === undefined) continue;
      if (day > asOf) {
        future += 1;
        continue;
      }
      if (from === undefined || day < from) from = day;
      if (to === undefined || day > to) to = day;
    }
    reading.future = future;
    reading.coverage = from === undefined || to === undefined ? null : { from, to };
  }
}

/** Each 数据日期 of balances and customers once. */
export function snapshotDays(raw: ReadonlyMap<ExportKind, readonly unknown[] | undefined>): readonly Day[] {
  const days = new Set<Day>();
  for (const kind of ['balances', 'customers'] as const) {
    for (const { dataDate } of (raw.get(kind) ?? []) as readonly RecordOf['customers' | 'balances'][])
      if (dataDate !== undefined) days.add(dataDate);
  }
  return [...days];
}

/** The row accounting of one file, with what only the engine can count of it. */
export function intakeOf(reading: Reading, account: SourceCounts | undefined): FileIntake {
  const { of, tally } = reading;
  const duplicate = account?.duplicate ?? 0;
  const future = account?.future ?? reading.future;
  return {
    file: of.raw.file,
    ...(of.table.sheet === undefined ? {} : { sheet: of.table.sheet }),
    kind: of.kind,
    encoding: of.raw.encoding,
    container: of.raw.container,
    sha256: of.raw.sha256,
    rows: {
      read: tally.read,
      used: tally.records - duplicate - future,
      rejected: tally.rejected,
      duplicate,
      future,
      header: tally.header,
      preamble: tally.preamble,
      blank: tally.blank,
      total: tally.total,
      ...(tally.corrected > 0 ? { corrected: tally.corrected } : {}),
    },
    ...(tally.corrections.length > 0 ? { corrections: tally.corrections } : {}),
    coverage: account?.coverage ?? reading.coverage,
    ...(account === undefined ? {} : { sums: { creditFen: account.creditFen, debitFen: account.debitFen } }),
    controlTotals: tally.controlTotals,
  };
}
