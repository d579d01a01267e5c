import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sheetGrid } from '../../src/render/sheet-grid.js';

const anyTables = fc.array(fc.array(fc.integer({ min: 6, max: 60 }), { minLength: 1, maxLength: 12 }), {
  minLength: 1,
  maxLength: 5,
});

function given(widths: readonly number[], from: number, to: number): number {
  return widths.slice(from, to).reduce((sum, width) => sum + width, 0);
}

describe('one grid for several tables', () => {
  test('a single table keeps its columns', () => {
    expect(sheetGrid([[10, 20, 30]], 0)).toEqual({ widths: [10, 20, 30], starts: [[0, 1, 2, 3]] });
  });

  test('edges close by are one', () => {
    expect(
      sheetGrid(
        [
          [22, 40],
          [20, 30, 30],
        ],
        -1,
      ),
    ).toEqual({
      widths: [22, 30, 10, 20],
      starts: [
        [0, 1, 3],
        [0, 1, 2, 4],
      ],
    });
  });

  test('every column gets at least its width, and none of the sheet is narrower than four', () => {
    fc.assert(
      fc.property(anyTables, fc.boolean(), (tables, isWhole) => {
        const { widths, starts } = sheetGrid(tables, isWhole ? 0 : -1);
        expect(Math.min(...widths)).toBeGreaterThanOrEqual(4);
        for (const [index, columns] of tables.entries()) {
          for (const [column, width] of columns.entries()) {
            const [from, to] = [starts[index]?.[column] ?? 0, starts[index]?.[column + 1] ?? 0];
            expect(to).toBeGreaterThan(from);
            expect(given(widths, from, to)).toBeGreaterThanOrEqual(width);
          }
        }
      }),
    );
  });

  test('the whole table is never divided', () => {
    fc.assert(
      fc.property(anyTables, (tables) => {
        const { starts } = sheetGrid(tables, 0);
        expect(starts[0]).toEqual([...(tables[0] ?? []).keys(), tables[0]?.length]);
      }),
    );
  });
});
