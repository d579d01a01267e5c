import { createHash } from 'node:crypto';
import iconv from 'iconv-lite';
import { expect, test } from 'vitest';
import { openFile } from '../../src/exports/container.js';
import { cellsOf, fileOf } from './workbook-file.js';

const open = (bytes: string | Uint8Array) => openFile(fileOf('明细.mht', bytes), '明细.mht');
const page = (name: string) =>
  `<html><body><table><tr><td>${name}</td><td>日期</td><td>金额=1</td></tr></table></body></html>`;

function quoted(bytes: Buffer): string {
  const text = [...bytes].map((byte) =>
    byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
  );
  return text.join('').replace(/(.{60}[^=]{3})/g, '$1=\r\n');
}

function archive(parts: readonly (readonly [string, string, string])[], end = '--'): string {
  const bodies = parts.map(
    ([type, encoding, body]) =>
      `------=_X\r\nContent-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: ${encoding}\r\nContent-Type: ${type};\r\n\tcharset="gb2312"\r\n\r\n${body}\r\n`,
  );
  return `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="----=_X"\r\n\r\nThis is a web archive.\r\n\r\n${bodies.join('')}------=_X${end}\r\n`;
}

const gbk = iconv.encode(page('客户号'), 'gb18030');

test.each<[string, string]>([
  ['quoted-printable', quoted(gbk)],
  ['base64', gbk.toString('base64').replace(/(.{76})/g, '$1\r\n')],
])('a page in %s is read', async (encoding, body) => {
  const text = archive([
    ['text/html', encoding, body],
    ['image/png', 'base64', 'AAAA'],
  ]);
  const raw = await open(text);
  expect(raw).toMatchObject({ container: 'mht', encoding: 'gb18030' });
  expect(raw.sha256).toBe(createHash('sha256').update(text).digest('hex'));
  expect(await cellsOf(raw)).toEqual([['客户号', '日期', '金额=1']]);
});

test('the pages of a workbook are tables of one file', async () => {
  const body = (name: string) => Buffer.from(page(name)).toString('base64');
  const raw = await open(
    archive([
      ['text/html', 'base64', Buffer.from('<html><frameset></frameset></html>').toString('base64')],
      ['text/html', 'base64', body('客户号')],
      ['text/html', 'base64', body('账号')],
    ]),
  );
  expect(raw.tables.map((table) => table.head({})[0]?.cells[0])).toEqual(['客户号', '账号']);
});

test('a single page with a mail head is read', async () => {
  const raw = await open(
    `From: <saved by Excel>\r\nMIME-Version: 1.0\r\nContent-Type: text/html\r\n\r\n${page('客户号')}`,
  );
  expect(raw.tables).toHaveLength(1);
});

test.each([
  ['cut short', archive([['text/html', 'base64', gbk.toString('base64')]], ''), 'damaged-workbook'],
  ['without a page', archive([['image/png', 'base64', 'AAAA']]), 'unsupported-container'],
  ['without anything', 'MIME-Version: 1.0\r\n', 'unsupported-container'],
])('one %s is refused', async (_name, text, code) => {
  await expect(open(text)).rejects.toMatchObject({ exitCode: 3, problems: [{ code }] });
});
