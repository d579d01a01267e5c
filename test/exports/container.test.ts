import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../src/exports/container.js';
import { excel, fileOf, zipped } from './workbook-file.js';

const open = (name: string, bytes: Uint8Array | string) => openFile(fileOf(name, bytes), name);
const refused = (code: string, said = '') =>
  expect.objectContaining({
    exitCode: 3,
    problems: [expect.objectContaining({ code, message: expect.stringContaining(said) })],
  });

const workbook = excel((book) => book.addWorksheet('交易').addRow(['客户号']));
const ole = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const page = '<html><head><meta charset="gbk"></head><body><table><tr><td>客户号</td></tr></table></body></html>';
const spreadsheet =
  '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="交易"/></Workbook>';

test.each(['交易.xlsx', '交易.xls', '交易.csv', '交易'])('a workbook named %s is a workbook', async (name) => {
  expect((await open(name, await workbook)).container).toBe('xlsx');
});

test.each(['交易.xlsx', '交易.xls', '交易.csv'])('a text named %s is a text', async (name) => {
  expect((await open(name, '客户号,金额\nC01,1.00\n')).container).toBe('csv');
});

test.each([
  ['', '一个 < 号'],
  ['<', '两列'],
  ['PK', '不是压缩包'],
  ['客户号,<table>', '表格字样'],
])('a text that begins with “%s” is a text', async (start, rest) => {
  expect((await open('交易.csv', `${start},${rest}\nC01,1.00\n`)).container).toBe('csv');
});

test.each<[string, Uint8Array | string, string]>([
  ['HTML', page, 'html'],
  ['HTML in GBK', iconv.encode(page, 'gb18030'), 'html'],
  ['HTML with a mark and blanks', `\ufeff \r\n${page}`, 'html'],
  ['HTML in UTF-16 LE', iconv.encode(page, 'utf-16le', { addBOM: true }), 'html'],
  ['HTML in UTF-16 BE', iconv.encode(page, 'utf-16be', { addBOM: true }), 'html'],
  ['HTML in UTF-16 LE without a mark', iconv.encode(page, 'utf-16le', { addBOM: false }), 'html'],
  ['a bare table', '<TABLE border=1><tr><td>客户号</TABLE>', 'html'],
  ['XHTML', `<?xml version="1.0"?>${page}`, 'html'],
  ['SpreadsheetML', spreadsheet, 'spreadsheetml'],
  ['MHT', `MIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${page}`, 'mht'],
  ['a text in gzip', gzipSync('客户号'), 'csv'],
  ['a page in gzip', gzipSync(page), 'html'],
])('%s named .xls is read as what it is', async (_name, bytes, container) => {
  expect(await open('交易.xls', bytes)).toMatchObject({ container, tables: [{}] });
});

test.each(['交易.xls', '交易.csv.gz'])('a workbook in gzip named %s is a workbook', async (name) => {
  expect(await open(name, gzipSync(await workbook))).toMatchObject({ container: 'xlsx', file: name });
});

test('TSV in GBK named .xls is a text', async () => {
  const raw = await open('交易.xls', iconv.encode('客户号\t交易日期\t交易金额\nC01\t2025-09-30\t1.00\n', 'gb18030'));
  expect(raw).toMatchObject({ container: 'csv', encoding: 'gb18030', tables: [{ layouts: [{ delimiter: '\t' }] }] });
});

describe('what cannot be read says what it is and the way out', () => {
  test.each<[string, Uint8Array | string, string]>([
    ['HTML without a table', '<!DOCTYPE html>\n<p>', '没有表格'],
    ['MHT without a page', 'MIME-Version: 1.0\r\nContent-Type: multipart/related', '没有网页'],
    ['PDF', '%PDF-1.7\n', 'PDF'],
    ['RAR', Buffer.from('526172211a070100', 'hex'), 'RAR'],
    ['7z', Buffer.from('377abcaf271c0004', 'hex'), '7z'],
    ['an empty zip', zipped({}), '没有可以读取的文件'],
    ['a zip of a zip', zipped({ '包.zip': zipped({ '交易.csv': '客户号' }) }), '还有压缩包'],
    ['a zip of gzip', zipped({ '交易.csv.gz': gzipSync('客户号') }), '还有压缩包'],
    ['gzip of gzip', gzipSync(gzipSync('客户号')), '还有压缩包'],
    ['ODF', zipped({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet' }), '压缩包'],
    [
      'a text document',
      zipped({
        '[Content_Types].xml': '<Types></Types>',
        '_rels/.rels': rootTo('word/document.xml'),
        'word/document.xml': '<document></document>',
      }),
      '不是 .xlsx',
    ],
    [
      'a binary workbook',
      zipped({
        '[Content_Types].xml': '<Types></Types>',
        '_rels/.rels': rootTo('xl/workbook.bin'),
        'xl/workbook.bin': '',
      }),
      '不是 .xlsx',
    ],
  ])('%s', async (_name, bytes, said) => {
    await expect(open('交易.xls', bytes)).rejects.toEqual(refused('unsupported-container', said));
  });

  test('an encrypted workbook', async () => {
    const bytes = Buffer.concat([
      ole,
      Buffer.alloc(1016),
      Buffer.from('EncryptedPackage', 'utf16le'),
      Buffer.alloc(480),
    ]);
    await expect(open('交易.xlsx', bytes)).rejects.toEqual(refused('encrypted-workbook', '打开密码'));
  });

  test.each([0, 4, 500, 504, 2040])('an OLE file of nothing and %d bytes more', async (length) => {
    await expect(open('交易.xls', Buffer.concat([ole, Buffer.alloc(length)]))).rejects.toEqual(
      refused('damaged-workbook', '可能有密码'),
    );
  });
});

function rootTo(target: string): string {
  return `<Relationships><Relationship Id="rId1" Type="http://x/officeDocument" Target="${target}"/></Relationships>`;
}

test.each([0, 1, 2, 3])('a workbook whose byte %d is wrong is damaged, not a text', async (at) => {
  const bytes = Buffer.from(await workbook);
  bytes[at] = (bytes[at] ?? 0) ^ 1;
  await expect(open('交易.xlsx', bytes)).rejects.toEqual(refused('damaged-workbook'));
});

test('a file that is gone is said so, without its path', async () => {
  await expect(openFile('/nowhere/交易.csv', '交易.csv')).rejects.toMatchObject({
    exitCode: 1,
    message: expect.stringMatching(/^交易\.csv: 文件打不开/),
  });
});
