// Files that exist only in a test: tables of cells, as the containers would deliver them.
import { type IntakeOptions, newTally, type OpenExport, type ReadTally } from '../../src/exports/export.js';
import { openExports } from '../../src/exports/read.js';
import type { Cell, RawFile, RawRow, RawTable } from '../../src/exports/table.js';
import { UserError } from '../../src/model/errors.js';
import type { Problem } from '../../src/model/problem.js';

export type Cells = readonly (readonly Cell[])[];

export const lenient: IntakeOptions = {
  kinds: new Map(),
  columns: new Map(),
  maxRejects: { share: 1 },
  acceptTotalMismatch: false,
  dateForm: undefined,
  directionCodes: {},
  triggerCodes: {},
  reversalCodes: {},
};

export function memoryTable(cells: Cells, sheet?: string): RawTable {
  const rows = cells.map((row, at): RawRow => ({ line: at + 1, cells: row }));
  return {
    ...(sheet === undefined ? {} : { sheet }),
    layouts: [{}],
    head: () => rows.slice(0, 60).map((row) => ({ ...row, nextLine: row.line + 1 })),
    async *rows(_layout, fromLine) {
      const rest = rows.slice(fromLine - 1);
      for (let at = 0; at < rest.length; at += 7) yield rest.slice(at, at + 7);
    },
  };
}

export function memoryFile(cells: Cells, file = '文件.csv', more: Partial<RawFile> = {}): RawFile {
  const tables = [memoryTable(cells)];
  return {
    path: `/tmp/${file}`,
    file,
    container: 'csv',
    encoding: 'utf-8',
    sha256: '',
    tables,
    hiddenSheets: [],
    ...more,
  };
}

export function memoryWorkbook(sheets: Readonly<Record<string, Cells>>, more: Partial<RawFile> = {}): RawFile {
  const tables = Object.entries(sheets).map(([name, cells]) => memoryTable(cells, name));
  return memoryFile([], '工作簿.xlsx', { container: 'xlsx', encoding: 'binary', tables, ...more });
}

/** Cells of lines with commas between them; a number in angle brackets becomes a number cell. */
export function table(...lines: readonly string[]): Cells {
  return lines.map((line) => line.split(',').map((cell) => (/^<.*>$/.test(cell) ? Number(cell.slice(1, -1)) : cell)));
}

export interface ReadWhole {
  readonly open: OpenExport;
  readonly records: readonly unknown[];
  readonly tally: ReadTally;
}

export async function readWhole(file: RawFile, options: Partial<IntakeOptions> = {}): Promise<ReadWhole> {
  const { exports } = await openExports([file], { ...lenient, ...options });
  const [open] = exports;
  if (open === undefined) throw new Error('not recognised');
  const tally = newTally();
  const records: unknown[] = [];
  for await (const batch of open.read(tally)) records.push(...batch);
  return { open, records, tally };
}

/** What a refusal said: its exit code and the codes of its problems. */
export async function refusedWith(
  work: Promise<unknown>,
): Promise<{ readonly exitCode: number; readonly codes: readonly string[]; readonly problems: readonly Problem[] }> {
  try {
    await work;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { exitCode: error.exitCode, codes: error.problems.map((one) => one.code), problems: error.problems };
  }
  throw new Error('nothing was refused');
}

export function accounted(tally: ReadTally): number {
  return tally.records + tally.rejected + tally.header + tally.preamble + tally.blank + tally.total;
}
