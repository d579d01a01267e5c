import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CellValue, Format, Sheet, SheetColumn } from '../../src/ledger/sheet.js';
import { renderTable } from '../../src/render/table.js';
import { displayWidth } from '../../src/render/width.js';
import { column, detailSheet, summarySheet } from './sheets.js';

function widest(text: string): number {
  return Math.max(...text.split('\n').map(displayWidth));
}

describe('terminal table', () => {
  test('Chinese columns stand under each other, numbers on the right', () => {
    const sheet: Sheet = { ...summarySheet, tables: summarySheet.tables.slice(0, 1), notes: [] };
    expect(renderTable(sheet, { color: false })).toBe(`客户 RFM 分层汇总表
机构：示例支行 数据日期：2025-09-30 单位：万元/户

一、分层
客户分层   户数     占比  AUM（万元）  平均R（天）  平均消费金额（元）
────────  ─────  ───────  ───────────  ───────────  ──────────────────
核心客户     12    6.00%     1,234.57        12.50        1,234,567.89
潜力客户  1,200   94.00%        -0.10        12.01                0.01
无法判定      0        —
────────  ─────  ───────  ───────────  ───────────  ──────────────────
合计      1,212  100.00%     1,234.47
`);
  });

  test('a wrapped line does not begin with a blank', () => {
    const sheet: Sheet = { ...summarySheet, title: `${'一'.repeat(40)} 二`, tables: [], notes: [] };
    expect(renderTable(sheet, { color: false })).toContain(`${'一'.repeat(40)}\n二\n`);
  });

  test('fourteen columns keep within 80, and what is left out is named', () => {
    const text = renderTable(detailSheet(30), { color: false, maxRows: 5 });
    expect(widest(text)).toBeLessThanOrEqual(80);
    expect(text).toContain('另有 25 行未显示');
    expect(text).toContain('屏幕放不下的列：');
  });

  test('colour is used only when asked for', () => {
    expect(renderTable(summarySheet, { color: false })).not.toContain('\u001b');
    expect(renderTable(summarySheet, { color: true })).toContain('\u001b[1m');
  });

  test('a cell cannot steer the terminal or break the line', () => {
    const sheet: Sheet = {
      ...summarySheet,
      tables: [{ columns: [column('客户号', 'text')], rows: [['a\u001b[2J\nb\u202e']], rowCount: 1 }],
    };
    expect(renderTable(sheet, { color: false })).toContain('a[2J b\n');
  });

  test('an empty list says so', () => {
    const text = renderTable(detailSheet(0), { color: false });
    expect(text).toContain('本期无数据');
    expect(text).not.toContain('合计');
  });

  test('no line is wider than 80 columns whatever the table holds', () => {
    const formats: readonly Format[] = ['text', 'count', 'fen', 'fenWan', 'ratio', 'decimal', 'day'];
    const columns = fc.array(
      fc.tuple(fc.string({ unit: fc.constantFrom('客', 'a', '（'), maxLength: 12 }), fc.constantFrom(...formats)),
      { minLength: 1, maxLength: 16 },
    );
    const texts = fc.string({ unit: fc.constantFrom('户', 'x', '\n', '，'), maxLength: 100 });
    fc.assert(
      fc.property(columns, fc.array(texts, { maxLength: 5 }), fc.nat(), (headers, cells, amount) => {
        const specs: readonly SheetColumn[] = headers.map(([header, format]) => column(header, format));
        const rows: readonly (readonly CellValue[])[] = cells.map((cell) =>
          specs.map(({ format }) => (format === 'text' ? cell : format === 'day' ? '2025-09-30' : amount)),
        );
        const sheet = { ...summarySheet, tables: [{ columns: specs, rows, rowCount: rows.length }] };
        expect(widest(renderTable(sheet, { color: false }))).toBeLessThanOrEqual(80);
      }),
      { numRuns: 200 },
    );
  });
});
