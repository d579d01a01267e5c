// The fast engine: DuckDB cuts and reads large texts, everything else is what the reference engine does (see stream.ts). Same answer, to the 分.
import type { Day } from '../model/day.js';
import type { Rules } from '../model/rules.js';
import type { BulkMachine, BulkSource, EngineReport, Measure, Ownership, TransactionSource } from './activity.js';
import { type Database, openDatabase } from './duckdb/database.js';
import { newHolding } from './duckdb/holding.js';
import { printsOf } from './duckdb/particulars.js';
import { type BulkOutcome, readBulk } from './duckdb/read-bulk.js';
import { addTransaction, beginSource, endSource, type Loaded, loadedOf, newLoading } from './loading.js';
import { reportOf } from './report.js';

/**
 * The report of `summarise` in stream.ts; undefined where this machine has no DuckDB or the files are not fit for it, and then
 * nothing has been reported to the sources.
 */
export async function summariseByDuckDb(
  sources: readonly TransactionSource[],
  ownership: Ownership,
  measures: readonly Measure[],
  rules: Rules,
  asOf: Day,
  machine: BulkMachine,
): Promise<EngineReport | undefined> {
  const database = await open(machine);
  if (database === undefined) return undefined;
  let loaded: Loaded | undefined;
  try {
    loaded = await settled(() => load(database, sources, ownership, rules, asOf));
  } finally {
    database.close();
  }
  if (loaded === undefined) {
    machine.onStepAside('unfit');
    return undefined;
  }
  return reportOf(loaded, ownership, measures, rules);
}

async function open(machine: BulkMachine): Promise<Database | undefined> {
  try {
    return await openDatabase({ ...machine, folder: await machine.newFile() });
  } catch {
    machine.onStepAside('missing');
    return undefined;
  }
}

async function load(
  database: Database,
  sources: readonly TransactionSource[],
  ownership: Ownership,
  rules: Rules,
  asOf: Day,
): Promise<Loaded | undefined> {
  const loading = newLoading(ownership, rules);
  const holding = newHolding();
  const outcomes: (readonly [BulkSource, BulkOutcome])[] = [];
  for (const source of sources) {
    const tally = beginSource(loading);
    const { bulk } = source;
    if (bulk === undefined) {
      for await (const batch of source.rows()) {
        const prints = await printsOf(database, batch);
        for (const [at, transaction] of batch.entries()) addTransaction(loading, tally, transaction, asOf, prints[at]);
      }
    } else {
      const outcome = await readBulk(database, { source: bulk, loading, tally, holding, rules, asOf });
      if (outcome === undefined) return undefined;
      outcomes.push([bulk, outcome]);
    }
    endSource(loading, source, tally);
  }
  for (const [bulk, { tally, refusal }] of outcomes) bulk.finish(tally, refusal);
  return loadedOf(loading);
}

/** What DuckDB cannot cut is cut by the row reader, which names the line; its own errors quote cells and are not shown. */
async function settled<T>(work: () => Promise<T>): Promise<T | undefined> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Error && /^[A-Z][\w ]* Error: /.test(error.message)) return undefined;
    throw error;
  }
}
