import { describe, expect, test } from 'vitest';
import type { CellValue, Sheet, SheetColumn, Table } from '../../src/ledger/sheet.js';
import { planSheet } from '../../src/render/sheet-plan.js';
import { cellPadding } from '../../src/render/text-lines.js';
import { column, detailSheet, summarySheet } from './sheets.js';

function listOf(columns: readonly SheetColumn[], row: readonly CellValue[]): Sheet {
  const table: Table = { columns, rows: [row], rowCount: 1, isList: true };
  return { name: '明细', title: '明细', subtitle: '', tables: [table], notes: [] };
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0);
}

describe('plan of a sheet', () => {
  test('long texts give way so that the print is one page wide', () => {
    const columns = [column('客户号', 'text'), ...Array.from({ length: 5 }, (_, at) => column(`说明${at}`, 'text'))];
    const plan = planSheet(listOf(columns, ['01', ...Array.from({ length: 5 }, () => '理由'.repeat(40))]));
    expect(plan.pagesWide).toBe(1);
    expect(plan.repeatedColumns).toBe(0);
    expect(total(plan.widths)).toBeLessThanOrEqual(215);
  });

  test('amounts do not give way: two pages then, with the first columns on both', () => {
    const columns = [column('客户号', 'text'), ...Array.from({ length: 12 }, (_, at) => column(`金额${at}`, 'fen'))];
    const plan = planSheet(listOf(columns, ['01', ...Array.from({ length: 12 }, () => 123_456_789_012_345)]));
    expect(plan.pagesWide).toBe(2);
    expect(plan.repeatedColumns).toBe(1);
  });

  test('a customer number of 22 digits is never wrapped', () => {
    const columns = [column('客户号', 'text'), ...Array.from({ length: 9 }, (_, at) => column(`说明${at}`, 'text'))];
    const plan = planSheet(listOf(columns, ['9'.repeat(22), ...Array.from({ length: 9 }, () => '理由'.repeat(40))]));
    expect(plan.widths[0]).toBeGreaterThanOrEqual(25);
  });

  test('a text gets the room that it needs not to be wrapped', () => {
    const { widths } = planSheet(listOf([column('岗位', 'text'), column('机构', 'text')], ['柜员', '云栖支行']));
    expect(widths[1]).toBeGreaterThanOrEqual(8 + cellPadding);
  });

  test('tables below each other do not widen each other beyond a page', () => {
    const texts = (widths: readonly number[]): Table => ({
      columns: widths.map((width, at) => ({ header: `列${at}`, format: 'text', width })),
      rows: [],
      rowCount: 0,
    });
    const tables = [texts([60, 60]), texts([10, 10, 10, 10, 10, 10, 10, 60]), texts([6, 24, 40, 7, 12, 60])];
    const plan = planSheet({ ...summarySheet, tables });
    expect(plan.pagesWide).toBe(1);
    expect(plan.starts.map((starts) => starts.length)).toEqual([3, 9, 7]);
  });

  test('tables with the same headers have the same edges', () => {
    const table = (value: number): Table => ({
      columns: [column('层级', 'text'), column('合计', 'fen'), column('备注', 'text')],
      rows: [['甲', value, '']],
      rowCount: 1,
    });
    const { starts, widths } = planSheet({ ...summarySheet, tables: [table(1), table(123_456_789_012)] });
    expect(starts).toEqual([
      [0, 1, 2, 3],
      [0, 1, 2, 3],
    ]);
    expect(widths[1]).toBeGreaterThan(18);
  });

  test('a page is as high as A4 at the scale of its width', () => {
    const narrow = planSheet(listOf([column('客户号', 'text')], ['01']));
    const wide = planSheet(detailSheet(3));
    expect(narrow.pageHeight).toBe(510);
    expect(wide.pageHeight).toBeGreaterThan(510);
    expect(wide.pageHeight).toBeLessThan(510 / 0.69);
  });
});
