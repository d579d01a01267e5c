// Every input looked at on its own, so that one that must be refused does not hide the others.
import { newTally, type ReadTally } from '../exports/export.js';
import { findFiles } from '../exports/source.js';
import { exportTitles } from '../model/intake.js';
import type { Problem } from '../model/problem.js';
import { probeFixes } from './corrections.js';
import { type Inspection, inspectExport } from './inspection.js';
import { openForInspection } from './open-for-inspection.js';
import type { Settings } from './settings.js';
import type { Shell } from './shell.js';

export interface InspectedFiles {
  /** How many files were looked at. */
  readonly files: number;
  readonly inspections: readonly Inspection[];
  /** Problems of files that could not be opened or are no export. */
  readonly unread: readonly Problem[];
  /** What the reading of each inspected export left behind. */
  readonly tallies: readonly ReadTally[];
}

/** Inspects every export under the inputs. Throws UserError (exit 2) for wrong options and inputs that do not exist. */
export async function inspectFiles(
  paths: readonly string[],
  sampleRows: number,
  settings: Settings,
  shell: Shell,
): Promise<InspectedFiles> {
  const files = await findFiles(paths, shell.cwd);
  await probeFixes(
    settings,
    files.map(({ path }) => path),
    shell.cwd,
  );
  const inspections: Inspection[] = [];
  const unread: Problem[] = [];
  const tallies: ReadTally[] = [];
  for (const { path } of files) {
    // Each file is opened alone: that --kind names another one is no fault.
    const opened = await openForInspection(path, { ...settings, kindFiles: [] }, shell);
    unread.push(...opened.problems);
    for (const found of opened.exports) {
      const tally = newTally();
      tallies.push(tally);
      const work = () => inspectExport(found, sampleRows, tally);
      const inspection = await settings.stages.time(`读${exportTitles[found.kind]}`, work);
      inspections.push({ ...inspection, refused: inspection.refused || opened.isRefused });
    }
  }
  return { files: files.length, inspections, unread, tallies };
}
