// The reference engine: any source of transactions, one Activity per customer, and per account where asked. Reads once, remembers rows on a compact tape
// (see tape.ts for its cost), then lets reversals, own transfers and measures walk over it.
import type { Day } from '../model/day.js';
import type { Rules } from '../model/rules.js';
import type { EngineReport, Measure, Ownership, TransactionSource } from './activity.js';
import { loadSources } from './load.js';
import { reportOf } from './report.js';

/**
 * What the measures say of every customer and every account, by their numbers ascending. Neither the order of rows nor how they are spread over the
 * sources changes the answer, except for the counts of single sources. Takes about 60 bytes of memory per row.
 * Throws UserError (exit 3) when a sum exceeds 90 万亿元.
 */
export async function summarise(
  sources: readonly TransactionSource[],
  ownership: Ownership,
  measures: readonly Measure[],
  rules: Rules,
  asOf: Day,
): Promise<EngineReport> {
  return reportOf(await loadSources(sources, ownership, rules, asOf), ownership, measures, rules);
}
