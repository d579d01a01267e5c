// Which engine answers: DuckDB where a source can be read by it, the reference engine for everything else. The answer is the same.
import type { Day } from '../model/day.js';
import type { Rules } from '../model/rules.js';
import type { EngineReport, Measure, Ownership, TransactionSource } from './activity.js';
import { summarise as summariseByStream } from './stream.js';

/** `summarise` of the reference engine, by the fastest engine that gives the same answer. */
export async function summarise(
  sources: readonly TransactionSource[],
  ownership: Ownership,
  measures: readonly Measure[],
  rules: Rules,
  asOf: Day,
): Promise<EngineReport> {
  const machine = sources.find(({ bulk }) => bulk !== undefined)?.bulk?.machine;
  if (machine !== undefined) {
    const { summariseByDuckDb } = await import('./duckdb.js');
    const report = await summariseByDuckDb(sources, ownership, measures, rules, asOf, machine);
    if (report !== undefined) return report;
  }
  return summariseByStream(sources, ownership, measures, rules, asOf);
}
