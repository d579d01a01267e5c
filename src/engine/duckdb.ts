// The fast engine: DuckDB cuts and reads large texts, everything else is what the reference engine does (see stream.ts). Same answer, to the 分.
import type { Day } from '../model/day.js';
import { once } from '../model/once.js';
import type { Rules } from '../model/rules.js';
import type { EngineReport, Measure, Ownership, TransactionSource } from './activity.js';
import { beginBulk } from './duckdb/begin-bulk.js';
import type { Database } from './duckdb/database.js';
import { type HeadStart, headStart } from './duckdb/head-start.js';
import { holdingsOf } from './duckdb/holding.js';
import { identify } from './duckdb/identify.js';
import { noteLaterRows } from './duckdb/later-rows.js';
import { otherParties } from './duckdb/other-parties.js';
import { printsOf } from './duckdb/particulars.js';
import { type BulkOutcome, readBulk } from './duckdb/read-bulk.js';
import { addTransaction, beginSource, newLoading } from './loading.js';
import { reportOf } from './report.js';
import { type Loaded, settleLoading } from './settling.js';

export { headStart } from './duckdb/head-start.js';

/**
 * The report of `summarise` in stream.ts; undefined where this machine has no DuckDB or the files are not fit for it, and then
 * nothing has been reported to the sources. Without a source that DuckDB may read nothing begins.
 */
export async function summariseByDuckDb(
  sources: readonly TransactionSource[],
  ownership: Ownership,
  measures: readonly Measure[],
  rules: Rules,
  asOf: Day,
): Promise<EngineReport | undefined> {
  const bulks = sources.flatMap((source) => source.bulk ?? []);
  const [bulk] = bulks;
  if (bulk === undefined) return undefined;
  const readings = bulks.map(({ reading }) => reading);
  const begin = () => headStart(readings, rules, bulk.machine);
  const start = bulk.headStart?.rules === rules ? bulk.headStart : begin();
  let loaded: Loaded | undefined;
  let isMissing = false;
  try {
    const database = await start.database;
    isMissing = database === undefined;
    loaded = database && (await settled(() => load(database, start, sources, ownership, rules, asOf)));
  } finally {
    await start.close();
  }
  if (loaded === undefined) {
    bulk.machine.onStepAside(isMissing ? 'missing' : 'unfit');
    return undefined;
  }
  return reportOf(loaded, ownership, measures, rules);
}

async function load(
  database: Database,
  { first }: HeadStart,
  sources: readonly TransactionSource[],
  ownership: Ownership,
  rules: Rules,
  asOf: Day,
): Promise<Loaded | undefined> {
  const loading = newLoading(ownership, rules, asOf);
  const { holders } = loading.writer;
  const parties = once(() => otherParties(database, ownership, holders));
  const holdings = holdingsOf(database, ownership, holders);
  const shared = { loading, parties, holdings, asOf };
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
      const start = await (outcomes.size === 0 ? first() : beginBulk(database, bulk.reading, rules, bulk.machine));
      const outcome = start && (await readBulk(database, { ...shared, source: bulk, tally }, start));
      if (outcome === undefined) return undefined;
      outcomes.set(index, outcome);
    }
  }
  await noteLaterRows(database, loading, outcomes, asOf);
  const loaded = await settleLoading(loading, (rows) => identify(database, loading, outcomes, rows, asOf));
  for (const [index, { tally, refusal }] of outcomes) sources[index]?.bulk?.finish(tally, refusal);
  return loaded;
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
