// Cached results over what staff typed: they are those of the typed values, and those of a spreadsheet.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type excel from 'exceljs';
import { afterAll, describe, expect, test } from 'vitest';
import { salesOf } from '../../../src/analysis/sales/sales.js';
import { carry } from '../../../src/ledger/carry/carry.js';
import { referralLedgerSheet } from '../../../src/ledger/referral-ledger.js';
import type { CellValue, Sheet } from '../../../src/ledger/sheet.js';
import { wealthSalesSheet } from '../../../src/ledger/wealth-sales.js';
import { workLogSheets } from '../../../src/ledger/work-log.js';
import { type HandEntries, type HandRow, noHandEntries, rowKeyText } from '../../../src/model/hand-entries.js';
import { writeWorkbook } from '../../../src/render/xlsx.js';
import { asOf, rulesWith } from '../../analysis/branch.js';
import { salesBranch } from '../../analysis/sales/sales-branch.js';
import { fullLog } from '../../analysis/worklog/branch.js';
import { differences, hasOffice, readBook, recalculated } from '../../outside/office.js';
import { referralReport } from '../referral-report.js';
import { columnOf, readBack, rowOf, sheetOf, type as typeInto } from './books.js';

const folder = mkdtempSync(join(tmpdir(), 'taizhang-results-'));
afterAll(() => rmSync(folder, { recursive: true }));

const input = salesBranch();
const wealth = wealthSalesSheet(salesOf(input, rulesWith(), asOf), {
  ...{ branchName: '示例支行', branchNo: '0101' },
  ...{ period: input.period, asOf, printDate: asOf },
});
const referral = referralLedgerSheet(referralReport());
const log = workLogSheets(fullLog());

function tableIn(sheets: readonly Sheet[], name: string) {
  const table = sheets.find((sheet) => sheet.name === name)?.tables[0];
  if (table === undefined) throw new Error(`no table in ${name}`);
  return table;
}

function typed(sheet: string, table: string, key: string | null, cells: HandRow['cells']): HandEntries {
  const place = { sheet, table, key: key === null ? null : rowKeyText([key]) };
  return { ...noHandEntries, rows: [{ ...place, file: 'a.xlsx', line: 9, isOwn: key === null, cells }] };
}

/** The cell of the row with that key, else of the first row of staff. */
function cellIn(sheet: Sheet | undefined, rowKey: string | null, key: string): CellValue | undefined {
  const table = tableIn(sheet === undefined ? [] : [sheet], sheet?.name ?? '');
  const placeOf = (name: string) => table.columns.findIndex((column) => column.key === name);
  const found = rowKey === null ? undefined : [...table.rows].find((row) => row.includes(rowKey));
  return (found ?? table.staffRows?.[0])?.[placeOf(key)];
}

function totalIn(sheet: Sheet | undefined, key: string): CellValue | undefined {
  const table = tableIn(sheet === undefined ? [] : [sheet], sheet?.name ?? '');
  return table.total?.[table.columns.findIndex((column) => column.key === key)];
}

const [sale] = [...tableIn([wealth], '理财产品销售台帐').rows];
const saleKey = String(sale?.at(-1));

