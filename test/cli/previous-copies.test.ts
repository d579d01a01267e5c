import { describe, expect, test } from 'vitest';
import { withoutCopied } from '../../src/cli/previous-copies.js';
import { type HandRow, noHandEntries, type RemovedEntry } from '../../src/model/hand-entries.js';

const row = (key: string | null, cells: HandRow['cells'], isOwn = key === null): HandRow => {
  return { sheet: '转介台账', table: '转介', key, file: 'a.xlsx', line: 5, isOwn, cells };
};

const gone = (value: string): RemovedEntry => {
  const place = { sheet: '转介台账', table: '转介', key: '["1"]', row: '1', column: 'note', header: '备注' };
  return { ...place, value, since: '2025-09-30', reason: '', file: 'a.xlsx' };
};

describe('what a copy of a ledger holds beyond the first', () => {
  test.each<[string, HandRow, HandRow, readonly HandRow[]]>([
    ['nothing where it says the same', row('k', { note: '好' }), row('k', { note: '好' }), []],
    ['a cell that was typed later', row('k', { note: '好' }), row('k', { note: '好', a: 1 }), [row('k', { a: 1 })]],
    ['a cell that says something else', row('k', { note: '好' }), row('k', { note: '坏' }), [row('k', { note: '坏' })]],
    ['another row', row('k', { note: '好' }), row('l', { note: '好' }), [row('l', { note: '好' })]],
    ['no row of staff twice', row(null, { a: '王', b: 1 }), row(null, { a: '王', b: 1 }), []],
    [
      'a changed row of staff whole',
      row(null, { a: '王' }),
      row(null, { a: '王', b: 1 }),
      [row(null, { a: '王', b: 1 })],
    ],
    [
      'a numbered row of staff whole',
      row('n', { a: 1 }, true),
      row('n', { a: 1, b: 2 }, true),
      [row('n', { a: 1, b: 2 }, true)],
    ],
  ])('is %s', (_, first, copy, rest) => {
    const left = withoutCopied({ ...noHandEntries, rows: [copy] }, { ...noHandEntries, rows: [first] });
    expect(left.rows).toEqual(rest);
  });

  test('is what stands on its own 已移出 only', () => {
    const first = { ...noHandEntries, removed: [gone('甲')] };
    expect(withoutCopied({ ...noHandEntries, removed: [gone('甲'), gone('乙')] }, first).removed).toEqual([gone('乙')]);
  });
});
