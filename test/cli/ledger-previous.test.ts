// A target that is its own --previous, with things in it that no ledger has a place for.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import excel from 'exceljs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runIn } from '../run.js';

const golden = join(import.meta.dirname, '..', '..', 'fixtures', 'golden');
const name = '台账_0101_20250930.xlsx';
const list = '睡眠客户唤醒台账';
let folder = '';

function ledger(out: string, ...args: readonly string[]) {
  const fixed = ['--branch', '0101', '--as-of', '2025-09-30', '--quiet'];
  return runIn(folder, ['ledger', '睡眠', '导出', '-o', out, ...fixed, ...args]);
}

async function edit(change: (workbook: excel.Workbook) => void): Promise<Buffer> {
  const path = join(folder, '台账', name);
  const workbook = new excel.Workbook();
  await workbook.xlsx.readFile(path);
  change(workbook);
  await workbook.xlsx.writeFile(path);
  return readFileSync(path);
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-previous-'));
  cpSync(join(golden, 'dormant', '导出'), join(folder, '导出'), { recursive: true });
  expect((await ledger('台账')).code).toBe(0);
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function addSheet(workbook: excel.Workbook): void {
  workbook.addWorksheet('草稿').getCell('A1').value = '算一算';
}

function addLongSheet(workbook: excel.Workbook): void {
  workbook.addWorksheet('草稿').getCell('A100').value = '算一算';
}

function addColumn(workbook: excel.Workbook): void {
  const sheet = workbook.getWorksheet(list);
  const headers: { readonly row: number; readonly column: number }[] = [];
  sheet?.eachRow((row, at) =>
    row.eachCell((cell, column) => {
      if (cell.value === '备注') headers.push({ row: at, column });
    }),
  );
  const [header] = headers;
  if (sheet === undefined || header === undefined) throw new Error('no list');
  sheet.getCell(header.row, header.column + 1).value = '我的批注';
  sheet.getCell(header.row + 1, header.column + 1).value = '记得回访';
}

describe('a previous workbook that would be overwritten', () => {
  test.each([
    ['a sheet', '“草稿”', addSheet],
    ['a sheet that begins far below', '“草稿”', addLongSheet],
    ['a column', `“${list}”（V 列）`, addColumn],
  ])('with %s of staff is refused by the name of the sheet, and stays as it was', async (_, sheet, change) => {
    const before = await edit(change);
    for (const previous of ['台账', `台账/${name}`]) {
      const run = await ledger('台账', '--previous', previous);
      expect(run.code).toBe(2);
      expect(run.stderr).toContain(
        `“${name}”的工作表${sheet}里有带不进新台账的内容，覆盖后会丢失：请用 -o 把新台账写到另一个文件夹`,
      );
    }
    expect(readFileSync(join(folder, '台账', name)).equals(before)).toBe(true);
    expect(readdirSync(join(folder, '台账'))).toEqual([name]);
  });

  test('is carried into another folder, with a word on what stays behind', async () => {
    await edit(addSheet);
    const run = await ledger('新台账', '--previous', '台账');
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('草稿');
    expect(readdirSync(join(folder, '新台账'))).toEqual([name]);
  });

  test.each([
    ['.ods', 'PK\u0003\u0004'],
    ['.csv', '客户号,备注\nC08,"没写完'],
  ])('that was saved as %s is refused as what it is', async (extension, content) => {
    const other = name.replace('.xlsx', extension);
    writeFileSync(join(folder, '台账', other), content);
    const run = await ledger('新台账', '--previous', `台账/${other}`);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(`${other}: 台账不是 .xlsx 格式，读不出手填内容；请用 Excel 或 WPS 另存为 .xlsx`);
  });

  test('with a sheet of staff that is empty is overwritten', async () => {
    await edit((workbook) => workbook.addWorksheet('草稿'));
    expect((await ledger('台账', '--previous', '台账')).code).toBe(0);
  });
});

test('the first moment of a day, as many exports write their days, is nothing that staff typed', async () => {
  const register = [
    '转介编号,登记时间,转介人编号,转介岗位,接收人编号,接收日期,被转介客户号,首访时间',
    'Z1,2025-09-01 00:00:00,001,柜员,002,2025-09-02 00:00:00,C01,2025-09-03 00:00:00',
    ',2025-09-04 00:00:00,001,柜员,002,2025-09-05 00:00:00,C02,2025-09-05 10:30:00',
  ];
  writeFileSync(join(folder, '导出', '转介登记.csv'), `${register.join('\n')}\n`);
  const write = (...args: readonly string[]) =>
    runIn(folder, ['ledger', '转介', '导出', '-o', '转介台账', '--as-of', '2025-09-30', '--branch', '0101', ...args]);
  const first = await write();
  expect(first.code, first.stderr).toBe(0);
  const second = await write('--previous', '转介台账');
  expect(second.code, second.stderr).toBe(0);
  expect(second.stderr).not.toContain('手工填写');
});