describe('a formula over typed cells', () => {
  test.each([
    [125_000.25, 0.5, undefined],
    [0, 0, undefined],
    ['约两万', null, true],
  ])('承接率 of 承接金额 %s is %s', (keptFen, share, isStale) => {
    const { sheets } = carry([wealth], typed('理财产品销售台帐', '理财销售', saleKey, { keptFen }), asOf);
    expect(cellIn(sheets[0], saleKey, 'keptShare')).toBe(share);
    expect(sheets[0]?.isStale).toBe(isStale);
  });

  test.each([
    ['2025-05-02 10:03', 25.1, undefined],
    ['2025-05-02 10:02:29', 25, undefined],
    ['2025-05-02', '—', undefined],
    ['2025-05-02 00:00', '—', undefined],
    ['第二天', null, true],
  ])('时长 of a first visit at %s is %s', (firstVisitAt, hours, isStale) => {
    const { sheets } = carry([referral], typed('转介台账', '转介', 'ZJ20250501001', { firstVisitAt }), asOf);
    expect(cellIn(sheets[0], 'ZJ20250501001', 'firstVisitHours')).toBe(hours);
    expect(sheets[0]?.isStale).toBe(isStale);
  });

  test('stands in rows of staff as well, and totals count them', () => {
    const own = { customerId: 'C7', registeredAt: '2025-05-01 09:00', firstVisitAt: '2025-05-01 11:00' };
    const more = { firstVisit: '达标', succeeded: '是', aumAtReceiptFen: 1.5, aumFen: 4 };
    const { sheets } = carry([referral], typed('转介台账', '转介', null, { ...own, ...more }), asOf);
    const [sheet] = sheets;
    expect([cellIn(sheet, null, 'firstVisitHours'), cellIn(sheet, null, 'upliftFen')]).toEqual([2, 2_500_000]);
    expect([totalIn(referral, 'firstVisit'), totalIn(referral, 'succeeded')]).toEqual(['55.56%', '40.00%']);
    expect([totalIn(sheet, 'firstVisit'), totalIn(sheet, 'succeeded')]).toEqual(['60.00%', '50.00%']);
    expect([totalIn(sheet, 'upliftFen'), sheet?.isStale]).toEqual([null, undefined]);
  });

  test('of which the ledger does not tell the result leaves the workbook to be computed anew', () => {
    const columns = tableIn([wealth], wealth.name).columns.map(({ result: _, ...column }) => column);
    const silent = { ...wealth, tables: wealth.tables.map((table, at) => (at === 0 ? { ...table, columns } : table)) };
    const sheetsWith = (keys: HandRow['cells']) =>
      carry([silent], typed(wealth.name, '理财销售', saleKey, keys), asOf).sheets[0]?.isStale;
    expect([sheetsWith({ keptFen: 5 }), sheetsWith({ note: '好' })]).toEqual([true, undefined]);
  });

  test('of another sheet over a typed column leaves the workbook to be computed anew', () => {
    const column = { key: 'sum', header: '和', format: 'fen', width: 9 } as const;
    const formula = 'SUM({理财产品销售台帐#理财销售!keptFen:all})';
    const sum: Sheet = {
      ...wealth,
      name: '核对',
      tables: [{ columns: [{ ...column, formula }], rows: [[0]], rowCount: 1 }],
    };
    const staleOf = (cells: HandRow['cells']) =>
      carry([wealth, sum], typed(wealth.name, '理财销售', saleKey, cells), asOf).sheets.map(({ isStale }) => isStale);
    expect(staleOf({ keptFen: 5 })).toEqual([undefined, true]);
    expect(staleOf({ note: '好' })).toEqual([undefined, undefined]);
  });
});

/** As staff fill the yellow cells of a day, of two ledgers, and a row of their own. */
function fillIn(workbook: excel.Workbook): void {
  const day = sheetOf(workbook, '0930');
  const cells: Readonly<Record<string, string | number | Date>> = {
    B5: '09:30',
    F5: '面访',
    I5: '谈到期产品',
    L5: new Date(Date.UTC(2025, 9, 9)),
    C8: 'c02',
    F8: '面访',
    C9: '没有此人',
    D10: '新来的客户',
    J10: '有意向',
    I20: 70,
    J22: 0,
    I22: 3,
    J23: 12,
    I23: 5.5,
    C26: 4,
    E21: 15.25,
  };
  for (const [address, value] of Object.entries(cells)) day.getCell(address).value = value;
  sheetOf(workbook, '0901').getCell('D5').value = '新客户';
  const sales = sheetOf(workbook, wealth.name);
  typeInto(sales, '登记键', saleKey, '承接金额(元)', 33_333.33);
  const register = sheetOf(workbook, referral.name);
  const at = (hours: number) => new Date(Date.UTC(2025, 4, 2, hours, 3, 40));
  typeInto(register, '转介编号', 'ZJ20250501001', '首访时间', at(10));
  typeInto(register, '转介编号', 'ZJ20250510002', '登记时间', new Date(Date.UTC(2025, 8, 20, 9, 30)));
  const row = rowOf(register, columnOf(register, '转介编号'), 'ZJ20250501001') + 1;
  const own = { 登记时间: at(8), 首访时间: at(16), '72小时达标': '达标', '90天内成功': '是', 客户号: 'C2001' };
  const amounts = { '接收时AUM(万元)': 1.25, '期末AUM(万元)': 20 };
  for (const [header, value] of Object.entries({ ...own, ...amounts }))
    register.getCell(row, columnOf(register, header)).value = value;
}

