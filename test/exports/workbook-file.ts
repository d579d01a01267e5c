// Workbooks for the tests, made in memory: by exceljs where an ordinary one will do, from parts where it must be odd.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strToU8, zipSync } from 'fflate';
import { afterAll } from 'vitest';
import type { RawFile, RawRow } from '../../src/exports/table.js';

const folder = mkdtempSync(join(tmpdir(), 'taizhang-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

export function fileOf(name: string, bytes: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

export async function excel(fill: (workbook: ExcelJS.Workbook) => void): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  fill(workbook);
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export interface Parts {
  readonly sheet?: string;
  readonly styles?: string;
  readonly strings?: string;
  readonly workbook?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly without?: readonly string[];
}

export function partsOf(parts: Parts): Record<string, string> {
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  const relationships = (links: string) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`;
  const all: Record<string, string> = {
    '[Content_Types].xml': `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"></Types>`,
    '_rels/.rels': relationships(link('rId1', 'officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml':
      parts.workbook ??
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="交易" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationships(
      link('rId1', 'worksheet', 'worksheets/sheet1.xml') +
        link('rId2', 'styles', 'styles.xml') +
        link('rId3', 'sharedStrings', 'sharedStrings.xml'),
    ),
    'xl/styles.xml': parts.styles ?? `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/></cellXfs></styleSheet>`,
    'xl/sharedStrings.xml': parts.strings ?? `<sst xmlns="${main}"><si><t>客户号</t></si></sst>`,
    'xl/worksheets/sheet1.xml':
      parts.sheet ??
      `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c></row></sheetData></worksheet>`,
    ...parts.more,
  };
  for (const name of parts.without ?? []) delete all[name];
  return all;
}

export function zipped(parts: Readonly<Record<string, string | Uint8Array>>): Buffer {
  const bytes = Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]);
  return Buffer.from(zipSync(Object.fromEntries(bytes)));
}

/** A workbook with one sheet of these `<row>` elements. */
export function sheetOf(rows: string, styles?: string): Buffer {
  const sheet = `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`;
  return zipped(partsOf(styles === undefined ? { sheet } : { sheet, styles }));
}

/** Styles in which cell style n + 1 has the n-th format: a built-in id, or a format of our own. */
export function stylesOf(formats: readonly (number | string)[]): string {
  const own = formats.map((format, at) =>
    typeof format === 'string' ? `<numFmt numFmtId="${200 + at}" formatCode="${format}"/>` : '',
  );
  const ids = formats.map((format, at) => `<xf numFmtId="${typeof format === 'string' ? 200 + at : format}"/>`);
  return `<styleSheet xmlns="${main}"><numFmts>${own.join('')}</numFmts><cellXfs><xf numFmtId="0"/>${ids.join('')}</cellXfs></styleSheet>`;
}

export async function rowsOf(raw: RawFile, table = 0, fromLine = 1): Promise<readonly RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of raw.tables[table]?.rows({}, fromLine) ?? []) rows.push(...batch);
  return rows;
}

export async function cellsOf(raw: RawFile, table = 0): Promise<readonly RawRow['cells'][]> {
  return (await rowsOf(raw, table)).map((row) => row.cells);
}
