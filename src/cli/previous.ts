// An earlier result of segment, JSON or workbook → the tier that each customer had then.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { PreviousResult } from '../analysis/assess.js';
import { cellText } from '../exports/cell-text.js';
import { openFile } from '../exports/container.js';
import type { Cell, RawTable } from '../exports/table.js';
import { type Day, parseDay } from '../model/day.js';
import { exitCodes, UserError } from '../model/errors.js';
import { type Tier, tiers } from '../model/tier.js';
import type { Shell } from './shell.js';

/** Reads the file of --previous. Throws UserError (exit 2) when it is not a result of segment. */
export async function readPrevious(file: string, shell: Shell): Promise<PreviousResult> {
  const path = resolve(shell.cwd, file);
  let start: string;
  try {
    start = readFileSync(path).subarray(0, 64).toString('utf8').replace('\ufeff', '').trimStart();
  } catch {
    throw unusable(file, '读不出来，请检查路径');
  }
  const result = start.startsWith('{') ? fromJson(path, file) : await fromWorkbook(path, file);
  if (result.tiers.size === 0) throw unusable(file, '里面没有客户分层');
  return result;
}

function unusable(file: string, why: string): UserError {
  return new UserError(`上期结果 ${file} ${why}；应是 taizhang segment 写出的 JSON、xlsx 或 CSV`, exitCodes.usage);
}

function fromJson(path: string, file: string): PreviousResult {
  let report: { asOf?: unknown; customers?: unknown };
  try {
    report = JSON.parse(readFileSync(path, 'utf8').replace(/^\ufeff/, ''));
  } catch {
    throw unusable(file, '不是完整的 JSON');
  }
  const entries: [string, Tier][] = [];
  for (const customer of Array.isArray(report.customers) ? report.customers : []) {
    const { customerId, tier } = customer as { customerId?: unknown; tier?: unknown };
    const known = tierOf(tier);
    if (typeof customerId === 'string' && known !== undefined) entries.push([customerId, known]);
  }
  return { asOf: dayOf(report.asOf), tiers: new Map(entries) };
}

async function fromWorkbook(path: string, file: string): Promise<PreviousResult> {
  const raw = await openFile(path, file);
  const entries: [string, Tier][] = [];
  let asOf: Day | null = null;
  for (const table of raw.tables) {
    if (table.sheet !== undefined && !/^RFM明细/.test(table.sheet)) continue;
    asOf ??= await readDetail(table, entries);
  }
  return { asOf, tiers: new Map(entries) };
}

async function readDetail(table: RawTable, entries: [string, Tier][]): Promise<Day | null> {
  const layout = table.layouts[0] ?? {};
  const head = table.head(layout);
  const header = head.find(({ cells }) => columnOf(cells, '客户号') >= 0 && columnOf(cells, '层级') >= 0);
  if (header === undefined) return null;
  const [id, tier] = [columnOf(header.cells, '客户号'), columnOf(header.cells, '层级')];
  for await (const rows of table.rows(layout, header.nextLine)) {
    for (const { cells } of rows) {
      const known = tierOf(cells[tier]);
      const customerId = cellText(cells[id] ?? null);
      if (known !== undefined && customerId !== '') entries.push([customerId, known]);
    }
  }
  const subtitle = head.flatMap(({ cells }) => cells).find((cell) => /数据日期/.test(cellText(cell)));
  return dayOf(/数据日期[：:]\s*(\d{4}-\d{2}-\d{2})/.exec(cellText(subtitle ?? null))?.[1]);
}

function columnOf(cells: readonly Cell[], header: string): number {
  return cells.findIndex((cell) => cellText(cell) === header);
}

function tierOf(value: unknown): Tier | undefined {
  return tiers.find((tier) => tier === value);
}

function dayOf(value: unknown): Day | null {
  return typeof value === 'string' ? (parseDay(value) ?? null) : null;
}
