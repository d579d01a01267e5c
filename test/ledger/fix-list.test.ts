import { describe, expect, test } from 'vitest';
import { fixListSheet } from '../../src/ledger/fix-list.js';
import type { RejectedCell } from '../../src/model/fix-list.js';

const cell: RejectedCell = {
  file: '明细.xlsx',
  sha256: 'a'.repeat(64),
  sheet: '交易',
  line: 17,
  column: '交易日期',
  rowKey: '流水号 T2',
  code: 'unreadable-value',
  message: '无法识别 “2025-09-O7”',
  found: '2025-09-O7',
  expected: '日期',
  suggestion: '2025-09-07',
};

describe('the fix list', () => {
  test('has one row for each cell and one column to type in', () => {
    const [table] = fixListSheet([cell], 0).tables;
    expect([...(table?.rows ?? [])]).toEqual([
      [
        ...['明细.xlsx', '交易', 17, '交易日期', '流水号 T2', '无法识别 “2025-09-O7”'],
        ...['2025-09-O7', '日期', '2025-09-07', null, 'a'.repeat(64)],
      ],
    ]);
    expect(table?.columns.filter(({ input }) => input === true).map(({ header }) => header)).toEqual(['更正为']);
  });

  test('leaves the places empty that a cell does not have', () => {
    const { sheet: _, column: __, suggestion: ___, ...bare } = cell;
    expect([...(fixListSheet([bare], 0).tables[0]?.rows ?? [])][0]?.slice(0, 4)).toEqual(['明细.xlsx', null, 17, null]);
  });

  test.each([
    [1, 0, '共 1 处；'],
    [5000, 0, '共 5000 处；'],
    [5001, 0, '共 5000 处，另有 1 处没有列出；'],
    [5000, 7, '共 5000 处，另有 7 处没有列出；'],
  ])('of %i cells with %i more elsewhere says “%s”', (cells, unlisted, sentence) => {
    const sheet = fixListSheet(Array<RejectedCell>(cells).fill(cell), unlisted);
    expect(sheet.subtitle).toContain(sentence);
    expect(sheet.tables[0]?.rowCount).toBe(Math.min(cells, 5000));
  });
});
