import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../src/exports/container.js';
import { openHtml } from '../../src/exports/html.js';
import type { RawFile } from '../../src/exports/table.js';
import { cellsOf, fileOf, rowsOf } from './workbook-file.js';

const open = (page: string | Uint8Array) => openFile(fileOf('明细.xls', page), '明细.xls');
const refused = (code: string, said = '') =>
  expect.objectContaining({
    exitCode: 3,
    problems: [expect.objectContaining({ code, message: expect.stringContaining(said) })],
  });
const row = (...cells: readonly string[]) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`;
const page = (...tables: readonly string[]) => `<html><body>${tables.join('\n')}</body></html>`;
const table = (...rows: readonly string[]) => `<table>${rows.join('\n')}</table>`;
const list = table(row('客户号', '日期', '金额'), row('C01', '2025-09-30', '1.00'));

test.each<[string, (text: string) => Uint8Array]>([
  ['GBK', (text) => iconv.encode(text, 'gb18030')],
  ['UTF-8', (text) => Buffer.from(text)],
  ['UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
  ['UTF-16 LE', (text) => iconv.encode(text, 'utf-16le', { addBOM: true })],
  ['UTF-16 BE', (text) => iconv.encode(text, 'utf-16be', { addBOM: true })],
])('a page in %s is read whatever its meta tag says', async (_name, encode) => {
  const text = `<html><head><meta charset="big5"><title>明细</title></head><body>${list}</body></html>`;
  const raw = await open(encode(text));
  expect(raw.container).toBe('html');
  expect(await cellsOf(raw)).toEqual([
    ['客户号', '日期', '金额'],
    ['C01', '2025-09-30', '1.00'],
  ]);
});

describe('a cell', () => {
  test.each([
    ['<td>a&amp;b&nbsp;c&#20013;&#x6587;&yen;&unknown;</td>', 'a&b\u00a0c中文¥&unknown;'],
    ['<td>  一\n  二  </td>', '一 二'],
    ['<td>一<br>二<BR/>三</td>', '一\n二\n三'],
    ['<td><p>一</p><p>二</p></td>', '一\n二'],
    ['<td><b>1,2</b>34.<font color="red">56</font></td>', '1,234.56'],
    [`<td x:num="1.005" style="mso-number-format:'\\@'">0001</td>`, '0001'],
    ['<td title="a>b">值</td>', '值'],
    ["<td title=it's>值</td>", '值'],
    ['<td>1 < 2</td>', '1 < 2'],
    ['<td>a<!-- <td>x</td> -->b</td>', 'ab'],
    ['<td>a<script>if (1 < 2) "</td>"</script>b</td>', 'ab'],
    ['<td></td>', null],
    ['<TD>大写</TD>', '大写'],
  ])('%s', async (cell, expected) => {
    const raw = await open(page(table(row('甲', '乙', '丙'), `<tr><td>x</td>${cell}<td>y</td></tr>`)));
    expect((await cellsOf(raw))[1]).toEqual(['x', expected, 'y']);
  });

  test('of 2 MB is refused', async () => {
    await expect(open(page(table(row('客户号', '日期', 'x'.repeat(2_000_000)))))).rejects.toEqual(
      refused('oversized-record'),
    );
  });
});

describe('spans', () => {
  test('put the value into the first cell only', async () => {
    const rows = [
      '<tr><td rowspan=2>客户号</td><td colspan="2">发生额</td><td rowspan="3">注</td></tr>',
      row('借方', '贷方'),
      row('C01', '1.00', '2.00'),
      row('C02', '3.00', '4.00', '五'),
    ];
    expect(await cellsOf(await open(page(table(...rows))))).toEqual([
      ['客户号', '发生额', null, '注'],
      [null, '借方', '贷方'],
      ['C01', '1.00', '2.00'],
      ['C02', '3.00', '4.00', '五'],
    ]);
  });

  test.each(['colspan="999999999"', 'colspan="0"', 'colspan="-1"', 'colspan="x"', 'rowspan="0"', 'rowspan="99999999"'])(
    '%s does no harm',
    async (span) => {
      const raw = await open(page(table(`<tr><td ${span}>甲</td><td>乙</td></tr>`, row('C01', '1.00'))));
      expect((await cellsOf(raw))[0]?.[0]).toBe('甲');
    },
  );

  test('of more than 2,000 columns are refused', async () => {
    await expect(open(page(table(`<tr>${'<td colspan=1000>x</td>'.repeat(3)}</tr>`)))).rejects.toEqual(
      refused('unsafe-workbook'),
    );
  });
});

describe('several tables', () => {
  test('are tables of their own, with the small ones above them and the lines between', async () => {
    const raw = await open(
      page(
        '<h1>交易明细</h1>',
        table(row('账号：', '6222000000000001')),
        list,
        '<p>另一张</p>',
        table(row('产品', '份额', '净值'), row('P1', '2', '3')),
        '制表：某人',
      ),
    );
    expect(raw.tables.map((one) => one.sheet)).toEqual(['第1张表', '第2张表']);
    expect(await rowsOf(raw, 0)).toEqual([
      { line: 1, cells: ['交易明细'] },
      { line: 2, cells: ['账号：', '6222000000000001'] },
      { line: 3, cells: ['客户号', '日期', '金额'] },
      { line: 4, cells: ['C01', '2025-09-30', '1.00'] },
    ]);
    expect((await rowsOf(raw, 1)).map(({ line }) => line)).toEqual([5, 6, 7, 8]);
    expect(raw.tables[0]?.head({}).map(({ line }) => line)).toEqual([1, 2, 3, 4]);
    expect(await rowsOf(raw, 1, 7)).toHaveLength(2);
  });

  test('with one heading are one list', async () => {
    const raw = await open(page(list, '<p>账号：6222000000000002</p>', list));
    expect(raw.tables).toHaveLength(1);
    expect((await cellsOf(raw)).map(([first]) => first)).toEqual([
      '客户号',
      'C01',
      '账号：6222000000000002',
      '客户号',
      'C01',
    ]);
  });

  test('inside each other keep every cell once', async () => {
    const outer = `<table><tr><td>账号：6222000000000001${list}以上</td></tr></table>`;
    const raw = await open(page(outer));
    expect(raw.tables).toHaveLength(1);
    expect((await cellsOf(raw)).flat().filter((cell) => cell !== null)).toEqual([
      '账号：6222000000000001',
      '客户号',
      '日期',
      '金额',
      'C01',
      '2025-09-30',
      '1.00',
      '以上',
    ]);
  });
});

describe('a page is refused', () => {
  test.each([
    ['without a table', '<html><body>系统繁忙</body></html>', 'unsupported-container'],
    ['that stops inside a table', page(list).slice(0, -30), 'damaged-workbook'],
    ['with entities', `<!DOCTYPE html [<!ENTITY a "b">]>${page(list)}`, 'unsafe-workbook'],
    [
      'with too many tables',
      page(...Array.from({ length: 201 }, (_, at) => table(row(`甲${at}`, '乙', '丙')))),
      'unsafe-workbook',
    ],
  ])('%s', async (_name, text, code) => {
    await expect(open(text)).rejects.toEqual(refused(code));
  });
});

test('a doctype alone is ordinary', async () => {
  const doctype = '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0//EN" "http://www.w3.org/TR/xhtml1.dtd">';
  expect((await open(doctype + page(list))).tables).toHaveLength(1);
});

test('rows and cells need not be closed', async () => {
  const raw = await open('<table><tr><td>客户号<td>日期<td>金额<tr><td>C01<td>2025-09-30<td>1.00</table>');
  expect(await cellsOf(raw)).toHaveLength(2);
});

test.each([1, 2, 3, 7, 17, 100])('the size of the pieces (%d bytes) changes nothing', async (chunkBytes) => {
  const text = page(
    `<h1>明细</h1><!-- x > y --><table title="a>b">${row('客户号', '日&amp;期', '金额')}`,
    '</table>',
    list,
  );
  const whole: RawFile = await open(text);
  const pieces = await openHtml(Buffer.from(text), '明细.xls', 'html', chunkBytes);
  expect(await rowsOf(pieces)).toEqual(await rowsOf(whole));
  expect(await rowsOf(pieces, 1)).toEqual(await rowsOf(whole, 1));
});

test.each([
  ['open tags', '<td '.repeat(200_000)],
  ['rows', '<tr>'.repeat(300_000)],
  ['entities', `<td>${'&'.repeat(900_000)}</td>`],
  ['quotes', `<td a="${'x'.repeat(500_000)}`],
  ['comments', '<!--'.repeat(200_000)],
  ['blanks', `<td>${' '.repeat(900_000)}</td>`],
  ['attributes', `<td ${'a='.repeat(30_000)}>x</td>`.repeat(20)],
  ['nested tables', '<table><tr><td>'.repeat(50_000)],
])('a page of %s takes linear time', { timeout: 10_000 }, async (_name, body) => {
  await open(`<html><table><tr>${body}`).catch(() => {});
});
