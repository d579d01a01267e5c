// Reads a written workbook part by part, without exceljs.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Sheet } from '../../src/ledger/sheet.js';
import { type Day, parseDay } from '../../src/model/day.js';
import { writeWorkbook } from '../../src/render/xlsx.js';
import { type Parts, partsOf } from '../outside/written-book.js';

const asOf = parseDay('2025-09-30') as Day;

export interface Written {
  readonly bytes: Uint8Array;
  readonly parts: Parts;
}

export async function writtenParts(sheets: readonly Sheet[], rowsInMemory = 5_000): Promise<Written> {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-live-'));
  try {
    const path = join(folder, 'a.xlsx');
    await writeWorkbook(sheets, path, { asOf, rowsInMemory });
    const bytes = readFileSync(path);
    return { bytes, parts: partsOf(bytes) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The worksheet of that number, from 1. */
export function sheetXml({ parts }: Written, number: number): string {
  return parts[`xl/worksheets/sheet${number}.xml`] ?? '';
}
