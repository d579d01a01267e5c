// Writes a text file for one test and reads its table.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RawFile, RawRow } from '../../src/exports/table.js';
import { openText } from '../../src/exports/text.js';
import { UserError } from '../../src/model/errors.js';
import type { Problem } from '../../src/model/problem.js';

/** Runs `body` with a file of these bytes, which is gone afterwards. */
export async function withFile<T>(content: string | Uint8Array, body: (path: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-text-'));
  const path = join(folder, 'export.csv');
  writeFileSync(path, content);
  try {
    return await body(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** How a test wants its file to be read. */
interface Reading {
  readonly delimiter?: string;
  readonly fromLine?: number;
  readonly chunkBytes?: number;
}

/** All rows of a text, cut by the most consistent layout unless a delimiter is given. */
export async function rowsOf(content: string | Uint8Array, reading: Reading = {}): Promise<readonly RawRow[]> {
  return withFile(content, async (path) => rowsIn(await openText(path, 'export.csv', reading.chunkBytes), reading));
}

export async function rowsIn(raw: RawFile, { delimiter, fromLine = 1 }: Reading = {}): Promise<readonly RawRow[]> {
  const table = raw.tables[0]!;
  const rows: RawRow[] = [];
  const layout = delimiter === undefined ? table.layouts[0]! : { delimiter };
  for await (const batch of table.rows(layout, fromLine)) rows.push(...batch);
  return rows;
}

export async function opened(content: string | Uint8Array, chunkBytes?: number): Promise<RawFile> {
  return withFile(content, (path) => openText(path, 'export.csv', chunkBytes));
}

/** The problem that refuses the text. */
export async function refused(content: string | Uint8Array, reading: Reading = {}): Promise<Problem> {
  try {
    await rowsOf(content, reading);
  } catch (fault) {
    if (fault instanceof UserError && fault.exitCode === 3 && fault.problems.length === 1) return fault.problems[0]!;
    throw fault;
  }
  throw new Error('the text was read');
}
