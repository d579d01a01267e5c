// The fast engine: DuckDB cuts and reads large texts, everything else is what the reference engine does (see stream.ts). Same answer, to the 分.
import type { Day } from '../model/day.js';
import type { Rules } from '../model/rules.js';
import type { BulkMachine, EngineReport, Measure, Ownership, TransactionSource } from './activity.js';
import { type Database, openDatabase } from './duckdb/database.js';
import { holdingsOf } from './duckdb/holding.js';
import { identify } from './duckdb/identify.js';
import { otherParties } from './duckdb/other-parties.js';
import { printsOf } from './duckdb/particulars.js';
import { type BulkOutcome, readBulk } from './duckdb/read-bulk.js';
import { addTransaction, beginSource, type Loaded, newLoading, settleLoading } from './loading.js';
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
  const database = await open(machine, sources);
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

async function open(machine: BulkMachine, sources: readonly TransactionSource[]): Promise<Database | undefined> {
  const files = sources.flatMap(({ bulk }) => bulk?.reading.text.source ?? []);
  try {
    return await openDatabase({
      ...machine,
      folder: await machine.newFile(),
      files: files.filter((file) => typeof file === 'string'),
    });
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
  const { holders } = loading.writer;
  const parties = once(() => otherParties(database, ownership, holders));
  const holdings = holdingsOf(database, ownership, holders);
  const shared = { loading, parties, holdings, rules, asOf };
  const outcomes = new Map<number, BulkOutcome>();
  for (const [index, source] of sources.entries()) {
    const tally = beginSource(loading, source);
    const { bulk } = source;
    if (bulk === undefined) {
      for await (const batch of source.rows()) {
        const prints = await printsOf(database, batch);
        for (const [at, transaction] of batch.entries()) addTransaction(loading, tally, transaction, asOf, prints[at]);
      }
    } else {
      const outcome = await readBulk(database, { ...shared, source: bulk, tally });
      if (outcome === undefined) return undefined;
      outcomes.set(index, outcome);
    }
  }
  const loaded = await settleLoading(loading, (rows) => identify(database, loading, outcomes, rows, asOf));
  for (const [index, { tally, refusal }] of outcomes) sources[index]?.bulk?.finish(tally, refusal);
  return loaded;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
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
