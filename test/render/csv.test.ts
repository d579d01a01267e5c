import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellValue, Sheet } from '../../src/ledger/sheet.js';
import { csvChunks } from '../../src/render/csv.js';
import { injections } from './injections.js';
import { column, detailColumns, detailSheet, summarySheet } from './sheets.js';

function csv(sheet: Sheet): string {
  return [...csvChunks(sheet)].join('');
}

function read(text: string): readonly (readonly string[])[] {
  return parse(text, { bom: true, relax_column_count: false, record_delimiter: '\r\n' });
}

function oneColumn(...values: readonly CellValue[]): Sheet {
  const rows = values.map((value) => [value]);
  return { ...summarySheet, tables: [{ columns: [column('内容', 'text')], rows, rowCount: rows.length }] };
}

describe('csv', () => {
  test('has a byte-order mark, CRLF, joined group headers and no total row', () => {
    expect(csv(detailSheet(2))).toBe(
      '\ufeff客户号,姓名,客户分层,R（天）,F（笔）,M（元）,AUM（元）,占比,最近交易日,得分-R,得分-F,得分-M,八分群,分层原因\r\n' +
        '00,王*明,潜力客户,0,0,0.00,0.00,,2025-01-15,1,1,0.50,重要价值客户,"R=0≤400，F=5≥5，M=500,000.00≥500,000"\r\n' +
        '01,王*明,潜力客户,1,1,123.45,-9.87,0.0010,2025-02-15,2,2,1.50,重要价值客户,"R=1≤400，F=5≥5，M=500,000.00≥500,000"\r\n',
    );
  });

  test('takes the list where a sheet has several tables, else the first', () => {
    const sheet: Sheet = { ...summarySheet, tables: [...summarySheet.tables, ...detailSheet(1).tables] };
    expect(csv(sheet)).toBe(csv(detailSheet(1)));
    expect(csv(summarySheet)).toContain('核心客户,12,0.0600,1234.567800,12.50,1234567.89');
  });

  test('an empty list is its header', () => {
    expect(read(csv(detailSheet(0)))).toHaveLength(1);
  });

  test.each(injections)('%j does not run in a spreadsheet', (payload) => {
    const cell = read(csv(oneColumn(payload)))[1]?.[0] ?? '';
    expect(cell).toBe(`'${payload}`);
  });

  test.each(injections)('%j in place of an amount is guarded as well', (payload) => {
    const sheet: Sheet = {
      ...summarySheet,
      tables: [{ columns: [column('金额', 'fen')], rows: [[payload]], rowCount: 1 }],
    };
    expect(read(csv(sheet))[1]?.[0]).toBe(`'${payload}`);
  });

  test.each(['C001', '王*明', '2025-09-30', "O'Neil", '1-2', 'a=b', '***1234', '（空）'])(
    '%j is left alone',
    (text) => {
      expect(read(csv(oneColumn(text)))[1]?.[0]).toBe(text);
    },
  );

  test('any text reads back, guarded or not', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1 }), (text) => {
        const cell = read(csv(oneColumn(text)))[1]?.[0] ?? '';
        expect([text, `'${text}`]).toContain(cell);
      }),
    );
  });

  test('the sum of the file is the sum of the report, to the 分', () => {
    const sheet = detailSheet(5000);
    const place = detailColumns.findIndex(({ header }) => header === 'M（元）');
    const rows = read(csv(sheet)).slice(1);
    const ofFile = rows.reduce((sum, row) => sum + BigInt((row[place] ?? '').replace('.', '')), 0n);
    let ofReport = 0n;
    for (const row of sheet.tables[0]?.rows ?? []) ofReport += BigInt(row[place] ?? 0);
    expect(ofFile).toBe(ofReport);
    for (const row of rows) expect(row[place]).toMatch(/^-?\d+\.\d{2}$/);
  });

  test('a long list comes in many pieces', () => {
    const pieces = [...csvChunks(detailSheet(20_000))];
    expect(pieces.length).toBeGreaterThan(20);
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(70_000);
  });
});
