// 转介编号 that we count day by day: one registered late moves the others on, and what staff typed stays with its customer.
import { describe, expect, test } from 'vitest';
import type { ReferralRow } from '../../../src/analysis/referral/listed.js';
import { type Carried, carry } from '../../../src/ledger/carry/carry.js';
import { referralLedgerSheet } from '../../../src/ledger/referral-ledger.js';
import type { Sheet } from '../../../src/ledger/sheet.js';
import { noHandEntries } from '../../../src/model/hand-entries.js';
import { asOf } from '../../analysis/branch.js';
import { referralReport, referralRow } from '../referral-report.js';
import { columnOf, readBack, rowOf, sheetOf } from './books.js';

const list = '转介台账';
const sheetWith = (...referrals: readonly ReferralRow[]) => referralLedgerSheet(referralReport({ referrals }));
const [n1, n2, n3] = ['ZJ20250501001', 'ZJ20250501002', 'ZJ20250501003'] as const;

/** 甲 comes first, 乙 later the same day. */
const first = referralRow({
  referralNo: n1,
  customerId: 'C1',
  customerName: '甲*甲',
  registeredAt: '2025-05-01 09:00',
});
const second = referralRow({
  referralNo: n2,
  customerId: 'C2',
  customerName: '乙*乙',
  registeredAt: '2025-05-01 10:00',
});
const late = referralRow({ referralNo: n1, customerId: 'C9', customerName: '丙*丙', registeredAt: '2025-05-01 08:00' });

/** `note` typed into the row of a number, as it comes into the next workbook. */
async function noted(before: Sheet, referralNo: string, after: Sheet, entries = noHandEntries): Promise<Carried> {
  const read = await readBack(
    [before],
    (workbook) => {
      const sheet = sheetOf(workbook, list);
      sheet.getCell(rowOf(sheet, 2, referralNo), columnOf(sheet, '未成交原因/备注')).value = '喜欢短期';
    },
    entries,
  );
  return carry([after], read, asOf);
}

/** Numbers of the rows with a note. */
function notedRows({ sheets }: Carried): readonly unknown[] {
  const [table] = sheets[0]?.tables ?? [];
  const at = (key: string) => table?.columns.findIndex((column) => column.key === key) ?? -1;
  return [...(table?.rows ?? [])].filter((row) => row[at('note')] === '喜欢短期').map((row) => row[at('referralNo')]);
}

describe('an entry of a referral stays with its customer', () => {
  test.each<[string, readonly ReferralRow[], readonly string[]]>([
    ['nothing changed', [first, second], [n2]],
    ['one was registered before it', [late, { ...first, referralNo: n2 }, { ...second, referralNo: n3 }], [n3]],
    ['the one before it was taken back', [{ ...second, referralNo: n1 }], [n1]],
    ['the customer became one', [first, { ...second, customerId: 'C22', customerName: '乙*乙' }], [n2]],
    ['its product and amount were corrected', [first, { ...second, intendedProduct: '基金', intendedFen: 1 }], [n2]],
    ['its day was corrected', [first, { ...second, registeredAt: '2025-04-30 10:00' }], [n2]],
    ['the workbook shows names now', [first, { ...second, customerName: '乙大乙' }], [n2]],
    ['its number is that of somebody else, and it is gone', [late, { ...first, referralNo: n2 }], []],
  ])('where %s', async (_, now, rows) => {
    const carried = await noted(sheetWith(first, second), n2, sheetWith(...now));
    expect(notedRows(carried)).toEqual(rows);
    expect(carried.removed.map(({ value, reason }) => [value, reason])).toEqual(
      rows.length > 0 ? [] : [['喜欢短期', '这个编号现在是另一笔']],
    );
  });

  test('without 客户号 the name tells', async () => {
    const [lead, other] = [
      { ...first, customerId: null },
      { ...second, customerId: null },
    ];
    const now = sheetWith({ ...other, referralNo: n1, customerName: '乙大乙' }, { ...lead, referralNo: n2 });
    expect(notedRows(await noted(sheetWith(lead, other), n2, now))).toEqual([n1]);
  });

  test('and comes back from 已移出 to it alone, not to the one that has its number', async () => {
    const gone = await noted(sheetWith(first, second), n2, sheetWith(late, { ...first, referralNo: n2 }));
    const read = await readBack([sheetWith(late, { ...first, referralNo: n2 })], () => {}, {
      ...noHandEntries,
      removed: gone.removed,
    });
    expect(read.removed).toMatchObject([
      { value: '喜欢短期', key: JSON.stringify([n2]), reason: '这个编号现在是另一笔' },
    ]);
    const still = carry([sheetWith(late, { ...first, referralNo: n2 })], read, asOf);
    expect([notedRows(still), still.removed.length]).toEqual([[], 1]);
    const back = carry([sheetWith(late, { ...first, referralNo: n2 }, { ...second, referralNo: n3 })], read, asOf);
    expect([notedRows(back), back.removed.length]).toEqual([[n3], 0]);
  });

  test('已移出 keeps no name', async () => {
    const shown = { ...second, customerName: '乙大乙' };
    const gone = await noted(sheetWith(first, shown), n2, sheetWith(first));
    expect(gone.removed[0]?.identity).toMatchObject({ customerId: 'C2', customerName: '乙*乙' });
  });

  test('a row that staff numbered themselves is not written over the one that got the number', async () => {
    const read = await readBack([sheetWith(first)], (workbook) => {
      const sheet = sheetOf(workbook, list);
      const row = rowOf(sheet, 2, n1) + 1;
      const own = { 转介编号: n2, 登记时间: '2025-05-01 11:00', 客户号: 'C7', 客户姓名: '丁丁' };
      for (const [header, value] of Object.entries(own)) sheet.getCell(row, columnOf(sheet, header)).value = value;
    });
    const carried = carry([sheetWith(first, second)], read, asOf);
    const names = [...(carried.sheets[0]?.tables[0]?.rows ?? [])].map((row) => row[10]);
    expect(names).toEqual(['C1', 'C2']);
    expect(new Set(carried.removed.map(({ reason }) => reason))).toEqual(new Set(['这个编号现在是另一笔']));
    expect(carried.removed.map(({ value }) => value)).toContain('C7');
  });
});
