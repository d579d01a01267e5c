// Which engine answers: DuckDB where a source can be read by it, the reference engine for everything else. The answer is the same.
import type { BulkReading } from '../exports/bulk.js';
import type { Day } from '../model/day.js';
import type { Rules } from '../model/rules.js';
import type { BulkMachine, EngineReport, Measure, Ownership, TransactionSource } from './activity.js';
import type { HeadStart } from './duckdb/head-start.js';
import { summarise as summariseByStream } from './stream.js';

/** `summarise` of the reference engine, by the fastest engine that gives the same answer. */
export async function summarise(
  sources: readonly TransactionSource[],
  ownership: Ownership,
  measures: readonly Measure[],
  rules: Rules,
  asOf: Day,
): Promise<EngineReport> {
  if (sources.some(({ bulk }) => bulk !== undefined)) {
    const { summariseByDuckDb } = await import('./duckdb.js');
    const report = await summariseByDuckDb(sources, ownership, measures, rules, asOf);
    if (report !== undefined) return report;
  }
  return summariseByStream(sources, ownership, measures, rules, asOf);
}

/** Lets DuckDB begin with the first of the files while other things are done; whoever asks for it must close it. */
export async function headStart(
  readings: readonly BulkReading[],
  rules: Rules,
  machine: BulkMachine,
): Promise<HeadStart> {
  const { headStart } = await import('./duckdb.js');
  return headStart(readings, rules, machine);
}
