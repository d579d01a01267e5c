// LibreOffice as a second opinion on written workbooks: what their formulas come to, and how they print.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { strToU8, zipSync } from 'fflate';
import { columnNumber, formulasOf, type Parts, partsOf } from './written-book.js';

/** Constants, so that nobody takes them for packages. */
const office = 'soffice';
const pdfText = 'pdftotext';

function runs(program: string, ...args: readonly string[]): boolean {
  try {
    execFileSync(program, args, { stdio: 'ignore' });
    return true;
  } catch {
    process.stdout.write(`${program} 不在本机，跳过\n`);
    return false;
  }
}

export const hasOffice = runs(office, '--version');
export const hasPdfText = hasOffice && runs(pdfText, '-v');

export interface Book {
  /** File name without its extension. */
  readonly name: string;
  readonly parts: Parts;
}

export function readBook(path: string): Book {
  return { name: basename(path, '.xlsx'), parts: partsOf(readFileSync(path)) };
}

/** Names of the worksheets in order: the first is sheet1.xml. */
function sheetNamesOf({ parts }: Book): readonly string[] {
  return [...(parts['xl/workbook.xml'] ?? '').matchAll(/<sheet\b[^>]*\bname="([^"]+)"/g)].map(([, name = '']) => name);
}

/** Without its stored results a formula must be computed anew. */
function withoutResults({ parts }: Book): Uint8Array {
  const entries = Object.entries(parts).map(([name, xml]) => {
    const kept = xml
      .replace(/ t="str"><f>([^<]*)<\/f><v>[^<]*<\/v>/g, '><f>$1</f>')
      .replace(/<\/f><v>[^<]*<\/v>/g, '</f>');
    return [name, strToU8(name.startsWith('xl/worksheets/') ? kept : xml)] as const;
  });
  return zipSync(Object.fromEntries(entries));
}

function convert(folder: string, to: string, paths: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${folder}/profile`;
  execFileSync(office, [profile, '--headless', '--convert-to', to, '--outdir', folder, ...paths], {
    stdio: 'ignore',
    timeout: 400_000,
  });
}

/** All sheets, values as they are rather than as they are shown. */
const allSheetsAsCsv = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

type Grid = readonly (readonly string[])[];

/** The cells of every sheet, all formulas computed anew; by name of the book, then of the sheet. `folder` is emptied by the caller. */
export function recalculated(books: readonly Book[], folder: string): ReadonlyMap<string, ReadonlyMap<string, Grid>> {
  mkdirSync(folder, { recursive: true });
  const paths = books.map((_, index) => join(folder, `b${index}.xlsx`));
  for (const [index, book] of books.entries()) writeFileSync(paths[index] ?? '', withoutResults(book));
  convert(folder, allSheetsAsCsv, paths);
  const files = readdirSync(folder);
  return new Map(
    books.map((book, index) => {
      const prefix = `b${index}-`;
      const own = files.filter((name) => name.startsWith(prefix) && name.endsWith('.csv'));
      const grids = own.map((name) => {
        const grid: string[][] = parse(readFileSync(join(folder, name), 'utf8'), { relax_column_count: true });
        return [name.slice(prefix.length, -'.csv'.length), grid] as const;
      });
      return [book.name, new Map(grids)] as const;
    }),
  );
}

/** Ratios are written in percent, days as days, even where values are to be as they are. */
function numberOf(text: string): number {
  if (text.endsWith('%')) return Number(text.slice(0, -1)) / 100;
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  return year === undefined
    ? Number(text)
    : Date.UTC(Number(year), Number(month) - 1, Number(day)) / 86_400_000 + 25_569;
}

function isSame(result: string, text: string): boolean {
  const number = Number(result);
  if (result === '' || Number.isNaN(number)) return text === result;
  return text !== '' && Math.abs(numberOf(text) - number) <= 1e-9 * Math.max(1, Math.abs(number));
}

export interface Difference {
  readonly cell: string;
  readonly formula: string;
  readonly stored: string;
  readonly computed: string;
}

/** Formulas whose stored result is not what LibreOffice comes to, and how many there are in all. */
export function differences(
  book: Book,
  sheets: ReadonlyMap<string, Grid>,
): { readonly checked: number; readonly wrong: readonly Difference[] } {
  const wrong: Difference[] = [];
  let checked = 0;
  for (const [index, name] of sheetNamesOf(book).entries())
    for (const [cell, { formula, result }] of formulasOf(book.parts[`xl/worksheets/sheet${index + 1}.xml`] ?? '')) {
      const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? [];
      const computed = sheets.get(name)?.[Number(row) - 1]?.[columnNumber(letters) - 1] ?? '（无）';
      checked += 1;
      if (!isSame(result, computed)) wrong.push({ cell: `${name}!${cell}`, formula, stored: result, computed });
    }
  return { checked, wrong };
}

/** The text of every printed page. `folder` is emptied by the caller. */
export function printedPages(path: string, folder: string): readonly string[] {
  mkdirSync(folder, { recursive: true });
  convert(folder, 'pdf', [path]);
  const pdf = join(folder, `${basename(path, '.xlsx')}.pdf`);
  const text = execFileSync(pdfText, ['-layout', pdf, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 });
  return text.split('\f').slice(0, -1);
}
