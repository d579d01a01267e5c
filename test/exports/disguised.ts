// One table in every container that is read, so that what holds for one is asked of all.
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { xls } from './biff-file.js';
import { excel, zipped } from './workbook-file.js';

export type Lines = readonly (readonly string[])[];

function csv(lines: Lines, delimiter = ','): string {
  return `${lines.map((cells) => cells.join(delimiter)).join('\n')}\n`;
}

function html(lines: Lines): string {
  const rows = lines.map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
  return `<html><head><meta charset="gbk"></head><body><table>${rows.join('\n')}</table></body></html>`;
}

function spreadsheet(lines: Lines): string {
  const cell = (text: string) => `<Cell><Data ss:Type="String">${text}</Data></Cell>`;
  const rows = lines.map((cells) => `<Row>${cells.map(cell).join('')}</Row>`);
  const names =
    'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"';
  return `<?xml version="1.0" encoding="UTF-8"?>\n<Workbook ${names}><Worksheet ss:Name="明细"><Table>${rows.join('')}</Table></Worksheet></Workbook>`;
}

function mht(lines: Lines): string {
  const body = Buffer.from(html(lines)).toString('base64');
  return `MIME-Version: 1.0\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: base64\r\n\r\n${body}\r\n`;
}

const workbook = (lines: Lines) =>
  excel((book) => {
    const sheet = book.addWorksheet('明细');
    for (const cells of lines) sheet.addRow([...cells]);
  });

/** File name and bytes of the same lines in each container. */
export const disguises: readonly (readonly [
  name: string,
  file: string,
  bytes: (lines: Lines) => Promise<string | Uint8Array> | string | Uint8Array,
])[] = [
  ['csv', '明细.csv', csv],
  ['csv in GBK', '明细.csv', (lines) => iconv.encode(csv(lines), 'gb18030')],
  ['csv in UTF-16', '明细.csv', (lines) => iconv.encode(csv(lines), 'utf-16le', { addBOM: true })],
  ['tsv named .xls', '明细.xls', (lines) => iconv.encode(csv(lines, '\t'), 'gb18030')],
  ['xlsx', '明细.xlsx', workbook],
  ['xlsx named .xls', '明细.xls', workbook],
  ['xls', '明细.xls', (lines) => xls(lines)],
  ['xls named .xlsx', '明细.xlsx', (lines) => xls(lines)],
  ['html named .xls', '明细.xls', (lines) => iconv.encode(html(lines), 'gb18030')],
  ['html in UTF-16', '明细.html', (lines) => iconv.encode(html(lines), 'utf-16be', { addBOM: true })],
  ['spreadsheetml', '明细.xls', spreadsheet],
  ['mht', '明细.mht', mht],
  ['gz', '明细.csv.gz', (lines) => gzipSync(csv(lines))],
  ['xlsx in gz', '明细.xlsx.gz', async (lines) => gzipSync(await workbook(lines))],
  ['zip', '包.zip', (lines) => zipped({ '明细.csv': csv(lines) })],
  ['html in zip', '包.zip', (lines) => zipped({ '明细.xls': html(lines) })],
];
