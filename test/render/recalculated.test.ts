// LibreOffice computes every formula anew (the stored results are taken away first) and must come to the results that were stored.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../src/ledger/sheet.js';
import { checkSheet, salesSheet } from './live-sheets.js';
import { formulasOf, sheetXml, type Written, writtenParts } from './written-parts.js';

const office = 'soffice';

function hasOffice(): boolean {
  try {
    execFileSync(office, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    process.stdout.write('soffice 不在本机，跳过公式重算\n');
    return false;
  }
}

/** All sheets, values as they are rather than as they are shown. */
const allSheetsAsCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

function withoutResults({ parts }: Written): Uint8Array {
  const entries = Object.entries(parts).map(([name, xml]) => {
    const isSheet = name.startsWith('xl/worksheets/');
    const kept = xml.replace(/ t="str"><f>([^<]*)<\/f><v>[^<]*<\/v>/g, '><f>$1</f>');
    return [name, strToU8(isSheet ? kept.replace(/<\/f><v>[^<]*<\/v>/g, '</f>') : xml)] as const;
  });
  return zipSync(Object.fromEntries(entries));
}

/** By name of the sheet. */
function recalculated(written: Written): ReadonlyMap<string, readonly (readonly string[])[]> {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-office-'));
  try {
    const path = join(folder, 'book.xlsx');
    writeFileSync(path, withoutResults(written));
    const profile = `-env:UserInstallation=file://${folder}/profile`;
    const convert = ['--headless', '--convert-to', allSheetsAsCsv, '--outdir', folder, path];
    execFileSync(office, [profile, ...convert], { stdio: 'ignore', timeout: 120_000 });
    const files = readdirSync(folder).filter((name) => name.startsWith('book-') && name.endsWith('.csv'));
    return new Map(
      files.map((name) => [
        name.slice('book-'.length, -'.csv'.length),
        parse(readFileSync(join(folder, name), 'utf8'), { relax_column_count: true }) as string[][],
      ]),
    );
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Ratios are written in percent even where values are to be as they are. */
function numberOf(text: string): number {
  return text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text);
}

/** Cells whose stored result is not what LibreOffice comes to. */
function differences(
  written: Written,
  sheets: readonly Sheet[],
): { readonly checked: number; readonly wrong: unknown[] } {
  const books = recalculated(written);
  const wrong: unknown[] = [];
  let checked = 0;
  for (const [index, { name }] of sheets.entries())
    for (const [cell, { formula, result }] of formulasOf(sheetXml(written, index + 1))) {
      const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
      const text = books.get(name)?.[Number(row) - 1]?.[columnOf(letters)] ?? '（无）';
      checked += 1;
      const isSame =
        result === '' || Number.isNaN(Number(result))
          ? text === result
          : Math.abs(numberOf(text) - Number(result)) <= 1e-9 * Math.max(1, Math.abs(Number(result)));
      if (!isSame) wrong.push({ name, cell, formula, result, text });
    }
  return { checked, wrong };
}

const count = 30;
const amountFen = Array.from({ length: count }, (_, index) => 5_000_000 + index * 123_457).reduce((a, b) => a + b, 0);
const check = checkSheet({ rows: count, amountFen });

describe.skipIf(!hasOffice())('LibreOffice', () => {
  test.each([
    ['spare rows', [salesSheet(count, { spareRows: 20 }), check]],
    ['subtotals', [salesSheet(count, { subtotalBy: 'seller' }), check]],
  ])('comes to every stored result of a workbook with %s', { timeout: 180_000 }, async (_name, sheets) => {
    const { checked, wrong } = differences(await writtenParts(sheets), sheets);
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(count * 4);
  });
});
