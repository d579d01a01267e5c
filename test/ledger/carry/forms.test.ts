import type excel from 'exceljs';
import { describe, expect, test } from 'vitest';
import { carry, carryAcross } from '../../../src/ledger/carry/carry.js';
import type { FormCell, Sheet } from '../../../src/ledger/sheet.js';
import { asOf } from '../../analysis/branch.js';
import { readBack } from './books.js';

/** One day of a log: three lines for visits, whose customers may be due, and a box. */
function day(due: readonly (string | null)[], month: string | null = null): Sheet {
  const input = (key: string, row: number, column: number, value: FormCell['value'], formula?: string): FormCell => ({
    ...{ key, row, column, look: 'data', format: 'text', value, input: true },
    ...(formula === undefined ? {} : { formula }),
  });
  const cells: readonly FormCell[] = [
    { row: 3, column: 1, columns: 3, look: 'section', format: 'text', value: '一、客户约访记录' },
    ...['客户号', '客户姓名', '结果'].map(
      (value, at): FormCell => ({ row: 4, column: at + 1, look: 'header', format: 'text', value }),
    ),
    ...due.flatMap((id, at) => [
      input(`visit${at + 1}.customerId`, 5 + at, 1, id),
      input(
        `visit${at + 1}.customerName`,
        5 + at,
        2,
        id === null ? '' : '王*',
        `IF({visit${at + 1}.customerId}="","","王*")`,
      ),
      input(`visit${at + 1}.result`, 5 + at, 3, null),
    ]),
    input('month', 9, 1, month),
  ];
  const form = { widths: [12, 12, 20], heights: [], cells };
  return { name: '0930', title: '日志', subtitle: '2025-09-30', tables: [], form, notes: [] };
}

function valuesOf({ form }: Sheet): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    (form?.cells ?? []).flatMap(({ key, value }) =>
      key === undefined || value === null || value === '' ? [] : [[key, value]],
    ),
  );
}

const typed = () =>
  readBack([day(['C1', 'C2', null], '3')], (workbook) => {
    const sheet = workbook.getWorksheet('0930');
    for (const [cell, value] of [
      ['C5', '有意向'],
      ['C6', '拒绝'],
      ['A7', 'C9'],
      ['A9', '写得好'],
    ] as const)
      if (sheet !== undefined) sheet.getCell(cell).value = value;
  });

describe('what staff typed into a form', () => {
  test('as a formula is its result, or is refused by its cell; the name that a formula of ours finds is not typed', async () => {
    const formula = (cell: string, value: excel.CellFormulaValue) =>
      readBack([day(['C1', null], '3')], (workbook) => {
        const sheet = workbook.getWorksheet('0930');
        if (sheet !== undefined) sheet.getCell(cell).value = value;
      });
    const cellsIn = async (cell: string, value: excel.CellFormulaValue) =>
      (await formula(cell, value)).rows.map(({ cells }) => cells);
    expect(await cellsIn('C5', { formula: '"有"&"意向"', result: '有意向' })).toEqual([{ result: '有意向' }]);
    expect(await cellsIn('A9', { formula: '10+2.5', result: 12.5 })).toEqual([{ month: 12.5 }]);
    expect(await cellsIn('B6', { formula: '"王"&"*"' })).toEqual([]);
    await expect(formula('A9', { formula: '10+2.5' })).rejects.toThrow(
      '上期.xlsx:0930:A9: 日期超出 Excel 的范围，或公式',
    );
  });

  test('of a page that is gone is said to be lost', async () => {
    const { warnings } = await readBack([day(['C1']), { ...day(['C1']), name: '0929' }], (workbook) =>
      workbook.removeWorksheet('0929'),
    );
    expect(warnings).toEqual(['上期.xlsx: 找不到工作表“0929”，它的手填内容无法带入；若不是有意删除，请从备份恢复']);
  });

  test('is read line by line; what exports and formulas filled is not', async () => {
    const { rows } = await typed();
    expect(rows.map(({ key, cells }) => [key, cells])).toEqual([
      ['["visit1","C1","王*"]', { result: '有意向' }],
      ['["visit2","C2","王*"]', { result: '拒绝' }],
      ['["visit3","C9",""]', { customerId: 'C9' }],
      ['["","",""]', { month: '写得好' }],
    ]);
  });

  test('follows its customer to another line, and takes along who is no longer due', async () => {
    const { sheets, carried, removed } = carry([day(['C2', null, null])], await typed(), asOf);
    expect(valuesOf(sheets[0] as Sheet)).toMatchObject({
      'visit1.customerId': 'C2',
      'visit1.result': '拒绝',
      'visit2.customerId': 'C1',
      'visit2.result': '有意向',
      'visit3.customerId': 'C9',
      month: '写得好',
    });
    expect([carried, removed]).toEqual([4, []]);
  });

  test('goes to 已移出 where no line is left', async () => {
    const { removed, carried } = carry([day(['C3', 'C4', 'C5'])], await typed(), asOf);
    expect(removed.map(({ row, value }) => [row.split(' ')[1], value])).toEqual([
      ['C1', '有意向'],
      ['C2', '拒绝'],
      ['C9', 'C9'],
    ]);
    expect(carried).toBe(1);
  });

  test('stays in its own workbook: another one of the run takes nothing', async () => {
    const books = [
      { name: '工作日志_E2_202509.xlsx', sheets: [day([null])] },
      { name: '工作日志_E3_202509.xlsx', sheets: [day([null])] },
    ];
    const results = carryAcross(books, await typed(), asOf).books;
    expect(results.map(({ carried, removed }) => [carried, removed.length])).toEqual([
      [0, 0],
      [0, 0],
    ]);
  });

  test('is refused where rows were moved', async () => {
    const reading = readBack([day(['C1'])], (workbook) => {
      const sheet = workbook.getWorksheet('0930');
      if (sheet !== undefined) sheet.getCell('A4').value = '顾客';
    });
    await expect(reading).rejects.toThrow('上期.xlsx:0930:A4: 应为“客户号”，表单的行列被移动过');
  });
});
