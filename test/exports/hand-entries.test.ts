import { describe, expect, test } from 'vitest';
import { carry } from '../../src/ledger/carry/carry.js';
import { referralLedgerSheet } from '../../src/ledger/referral-ledger.js';
import { vipCustomersSheet } from '../../src/ledger/vip-customers.js';
import { wakeLedgerSheet } from '../../src/ledger/wake-ledger.js';
import { type HandEntries, noHandEntries } from '../../src/model/hand-entries.js';
import { asOf, rulesWith } from '../analysis/branch.js';
import { balance, portfolio } from '../analysis/portfolio/branch.js';
import { columnOf, readBack, rowOf, sheetOf, type as typeInto } from '../ledger/carry/books.js';
import { dormantReport } from '../ledger/dormant-report.js';
import { referralReport } from '../ledger/referral-report.js';

const [wake, referral] = ['睡眠客户唤醒台账', '转介台账'];
const sheets = [wakeLedgerSheet(dormantReport()), referralLedgerSheet(referralReport())];

function cellsOf({ rows }: HandEntries, key: string | null): Readonly<Record<string, unknown>> | undefined {
  return rows.find((row) => row.key === (key === null ? null : JSON.stringify([key])))?.cells;
}

describe('hand entries are read back', () => {
  test('a workbook that nobody touched has none, though exports filled input cells', async () => {
    expect(await readBack(sheets, () => {})).toEqual(noHandEntries);
  });

  test('values keep their type: text, number, day, and a text that looks like a formula', async () => {
    const entries = await readBack(sheets, (workbook) => {
      const sheet = sheetOf(workbook, wake);
      typeInto(sheet, '客户号', 'C08', '首次接触日', new Date(Date.UTC(2025, 8, 12)));
      typeInto(sheet, '客户号', 'C08', '备注', '=1+1');
      typeInto(sheet, '客户号', 'C08', '接触方式', '面访');
      typeInto(sheetOf(workbook, referral), '转介编号', 'ZJ20250510002', '意向金额(万元)', 12.5);
      typeInto(
        sheetOf(workbook, referral),
        '转介编号',
        'ZJ20250510002',
        '首访时间',
        new Date(Date.UTC(2025, 4, 11, 9, 30)),
      );
    });
    expect(cellsOf(entries, 'C08')).toEqual({ firstContactOn: '2025-09-12', remark: '=1+1', contactMethod: '面访' });
    expect(cellsOf(entries, 'ZJ20250510002')).toEqual({ intendedFen: 12.5, firstVisitAt: '2025-05-11 09:30' });
    expect(entries.rows).toHaveLength(2);
  });

  test('a moved column and an inserted one are understood; what is in the inserted one is said', async () => {
    const entries = await readBack(sheets, (workbook) => {
      const sheet = sheetOf(workbook, wake);
      typeInto(sheet, '客户号', 'C12', '备注', '下周再来');
      for (const merge of [...(sheet as unknown as { model: { merges: string[] } }).model.merges])
        sheet.unMergeCells(merge);
      const at = columnOf(sheet, '余额档');
      sheet.spliceColumns(at, 0, []);
      const header = rowOf(sheet, columnOf(sheet, '客户号'), '客户号');
      sheet.getCell(header, at).value = '我的批注';
      sheet.getCell(header + 1, at).value = '记得回访';
    });
    expect(cellsOf(entries, 'C12')).toEqual({ remark: '下周再来' });
    expect(entries.foreign).toEqual([{ sheet: wake, place: 'J 列' }]);
    expect(entries.warnings).toEqual([
      '上期.xlsx:睡眠客户唤醒台账: “我的批注”一列不是台账原有的列，里面的内容不会带入新台账；需要保留时请抄到黄色的列里或另存一份',
    ]);
  });

  test.each([
    [wake, '备注', '备注2', /睡眠客户唤醒台账:[A-Z]+\d+: 表头是“备注2”，应为“备注”/],
    [wake, '客户号', '编号', /表头是“编号”，应为“客户号”/],
    [referral, '首访时间', '拜访', /表头是“拜访”，应为“首访\/首访时间”/],
  ])('in %s the header %s renamed to %s is refused with its place', async (name, header, other, message) => {
    const reading = readBack(sheets, (workbook) => {
      const sheet = sheetOf(workbook, name);
      const column = columnOf(sheet, header);
      sheet.getCell(rowOf(sheet, column, header), column).value = other;
    });
    await expect(reading).rejects.toThrow(message);
  });

  test('a renamed column of the export is of no interest', async () => {
    const entries = await readBack(sheets, (workbook) => {
      const sheet = sheetOf(workbook, wake);
      typeInto(sheet, '客户号', 'C08', '备注', '好');
      const column = columnOf(sheet, '余额档');
      sheet.getCell(rowOf(sheet, column, '余额档'), column).value = '档位';
    });
    expect(cellsOf(entries, 'C08')).toEqual({ remark: '好' });
    expect(entries.warnings).toEqual([]);
  });

  test.each<[string, string, unknown, Readonly<Record<string, unknown>> | RegExp]>([
    ['with a text', '备注', { formula: '"共"&"3"', result: '共3' }, { remark: '共3' }],
    ['with a number', '备注', { formula: '1+2', result: 3 }, { remark: 3 }],
    ['that comes to an empty text', '备注', { formula: '""', result: '' }, {}],
    [
      'without result',
      '备注',
      { formula: '1+2' },
      /睡眠客户唤醒台账:[A-Z]+\d+: 日期超出 Excel 的范围，或公式还没有结果/,
    ],
    ['without result in a locked column', '余额档', { formula: '1+2' }, {}],
  ])('a typed formula %s is its result, or is refused', async (_, header, value, expected) => {
    const reading = readBack(sheets, (workbook) =>
      typeInto(sheetOf(workbook, wake), '客户号', 'C08', header, value as Date),
    );
    if (expected instanceof RegExp) await expect(reading).rejects.toThrow(expected);
    else expect(cellsOf(await reading, 'C08') ?? {}).toEqual(expected);
  });

  test('two rows of one key with different entries are refused, naming both rows', async () => {
    const reading = readBack(sheets, (workbook) => {
      const sheet = sheetOf(workbook, wake);
      typeInto(sheet, '客户号', 'C08', '备注', '甲');
      typeInto(sheet, '客户号', 'C12', '备注', '乙');
      typeInto(sheet, '客户号', 'C12', '客户号', 'C08');
    });
    await expect(reading).rejects.toThrow(/第 \d+ 行: 和第 \d+ 行是同一笔，手填内容却不同/);
  });

  test('a row that staff typed below the list is read with all its cells', async () => {
    const entries = await readBack(sheets, (workbook) => {
      const sheet = sheetOf(workbook, referral);
      const row = rowOf(sheet, columnOf(sheet, '转介编号'), 'ZJ20250501001') + 1;
      sheet.getCell(row, columnOf(sheet, '转介岗位')).value = '大堂';
      sheet.getCell(row, columnOf(sheet, '客户号')).value = 'C2001';
    });
    expect(entries.rows).toMatchObject([
      { key: null, isOwn: true, cells: { referrerRole: '大堂', customerId: 'C2001' } },
    ]);
  });

  test('the row below the header is a row, also where most of its cells are empty', async () => {
    const known = portfolio({ rules: rulesWith(), balances: [balance('C1', '2025-09-30', 300_000)] });
    const vip = vipCustomersSheet(known, { branchName: '城东支行', branchNo: '0101', printDate: asOf });
    const entries = await readBack([vip], (workbook) => {
      const sheet = sheetOf(workbook, vip.name);
      expect(rowOf(sheet, columnOf(sheet, '客户号'), 'C1')).toBe(5);
      typeInto(sheet, '客户号', 'C1', '下次联系日', new Date(Date.UTC(2025, 9, 15)));
    });
    expect(cellsOf(entries, 'C1')).toEqual({ nextContactOn: '2025-10-15' });
  });

  test('without the hidden sheet every filled yellow cell counts as typed', async () => {
    const entries = await readBack(sheets, (workbook) => workbook.removeWorksheet(sheetOf(workbook, '_手填').id));
    expect(cellsOf(entries, 'ZJ20250510002')).toMatchObject({ status: '已接收', intendedFen: 50 });
  });

  test('a renamed worksheet is known by its headers, a foreign one is named', async () => {
    const entries = await readBack(sheets, (workbook) => {
      typeInto(sheetOf(workbook, wake), '客户号', 'C08', '备注', '好');
      sheetOf(workbook, wake).name = '睡眠';
      workbook.addWorksheet('草稿').getCell('A1').value = '算一算';
    });
    expect(cellsOf(entries, 'C08')).toEqual({ remark: '好' });
    expect(entries.foreign).toEqual([{ sheet: '草稿', place: '' }]);
    expect(entries.warnings).toEqual(['上期.xlsx:草稿: 不是台账原有的工作表，不会带入新台账；需要保留时请另存一份']);
  });

  test('a workbook of others is refused', async () => {
    const reading = readBack([{ ...sheets[0]!, name: '别的' }], (workbook) => {
      workbook.removeWorksheet(sheetOf(workbook, '_手填').id);
      sheetOf(workbook, '别的').name = '客户';
    });
    await expect(reading).rejects.toThrow('不是 taizhang ledger 写出的台账');
  });
});

describe('what was read comes back', () => {
  test('the removed entries of a workbook are read from 已移出, numbers as numbers', async () => {
    const removed = await readBack(sheets, (workbook) => {
      typeInto(sheetOf(workbook, referral), '转介编号', 'ZJ20250510002', '意向金额(万元)', 12.5);
      typeInto(sheetOf(workbook, wake), '客户号', 'C08', '备注', '好');
    });
    const without = [
      wakeLedgerSheet(dormantReport({ customers: [] })),
      referralLedgerSheet(referralReport({ referrals: [] })),
    ];
    const again = await readBack(without, () => {}, removed);
    expect(again.rows).toEqual([]);
    expect(again.removed.map(({ row, header, value, since }) => [row, header, value, since])).toEqual([
      ['C08', '备注', '好', '2025-09-30'],
      ['ZJ20250510002', '意向金额(万元)', 12.5, '2025-09-30'],
    ]);
    const back = carry(sheets, again, asOf);
    expect([back.carried, back.removed, back.conflicts.length]).toEqual([2, [], 1]);
  });
});
