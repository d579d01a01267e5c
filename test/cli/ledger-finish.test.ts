// What is decided once the hand entries are in: the name of a workbook, and what is said of its neighbours. All people are invented.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type LedgerBook, ledgerBooks } from '../../src/cli/ledger-books.js';
import { finishBook } from '../../src/cli/ledger-finish.js';
import type { PreparedLedgers } from '../../src/cli/ledger-input.js';
import { neighbourHints } from '../../src/cli/ledger-neighbours.js';
import { type Carried, carry } from '../../src/ledger/carry/carry.js';
import type { Sheet } from '../../src/ledger/sheet.js';
import { noHandEntries } from '../../src/model/hand-entries.js';
import { asOf, on } from '../analysis/branch.js';
import { branchInput } from '../analysis/portfolio/branch.js';
import { branchWish } from '../analysis/portfolio/wish.js';

const { rules } = branchWish;
const prepared: PreparedLedgers = {
  input: branchInput({ ...branchWish, bookings: undefined }),
  asOf: { asOf, source: '--as-of' },
  registered: { from: null },
  cohortOn: on('2025-06-30'),
};
const frame = { branchName: null, branchNo: '0101', printDate: asOf, includesRedemptions: false };
const wish = { ledgers: undefined, withLog: false, splitsByEmployee: false };
const [book] = ledgerBooks(prepared, rules, frame, wish).books as readonly [LedgerBook];

/** As a column that people fill in would change a sum. */
function withMore(sheets: readonly Sheet[], key: string): Carried {
  const changed = sheets.map((sheet): Sheet => {
    if (sheet.name !== '总体情况') return sheet;
    const tables = sheet.tables.map((table) => {
      const at = table.columns.findIndex((column) => column.key === key);
      const rows = [...table.rows].map((row) =>
        row.map((value, place) => (place === at && typeof value === 'number' ? value + 1 : value)),
      );
      return { ...table, rows };
    });
    return { ...sheet, tables };
  });
  return { ...carry(sheets, noHandEntries, asOf), sheets: changed, carried: 1 };
}

const resultsOf = (sheets: readonly Sheet[]) =>
  sheets
    .filter(({ name }) => name === '勾稽')
    .flatMap(({ tables }) => tables.flatMap(({ rows }) => [...rows].map((row) => row[6])));

describe('a finished workbook', () => {
  test('balances as it was made where nothing was typed', () => {
    const finished = finishBook(book, carry(book.sheets, noHandEntries, asOf));
    expect(finished).toMatchObject({ name: '台账_0101_20250930.xlsx', failedChecks: 0 });
    expect(resultsOf(finished.sheets)).not.toContain('✘');
  });

  test('says in its name and on 勾稽 where what was typed upsets a sum', () => {
    const finished = finishBook(book, withMore(book.sheets, 'opening'));
    expect(finished.failedChecks).toBeGreaterThan(0);
    expect(resultsOf(finished.sheets).filter((result) => result === '✘')).toHaveLength(finished.failedChecks);
    expect([finished.name, finished.otherName]).toEqual([
      '台账_0101_20250930_勾稽不平.xlsx',
      '台账_0101_20250930.xlsx',
    ]);
  });
});

describe('neighbours in the folder', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'taizhang-neighbours-'));
    for (const name of [
      '台账_E1_王一_20250923.xlsx',
      '台账_E7_李七_20250923.xlsx',
      '台账_E1_王一_20250930.xlsx',
      '说明.xlsx',
    ])
      writeFileSync(join(folder, name), '');
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const hints = (hasPrevious: boolean, splitsByEmployee: boolean) =>
    neighbourHints(folder, ['台账_E1_王一_20250930.xlsx'], { hasPrevious, splitsByEmployee });

  test.each([
    ['earlier ledgers that were not asked for', false, false, ['“台账_E1_王一_20250923.xlsx”里手填的内容没有带过来']],
    ['nothing where they were', true, false, []],
    ['the book of an employee who left', true, true, ['“台账_E7_李七_20250923.xlsx”没有重写']],
  ])('%s', (_, hasPrevious, splits, wanted) => {
    const told = hints(hasPrevious, splits);
    expect(told).toHaveLength(wanted.length);
    for (const [at, start] of wanted.entries()) expect(told[at]).toContain(start);
  });

  test('a folder that is not there yet has none', () => {
    expect(neighbourHints(join(folder, '没有'), [], { hasPrevious: false, splitsByEmployee: true })).toEqual([]);
  });
});
