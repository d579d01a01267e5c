// DuckDB at work while customers are read.
import type { BulkSource } from '../engine/activity.js';
import { headStart } from '../engine/summarise.js';
import type { OpenExport } from '../exports/export.js';
import { machineFor } from './machine.js';
import { closeAtEnd } from './run-end.js';
import type { Settings } from './settings.js';
import type { Shell } from './shell.js';

/** What all files share that DuckDB reads. */
export type Head = Pick<BulkSource, 'machine' | 'headStart'>;

/** Begins with the first of the transactions; undefined where DuckDB is not to read any. */
export async function beginTransactions(
  files: readonly OpenExport[],
  settings: Settings,
  shell: Shell,
): Promise<Head | undefined> {
  const machine = machineFor(files, settings, shell);
  if (machine === undefined) return undefined;
  const readings = files.flatMap(({ bulk }) => bulk ?? []);
  const begun = await headStart(readings, settings.rules, machine);
  // The run may end before anybody asks for the transactions.
  closeAtEnd(begun.close);
  return { machine, headStart: begun };
}
