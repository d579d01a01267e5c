// Writes a branch in a style, runs `segment -f json` on it and removes every trace.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { zipSync } from 'fflate';
import type { SegmentReport } from '../../src/analysis/segment-report.js';
import { type Run, runIn } from '../run.js';
import type { Branch } from './branch.js';
import { type Grid, gridsOf } from './grids.js';
import { pageBytes } from './page-bytes.js';
import { plainStyle, type Style } from './style.js';
import { linesAbove, textBytes } from './text-bytes.js';
import { workbookBytes } from './workbook-bytes.js';

const names = {
  usual: (title: string, at: number, end: string) => `${title}_${at}.${end}`,
  meaningless: (_title: string, at: number) => `导出 (${at}).dat`,
  misleading: (title: string, at: number) => `${title === '客户信息' ? '交易明细' : '客户信息'}-${at}.xls`,
} as const;

const endings = { text: 'csv', xlsx: 'xlsx', html: 'xls', gz: 'csv.gz', zip: 'zip' } as const;

async function containerBytes(grid: Grid, style: Style, above: readonly string[]): Promise<Uint8Array> {
  switch (style.container) {
    case 'xlsx':
      return workbookBytes(grid, style, above);
    case 'html':
      return pageBytes(grid, style, above);
    case 'gz':
      return gzipSync(textBytes(grid, style, above));
    case 'zip':
      return zipSync({ [`${grid.title}.csv`]: textBytes(grid, style, above) });
    default:
      return textBytes(grid, style, above);
  }
}

/** Writes the files of the branch into a folder and returns their names. */
export async function writeBranch(folder: string, branch: Branch, style: Style): Promise<readonly string[]> {
  const from = branch.bookings.map(({ date }) => date).toSorted()[0]!;
  const written: string[] = [];
  for (const [at, grid] of gridsOf(branch, style).entries()) {
    const above = linesAbove(grid, from, branch.asOf);
    const name = names[style.fileNames](grid.title, at, endings[style.container]);
    writeFileSync(join(folder, name), await containerBytes(grid, style, above));
    written.push(name);
  }
  return written;
}

export interface Segmented {
  readonly run: Run;
  readonly report: SegmentReport;
}

/** The report of the branch as its files in this style give it. */
export async function segmented(
  branch: Branch,
  change: Partial<Style> = {},
  options: readonly string[] = [],
  rules = '',
): Promise<Segmented> {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-branch-'));
  try {
    await writeBranch(folder, branch, { ...plainStyle, ...change });
    const own = rules === '' ? [] : ['--rules', 'own.yaml'];
    if (rules !== '') writeFileSync(join(folder, 'own.yaml'), rules);
    const run = await runIn(folder, ['segment', '.', '--as-of', branch.asOf, '-f', 'json', ...own, ...options]);
    if (run.code !== 0 && run.code !== 4) throw new Error(`seed ${branch.seed}: exit ${run.code}\n${run.stderr}`);
    return { run, report: JSON.parse(run.stdout) as SegmentReport };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What must not depend on the shape of the files. */
export function figures({ report }: Segmented): Omit<SegmentReport, 'intake' | 'problems'> {
  const { intake: _intake, problems: _problems, ...rest } = report;
  return rest;
}
