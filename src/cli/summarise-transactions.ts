// Transactions folded by an engine, as one stage of the run.
import type { EngineReport, Measure, Ownership, TransactionSource } from '../engine/activity.js';
import { summarise } from '../engine/summarise.js';
import type { Day } from '../model/day.js';
import { exportTitles } from '../model/intake.js';
import type { Settings } from './settings.js';

/** As `summarise` of the engine, which it calls. */
export function summariseTransactions(
  sources: readonly TransactionSource[],
  ownership: Ownership,
  measures: readonly Measure[],
  { rules, stages }: Pick<Settings, 'rules' | 'stages'>,
  asOf: Day,
): Promise<EngineReport> {
  const work = () => summarise(sources, ownership, measures, rules, asOf);
  return stages.time(`读${exportTitles.transactions}`, work, bookings);
}

/** All rows that hold a booking, whatever became of it. */
function bookings({ classes, sources }: EngineReport): number {
  const kept = Object.values(classes).reduce((sum, rows) => sum + rows, 0);
  return sources.reduce((sum, { duplicate, future }) => sum + duplicate + future, kept);
}
