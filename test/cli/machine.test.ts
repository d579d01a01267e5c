import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { machineFor } from '../../src/cli/machine.js';
import { settle } from '../../src/cli/settings.js';
import type { OpenExport } from '../../src/exports/export.js';
import { terminal } from './terminal.js';

/** A text of so many bytes; null = a workbook, which DuckDB cannot read. */
function exportOf(bytes: number | null): OpenExport {
  return (bytes === null ? {} : { bulk: { text: { source: Buffer.alloc(bytes) } } }) as unknown as OpenExport;
}

function asksDuckdb(engine: string, files: readonly OpenExport[]): boolean {
  const { shell } = terminal();
  return machineFor(files, settle({ engine }, shell), shell) !== undefined;
}

test.each([
  ['auto', [], false],
  ['auto', [0], false],
  ['auto', [19_999_999], false],
  ['auto', [20_000_000], true],
  ['auto', [10_000_000, 9_999_999], false],
  ['auto', [10_000_000, 10_000_000], true],
  ['auto', [1, 20_000_000], true],
  ['auto', [null, 20_000_000], true],
  ['auto', [null], false],
  ['duckdb', [0], true],
  ['duckdb', [null], false],
  ['stream', [20_000_000], false],
] as const)('--engine %s with texts of %j bytes asks DuckDB: %s', (engine, bytes, expected) => {
  expect(asksDuckdb(engine, bytes.map(exportOf))).toBe(expected);
});

test('a text on disk is as large as its file', () => {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-machine-'));
  try {
    const path = join(folder, '明细.csv');
    writeFileSync(path, '');
    const file = { bulk: { text: { source: path } } } as unknown as OpenExport;
    truncateSync(path, 19_999_999);
    expect(asksDuckdb('auto', [file])).toBe(false);
    truncateSync(path, 20_000_000);
    expect(asksDuckdb('auto', [file])).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
