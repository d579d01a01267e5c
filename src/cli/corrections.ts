// The fix-it loop: what was rejected goes into a workbook, what staff typed there comes back.
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { openFile } from '../exports/container.js';
import { type Correction, type Corrections, correctionsByFile } from '../exports/corrections.js';
import type { ReadTally } from '../exports/export.js';
import { isFixList, readFixList } from '../exports/fix-list-file.js';
import type { RawFile } from '../exports/table.js';
import { fixListSheet } from '../ledger/fix-list.js';
import { type Day, parseDay } from '../model/day.js';
import { say } from './messages.js';
import { usage } from './option-values.js';
import { isSameFile } from './same-file.js';
import type { Settings } from './settings.js';
import type { Shell } from './shell.js';

/** Stands in the properties of a list where the as-of day is not known yet. */
const noDay = parseDay('1980-01-01') as Day;

/** The corrections of all lists of --apply; of two for the same cell the later counts. Throws UserError (exit 2, 3). */
export async function readCorrections(lists: readonly string[], cwd: string): Promise<Corrections> {
  const corrections: Correction[] = [];
  for (const list of lists) {
    const path = resolve(cwd, list);
    if (!existsSync(path)) throw usage(`--apply ${list}：找不到这个文件`);
    corrections.push(...(await readFixList(await openFile(path, list))));
  }
  return correctionsByFile(corrections);
}

/** Throws UserError (exit 2) naming every file that is there, but no longer as it was when the list was made. */
export function refuseChangedSources(corrections: Corrections, files: readonly RawFile[]): void {
  const hashes = new Set(files.map(({ sha256 }) => sha256));
  const names = new Set(files.map(({ file }) => basename(file)));
  const changed = firstOfEach(corrections).filter(
    ({ sha256, file }) => !hashes.has(sha256) && names.has(basename(file)),
  );
  if (changed.length > 0)
    throw usage(changed.map(({ list, file }) => `${list}: ${file} 源文件已变，请重新生成清单`).join('\n'));
}

/** Throws UserError (exit 2) naming every file with corrections that is not among the exports that are read. */
export function refuseAbsentSources(corrections: Corrections, files: readonly RawFile[]): void {
  const hashes = new Set(files.map(({ sha256 }) => sha256));
  const absent = firstOfEach(corrections).filter(({ sha256 }) => !hashes.has(sha256));
  if (absent.length > 0)
    throw usage(
      absent.map(({ list, file }) => `${list}: ${file} 有更正，但不在这次读取的导出里；请核对路径`).join('\n'),
    );
}

function firstOfEach(corrections: Corrections): readonly Correction[] {
  return [...corrections.values()].flatMap(([first]) => first ?? []);
}

/** Whether the list of --fixes can be written, before any work is done. Throws UserError (exit 2). */
export async function probeFixes({ fixes }: Settings, sources: readonly string[], cwd: string): Promise<void> {
  if (fixes === undefined) return;
  const target = resolve(cwd, fixes);
  if (sources.some((source) => isSameFile(resolve(cwd, source), target)))
    throw usage(`--fixes ${fixes}：这是要读取的文件，不能覆盖；请另取文件名`);
  const { probeTarget } = await import('./output.js');
  await probeTarget(target);
  const filled = existsSync(target) ? await correctionsIn(target, fixes) : 0;
  if (filled > 0)
    throw usage(
      `--fixes ${fixes}：里面已有 ${filled} 处填好的更正，不能覆盖；请另取文件名，并用 --apply ${fixes} 采用它们`,
    );
}

/** Corrections in an earlier list; 0 for whatever is no list. */
async function correctionsIn(path: string, name: string): Promise<number> {
  try {
    const raw = await openFile(path, name);
    return isFixList(raw) ? (await readFixList(raw)).length : 0;
  } catch {
    return 0;
  }
}

/** Writes the fix list of --fixes, whole and for its owner's eyes only, and says so; without a rejected cell it writes nothing. */
export async function writeFixList(
  { fixes, asOf }: Settings,
  tallies: readonly Pick<ReadTally, 'rejectedCells' | 'unlistedCells'>[],
  shell: Shell,
): Promise<void> {
  if (fixes === undefined) return;
  const cells = tallies.flatMap(({ rejectedCells }) => rejectedCells);
  const unlisted = tallies.reduce((sum, tally) => sum + tally.unlistedCells, 0);
  if (cells.length === 0) return say(shell, [`没有被拒绝的单元格，没有写待改清单 ${fixes}`]);
  const [{ writeWhole }, { writeWorkbook }] = await Promise.all([import('./output.js'), import('../render/xlsx.js')]);
  const sheet = fixListSheet(cells, unlisted);
  await writeWhole(resolve(shell.cwd, fixes), async (path) => {
    await writeWorkbook([sheet], path, { asOf: asOf ?? noDay, rowsInMemory: Number.POSITIVE_INFINITY });
  });
  const count = cells.length + unlisted;
  say(shell, [`待改清单：${count} 处，已写入 ${fixes}；填好“更正为”一列后，加上 --apply ${fixes} 再运行`]);
}
