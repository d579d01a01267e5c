// Reads a written workbook part by part, without exceljs.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import type { Sheet } from '../../src/ledger/sheet.js';
import { type Day, parseDay } from '../../src/model/day.js';
import { writeWorkbook } from '../../src/render/xlsx.js';

const asOf = parseDay('2025-09-30') as Day;

export interface Written {
  readonly bytes: Uint8Array;
  readonly parts: Readonly<Record<string, string>>;
}

export async function writtenParts(sheets: readonly Sheet[], rowsInMemory = 5_000): Promise<Written> {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-live-'));
  try {
    const path = join(folder, 'a.xlsx');
    await writeWorkbook(sheets, path, { asOf, rowsInMemory });
    const bytes = readFileSync(path);
    const parts = Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)] as const);
    return { bytes, parts: Object.fromEntries(parts) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The worksheet of that number, from 1. */
export function sheetXml({ parts }: Written, number: number): string {
  return parts[`xl/worksheets/sheet${number}.xml`] ?? '';
}

function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

export interface FormulaFound {
  readonly formula: string;
  readonly result: string;
}

/** Every formula of a worksheet by its cell, with the stored result. */
export function formulasOf(xml: string): ReadonlyMap<string, FormulaFound> {
  const cells = xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*><f>([^<]*)<\/f>(?:<v>([^<]*)<\/v>)?/g);
  return new Map(
    [...cells].map(([, cell = '', formula = '', result = '']) => [
      cell,
      { formula: unescaped(formula), result: unescaped(result) },
    ]),
  );
}
