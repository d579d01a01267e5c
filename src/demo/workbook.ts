// A plain workbook, written as a stream of zipped parts: merged title rows, a header, text and date cells. Nothing else.
import { Zip, ZipDeflate } from 'fflate';
import { type Day, daySerial } from '../model/day.js';

export interface WorkbookColumn<T> {
  readonly header: string;
  /** In half-width characters. */
  readonly width: number;
  /** Text, or a real Excel date (the second built-in Chinese style if `chinese`). */
  readonly cell: (record: T) => string | { readonly day: Day; readonly chinese?: true } | undefined;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const typed = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Every part but the sheet. Cell styles: 0 text, 1 title, 2 header, 3 yyyy-mm-dd, 4 built-in 31 (yyyy年m月d日). */
function fixedParts(sheetName: string): readonly (readonly [string, string])[] {
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
  const relationships = (...all: readonly string[]): string =>
    `${head}<Relationships xmlns="${packaged}/relationships">${all.join('')}</Relationships>`;
  const xf = (numFmt: number, font: number): string =>
    `<xf numFmtId="${numFmt}" fontId="${font}" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>`;
  return [
    [
      '[Content_Types].xml',
      `${head}<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${typed}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${typed}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${typed}.styles+xml"/></Types>`,
    ],
    ['_rels/.rels', relationships(relation('rId1', 'officeDocument', 'xl/workbook.xml'))],
    [
      'xl/workbook.xml',
      `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="${escaped(sheetName)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      relationships(relation('rId1', 'worksheet', 'worksheets/sheet1.xml'), relation('rId2', 'styles', 'styles.xml')),
    ],
    [
      'xl/styles.xml',
      `${head}<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/></numFmts><fonts count="3"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="16"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="5">${xf(49, 0)}${xf(0, 1)}${xf(0, 2)}${xf(164, 0)}${xf(31, 0)}</cellXfs></styleSheet>`,
    ],
  ];
}

function columnName(position: number): string {
  const letter = String.fromCharCode(65 + (position % 26));
  return position < 26 ? letter : columnName(Math.floor(position / 26) - 1) + letter;
}

function textCell(reference: string, style: number, text: string): string {
  return `<c r="${reference}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** The sheet's XML in pieces: title rows merged over all columns, the header, one row per record. */
function* sheetXml<T>(
  titles: readonly string[],
  columns: readonly WorkbookColumn<T>[],
  records: Iterable<T>,
): Generator<string> {
  const names = columns.map((_, position) => columnName(position));
  const widths = columns.map(
    (column, at) => `<col min="${at + 1}" max="${at + 1}" width="${column.width}" customWidth="1"/>`,
  );
  yield `${head}<worksheet xmlns="${main}"><cols>${widths.join('')}</cols><sheetData>`;
  let row = 0;
  for (const title of titles) {
    row++;
    yield `<row r="${row}">${textCell(`A${row}`, row === 1 ? 1 : 0, title)}</row>`;
  }
  row++;
  yield `<row r="${row}">${columns.map((column, at) => textCell(names[at]! + row, 2, column.header)).join('')}</row>`;
  for (const record of records) {
    row++;
    let cells = '';
    for (const [at, column] of columns.entries()) {
      const value = column.cell(record);
      if (value === undefined) continue;
      // Excel counts 1900-01-01 as day 1 and believes in a 29 February 1900.
      cells +=
        typeof value === 'string'
          ? textCell(names[at]! + row, 0, value)
          : `<c r="${names[at]}${row}" s="${value.chinese ? 4 : 3}"><v>${daySerial(value.day) + 2}</v></c>`;
    }
    yield `<row r="${row}">${cells}</row>`;
  }
  const merged = titles.map((_, at) => `<mergeCell ref="A${at + 1}:${names.at(-1)}${at + 1}"/>`);
  yield `</sheetData><mergeCells count="${merged.length}">${merged.join('')}</mergeCells></worksheet>`;
}

/** A fixed local time: zip entries carry no zone, so the bytes do not depend on it. */
const mtime = '1980-01-02T00:00:00';
const utf8 = new TextEncoder();

/** The .xlsx in chunks; memory does not grow with the records. Needs at least one title. */
export function* workbook<T>(
  sheetName: string,
  titles: readonly string[],
  columns: readonly WorkbookColumn<T>[],
  records: Iterable<T>,
): Generator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const begin = (name: string): ZipDeflate => {
    const part = new ZipDeflate(name, { level: 6 });
    part.mtime = mtime;
    zip.add(part);
    return part;
  };
  for (const [name, xml] of fixedParts(sheetName)) begin(name).push(utf8.encode(xml), true);
  const sheet = begin('xl/worksheets/sheet1.xml');
  let pending = '';
  for (const piece of sheetXml(titles, columns, records)) {
    pending += piece;
    if (pending.length < 1 << 16) continue;
    sheet.push(utf8.encode(pending));
    pending = '';
    yield* ready.splice(0);
  }
  sheet.push(utf8.encode(pending), true);
  zip.end();
  yield* ready.splice(0);
}