describe('a workbook that staff filled, written again', { timeout: 300_000 }, () => {
  const sheets = [wealth, referral, ...log];
  const again = readBack(sheets, fillIn).then((entries) => carry(sheets, entries, asOf));
  const formOf = async (name: string) => (await again).sheets.find((sheet) => sheet.name === name)?.form?.cells ?? [];

  test('has the forms of its days added up', async () => {
    const shownIn = async (sheet: string, key: string) => (await formOf(sheet)).find((cell) => cell.key === key)?.value;
    expect(await shownIn('0930', 'visits')).toBe('今日约访 6 户，面访 2 户');
    expect(await shownIn('0930', 'visit4.customerName')).toMatch(/^欧/);
    expect(await shownIn('0930', 'visit5.customerName')).toBe('');
    expect((await formOf('0930')).find(({ row, column }) => row === 20 && column === 12)?.value).toBe(0.7);
    expect([await shownIn('月度汇总', 'visits.22'), await shownIn('月度汇总', 'meetings.22')]).toEqual([6, 2]);
    const dates = (await formOf('_日志明细')).filter(({ key, value }) => key?.startsWith('date') && value !== null);
    expect(dates.map(({ key, value }) => [key, value])).toEqual([
      ['date2025-09-30.1', '2025-09-30'],
      ['date2025-09-30.4', '2025-09-30'],
      ['date2025-09-30.6', '2025-09-30'],
    ]);
  });

  test('has nothing that must be computed anew', async () => {
    expect((await again).sheets.filter(({ isStale }) => isStale)).toEqual([]);
  });

  test.skipIf(!hasOffice)('has the results to which LibreOffice comes', async () => {
    const { sheets: carried, indexSheet, removed } = await again;
    expect(removed).toEqual([]);
    const path = join(folder, '台账.xlsx');
    await writeWorkbook([...carried, indexSheet], path, { asOf });
    const book = readBook(path);
    const found = differences(book, recalculated([book], join(folder, 'office')).get(book.name) ?? new Map());
    expect(found.wrong).toEqual([]);
    expect(found.checked).toBeGreaterThan(4_000);
  });

  test.skipIf(!hasOffice)('shows no error where staff typed words for a moment or an amount', async () => {
    const own = { registeredAt: '九月初', firstVisitAt: '2025-09-02 10:00', aumFen: '约三十', aumAtReceiptFen: 1.5 };
    const words = [
      typed(wealth.name, '理财销售', saleKey, { keptFen: '约两万' }),
      typed(referral.name, '转介', 'ZJ20250501001', { firstVisitAt: '第二天' }),
      typed(referral.name, '转介', null, own),
    ];
    const entries = { ...noHandEntries, rows: words.flatMap(({ rows }) => rows) };
    const { sheets: carried, indexSheet } = carry([wealth, referral], entries, asOf);
    const path = join(folder, '文字.xlsx');
    await writeWorkbook([...carried, indexSheet], path, { asOf });
    const book = readBook(path);
    const grids = recalculated([book], join(folder, 'words')).get(book.name) ?? new Map();
    const shown = [...grids.values()].flat(2).map(String);
    expect(shown).toEqual(expect.arrayContaining(['约两万', '第二天', '约三十']));
    expect(shown.filter((cell) => /^(?:#[A-Z]|Err:)/.test(cell))).toEqual([]);
  });
});
