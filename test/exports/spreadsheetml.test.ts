import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../src/exports/container.js';
import { openSpreadsheetMl } from '../../src/exports/spreadsheetml.js';
import { cellsOf, fileOf, rowsOf } from './workbook-file.js';

const open = (bytes: string | Uint8Array) => openFile(fileOf('明细.xls', bytes), '明细.xls');
const refused = (code: string, said = '') =>
  expect.objectContaining({
    exitCode: 3,
    problems: [expect.objectContaining({ code, message: expect.stringContaining(said) })],
  });
const cell = (type: string, text: string, more = '') => `<Cell${more}><Data ss:Type="${type}">${text}</Data></Cell>`;
const row = (cells: string, more = '') => `<Row${more}>${cells}</Row>`;
const sheet = (name: string, rows: string, visible = 'SheetVisible') =>
  `<Worksheet ss:Name="${name}"><Table>${rows}</Table><WorksheetOptions xmlns="urn:x"><Visible>${visible}</Visible></WorksheetOptions></Worksheet>`;
const workbook = (sheets: string, encoding = 'UTF-8', doctype = '') =>
  `<?xml version="1.0" encoding="${encoding}"?>\n${doctype}<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">${sheets}</Workbook>`;
const two = row(cell('String', '客户号') + cell('String', '金额')) + row(cell('String', 'C01') + cell('Number', '1.5'));

test.each(['UTF-8', 'GBK', 'gb2312', 'GB18030', 'UTF-16'])('%s is read', async (encoding) => {
  const bytes = iconv.encode(workbook(sheet('交易', two), encoding), encoding === 'gb2312' ? 'gb18030' : encoding);
  const raw = await open(bytes);
  expect(raw).toMatchObject({ container: 'spreadsheetml', hiddenSheets: [] });
  expect(raw.tables[0]?.sheet).toBe('交易');
  expect(await cellsOf(raw)).toEqual([
    ['客户号', '金额'],
    ['C01', 1.5],
  ]);
});

test.each([
  ['String', '0001', '0001'],
  ['String', 'a&lt;b&#10;c', 'a<b\nc'],
  ['String', '<B>粗</B>体', '粗体'],
  ['Number', '-1234.56', -1234.56],
  ['Number', '6.2220212345678899E+18', 6.2220212345678899e18],
  ['Number', '1,234', '1,234'],
  ['Boolean', '1', true],
  ['DateTime', '2025-09-30T00:00:00.000', { day: '2025-09-30' }],
  ['DateTime', '2025-09-30T14:05:06.000', { day: '2025-09-30', time: '14:05:06' }],
  ['DateTime', '1899-12-31T14:05:06.000', { day: undefined, time: '14:05:06' }],
  ['DateTime', '2025-02-30T00:00:00.000', '2025-02-30T00:00:00.000'],
  ['Error', '#N/A', '#N/A'],
  ['String', '', null],
])('%s “%s” is %j', async (type, text, expected) => {
  const raw = await open(workbook(sheet('交易', row(cell(type, text) + cell('String', 'x')))));
  expect(await cellsOf(raw)).toEqual([[expected, 'x']]);
});

test('positions, spans and rows left out are where Excel shows them', async () => {
  const rows =
    row(cell('String', '标题', ' ss:MergeAcross="2"') + cell('String', '右')) +
    row(cell('String', 'a') + cell('String', 'd', ' ss:Index="4"'), ' ss:Index="3"') +
    row('<Cell/><Cell ss:Formula="=1"/>') +
    row(cell('String', 'b'), ' ss:Span="1"') +
    row(cell('String', 'c'));
  expect(await rowsOf(await open(workbook(sheet('交易', rows))))).toEqual([
    { line: 1, cells: ['标题', null, null, '右'] },
    { line: 2, cells: [] },
    { line: 3, cells: ['a', null, null, 'd'] },
    { line: 4, cells: [] },
    { line: 5, cells: ['b'] },
    { line: 6, cells: [] },
    { line: 7, cells: ['c'] },
  ]);
});

test('a comment on a cell is no value', async () => {
  const commented = '<Cell><Data ss:Type="String">值</Data><Comment><ss:Data>注</ss:Data></Comment></Cell>';
  expect(await cellsOf(await open(workbook(sheet('交易', row(commented)))))).toEqual([['值']]);
});

test('hidden sheets are named and not read', async () => {
  const raw = await open(workbook(sheet('交易', two) + sheet('参数', two, 'SheetHidden')));
  expect(raw.tables.map((one) => one.sheet)).toEqual(['交易']);
  expect(raw.hiddenSheets).toEqual(['参数']);
});

test.each([1, 7, 64])('the size of the pieces (%d bytes) changes nothing', async (chunkBytes) => {
  const text = workbook(sheet('交易', two) + sheet('余额', two));
  const pieces = await openSpreadsheetMl(Buffer.from(text), '明细.xls', chunkBytes);
  expect(await rowsOf(pieces, 1)).toEqual(await rowsOf(await open(text), 1));
});

describe('refused', () => {
  const doctype = '<!DOCTYPE Workbook [<!ENTITY a SYSTEM "file:///etc/passwd">]>';
  test.each<[string, string, string]>([
    ['a DOCTYPE', workbook(sheet('交易', two), 'UTF-8', doctype), 'unsafe-workbook'],
    ['one cut short', workbook(sheet('交易', two)).slice(0, -20), 'damaged-workbook'],
    [
      'a column that does not rise',
      workbook(sheet('交易', row(cell('String', 'a') + cell('String', 'b', ' ss:Index="1"')))),
      'unsafe-workbook',
    ],
    ['a row that does not rise', workbook(sheet('交易', row('') + row('', ' ss:Index="1"'))), 'unsafe-workbook'],
    ['row 99999999', workbook(sheet('交易', row('', ' ss:Index="99999999"'))), 'unsafe-workbook'],
    ['column 99999999', workbook(sheet('交易', row(cell('String', 'a', ' ss:Index="99999999"')))), 'unsafe-workbook'],
    [
      'a span over everything',
      workbook(sheet('交易', row(cell('String', 'a', ' ss:MergeAcross="2147483647"')))),
      'unsafe-workbook',
    ],
    ['a cell of 2 MB', workbook(sheet('交易', row(cell('String', 'x'.repeat(2_000_000))))), 'oversized-record'],
    ['Big5', workbook(sheet('交易', two), 'big5'), 'undecodable-bytes'],
    ['only hidden sheets', workbook(sheet('交易', two, 'SheetHidden')), 'damaged-workbook'],
  ])('%s', async (_name, text, code) => {
    await expect(open(text)).rejects.toEqual(refused(code));
  });

  test('bytes that are not what is declared', async () => {
    const bytes = Buffer.concat([Buffer.from(workbook(sheet('交易一二三四五六七八九十', two))), Buffer.from([0xff])]);
    await expect(open(bytes)).rejects.toEqual(refused('undecodable-bytes'));
  });
});
