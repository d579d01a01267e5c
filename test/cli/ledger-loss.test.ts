// What staff wrote where nothing is carried from, and files that are no ledgers: told, and never overwritten.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import excel from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runIn } from '../run.js';

const golden = join(import.meta.dirname, '..', '..', 'fixtures', 'golden');
const name = '台账_0101_20250930.xlsx';
let folder = '';
let pristine: Buffer;

const fixed = ['--branch', '0101', '--as-of', '2025-09-30', '--quiet'];
const ledger = (out: string, ...args: readonly string[]) =>
  runIn(folder, ['ledger', '导出', '-o', out, ...fixed, ...args]);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-loss-'));
  cpSync(join(golden, 'dormant', '导出'), join(folder, '导出'), { recursive: true });
  cpSync(join(golden, 'referral', '导出'), join(folder, '导出'), { recursive: true });
  expect((await ledger('台账')).code).toBe(0);
  pristine = readFileSync(join(folder, '台账', name));
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sheetOf(workbook: excel.Workbook, of: string): excel.Worksheet {
  const sheet = workbook.getWorksheet(of);
  if (sheet === undefined) throw new Error(`no sheet ${of}`);
  return sheet;
}

async function edited(edit: (workbook: excel.Workbook) => void): Promise<Buffer> {
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(pristine as never);
  edit(workbook);
  const bytes = Buffer.from(await workbook.xlsx.writeBuffer());
  writeFileSync(join(folder, '台账', name), bytes);
  return bytes;
}

function below(workbook: excel.Workbook, of: string): void {
  const sheet = sheetOf(workbook, of);
  sheet.getCell(sheet.rowCount + 2, 1).value = '同意';
}

/** The first customer of the list, under another name. */
function renamed(workbook: excel.Workbook): void {
  const sheet = sheetOf(workbook, '睡眠客户唤醒台账');
  let header: excel.Cell | undefined;
  sheet.eachRow((row) => row.eachCell((cell) => (header = cell.value === '客户姓名' ? cell : header)));
  sheet.getCell(Number(header?.row) + 1, Number(header?.col)).value = '孙**';
}

describe('a ledger with something written where nothing is carried from', () => {
  test.each<[string, string, (workbook: excel.Workbook) => void]>([
    [
      'beside a list without input cells',
      '“RFM明细”（Z6）',
      (book) => (sheetOf(book, 'RFM明细').getCell('Z6').value = '已回访'),
    ],
    ['over a value', '“RFM明细”（第 6 行）', (book) => (sheetOf(book, 'RFM明细').getCell('A6').value = 'C999')],
    ['below the notes', '“RFM汇总”（A', (book) => below(book, 'RFM汇总')],
    ['below a list with input cells', '“睡眠客户唤醒台账”（A', (book) => below(book, '睡眠客户唤醒台账')],
    ['over a locked cell of such a list', '“睡眠客户唤醒台账”（第 ', renamed],
    ['as a comment', '“转介统计”（B5）', (book) => (sheetOf(book, '转介统计').getCell('B5').note = '请核实')],
    ['on 目录', '“目录”（F3）', (book) => (sheetOf(book, '目录').getCell('F3').value = '交王行长')],
  ])('%s is not overwritten, and the place is named', async (_, place, edit) => {
    const before = await edited(edit);
    for (const args of [[], ['--previous', '台账']]) {
      const run = await ledger('台账', ...args);
      expect(run.code).toBe(2);
      if (args.length > 0) expect(run.stderr).toContain(`“${name}”的工作表${place}`);
    }
    expect(readFileSync(join(folder, '台账', name)).equals(before)).toBe(true);
    const elsewhere = await ledger('另存', '--previous', '台账');
    expect([elsewhere.code, elsewhere.stderr]).toEqual([0, expect.stringContaining('不会带入新台账')]);
  });

  test.each<[string, (workbook: excel.Workbook) => void]>([
    ['saved by another program', () => {}],
    [
      'with two rows that changed places',
      (book) => {
        const sheet = sheetOf(book, 'RFM明细');
        const [first, second] = [sheet.getRow(5).values, sheet.getRow(6).values];
        sheet.getRow(5).values = second as never;
        sheet.getRow(6).values = first as never;
      },
    ],
  ])('%s it is overwritten as before', async (_, edit) => {
    await edited(edit);
    const run = await ledger('台账', '--previous', '台账');
    expect([run.code, run.stderr]).toEqual([0, expect.not.stringContaining('提示')]);
    expect(readFileSync(join(folder, '台账', name)).equals(pristine)).toBe(true);
  });
});

describe('--previous with a workbook that is no ledger', () => {
  test.each([
    ['a result of segment', ['segment', '导出', '-o', '别的.xlsx', '--as-of', '2025-09-30']],
    ['a result of referral without its list', ['check', '导出', '-o', '别的.xlsx', '--as-of', '2025-09-30']],
  ])('is refused: %s', async (_, command) => {
    await runIn(folder, command);
    const run = await ledger('没有', '--previous', '别的.xlsx');
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('别的.xlsx: 不是 taizhang ledger 写出的台账');
    expect(readdirSync(folder)).not.toContain('没有');
  });

  test('is refused: any other workbook', async () => {
    const workbook = new excel.Workbook();
    workbook.addWorksheet('Sheet1').getCell('A1').value = '通讯录';
    writeFileSync(join(folder, '别的.xlsx'), Buffer.from(await workbook.xlsx.writeBuffer()));
    expect((await ledger('没有', '--previous', '别的.xlsx')).code).toBe(2);
    expect(readdirSync(folder)).not.toContain('没有');
  });
});
