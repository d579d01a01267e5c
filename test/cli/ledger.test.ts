import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runIn } from '../run.js';

const cases = join(import.meta.dirname, '..', '..', 'fixtures', 'golden');
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-ledger-'));
  mkdirSync(join(folder, '导出'));
  cpSync(join(cases, 'dormant', '导出'), join(folder, '导出'), { recursive: true });
  cpSync(join(cases, 'referral', '导出'), join(folder, '导出'), { recursive: true });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function ledger(...args: readonly string[]) {
  return runIn(folder, ['ledger', ...args, '导出', '--as-of', '2025-09-30', '--quiet']);
}

const written = (out = '台账') => readdirSync(join(folder, out)).sort();

async function sheetNames(file: string): Promise<readonly string[]> {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, '台账', file));
  return workbook.worksheets.filter(({ state }) => state === 'visible').map(({ name }) => name);
}

describe('ledger', () => {
  test('writes one workbook with 目录 first and 口径 last, for nobody else to read', async () => {
    const run = await ledger('-o', '台账', '--branch', '城东支行/0101');
    expect(run.code).toBe(0);
    expect(written()).toEqual(['台账_0101_城东支行_20250930.xlsx']);
    const names = await sheetNames('台账_0101_城东支行_20250930.xlsx');
    expect([names[0], names.at(-1)]).toEqual(['目录', '口径与数据质量']);
    expect(names).toContain('RFM明细');
    expect(statSync(join(folder, '台账')).mode & 0o777).toBe(0o700);
    expect(statSync(join(folder, '台账', '台账_0101_城东支行_20250930.xlsx')).mode & 0o777).toBe(0o600);
  });

  test('writes only the ledgers that are named', async () => {
    await ledger('睡眠', '-o', '台账', '--branch', '0101');
    expect(await sheetNames('台账_0101_20250930.xlsx')).toEqual(['目录', '睡眠客户唤醒台账', '勾稽', '口径与数据质量']);
  });

  test('a second run writes the same bytes over a workbook that nobody wrote into', async () => {
    await ledger('睡眠', '转介', '-o', '台账', '--branch', '0101');
    const path = join(folder, '台账', '台账_0101_20250930.xlsx');
    const before = readFileSync(path);
    expect((await ledger('睡眠', '转介', '-o', '台账', '--branch', '0101')).code).toBe(0);
    expect(readFileSync(path).equals(before)).toBe(true);
  });

  test('what staff typed is never overwritten, and carried with --previous', async () => {
    await ledger('睡眠', '-o', '台账', '--branch', '0101');
    const path = join(folder, '台账', '台账_0101_20250930.xlsx');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const sheet = workbook.getWorksheet('睡眠客户唤醒台账');
    let header: { row: number; column: number } | undefined;
    sheet?.eachRow((row, number) =>
      row.eachCell((cell, column) => {
        if (cell.value === '备注') header = { row: number, column };
      }),
    );
    const cell = sheet?.getCell((header?.row ?? 0) + 1, header?.column ?? 1);
    if (cell !== undefined) cell.value = '已上门';
    await workbook.xlsx.writeFile(path);
    const refused = await ledger('睡眠', '-o', '台账', '--branch', '0101');
    expect(refused.code).toBe(2);
    expect(refused.stderr).toContain('--previous');
    const carried = await ledger('睡眠', '-o', '台账', '--branch', '0101', '--previous', '台账');
    expect(carried.stderr).toContain('带过来 1 处');
    await workbook.xlsx.readFile(path);
    expect(workbook.getWorksheet('睡眠客户唤醒台账')?.getCell(cell?.address ?? 'A1').value).toBe('已上门');
  });

  test('public shows no single customer', async () => {
    await ledger('-o', '台账', '--branch', '0101', '--mask', 'public');
    const names = await sheetNames('台账_0101_20250930.xlsx');
    expect(names).not.toContain('RFM明细');
    expect(names).not.toContain('睡眠客户唤醒台账');
  });

  test.each([
    ['without a folder', [], '-o'],
    ['among the exports', ['-o', '导出/台账'], '导出'],
    ['the name of a workbook', ['-o', '台账.xlsx'], '-o 台账.xlsx'],
    ['a period that is none', ['-o', '台账', '--period', '2025-13'], '--period'],
    ['a period to come', ['-o', '台账', '--period', '2026Q1'], '--period'],
    ['another split', ['-o', '台账', '--split-by', 'branch'], '--split-by'],
    ['a hall board per employee', ['-o', '台账', '--split-by', 'employee', '--mask', 'public'], '--mask public'],
    ['a branch of three parts', ['-o', '台账', '--branch', 'a/b/c'], '--branch'],
    ['an absent previous workbook', ['-o', '台账', '--previous', '没有.xlsx'], '--previous'],
  ])('%s is refused by name, and nothing is written', async (_, args, named) => {
    const run = await ledger(...args);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(named);
    expect(readdirSync(folder)).toEqual(['导出']);
  });

  test('a folder that is a file is refused', async () => {
    writeFileSync(join(folder, '台账'), '');
    expect((await ledger('-o', '台账')).code).toBe(2);
  });

  test('a ledger without its exports is nothing to do', async () => {
    const run = await ledger('基金', '-o', '台账');
    expect(run.code).toBe(6);
    expect(readdirSync(folder)).toEqual(['导出']);
  });

  test('a target that cannot be replaced leaves the old set', async () => {
    mkdirSync(join(folder, '台账', '台账_0101_20250930.xlsx'), { recursive: true });
    expect((await ledger('睡眠', '-o', '台账', '--branch', '0101')).code).toBe(2);
    expect(written()).toEqual(['台账_0101_20250930.xlsx']);
  });
});

describe('ledger on A3', () => {
  /** Paper size and pages side by side of every sheet that is seen. */
  async function pagesOf(...args: readonly string[]): Promise<Readonly<Record<string, readonly [number, number]>>> {
    const run = await ledger('RFM', '转介', '-o', '台账', '--branch', '0101', ...args);
    expect(run.code).toBe(0);
    const parts = unzipSync(readFileSync(join(folder, '台账', '台账_0101_20250930.xlsx')));
    const xml = (name: string) => strFromU8(parts[name] ?? new Uint8Array());
    const names = [...xml('xl/workbook.xml').matchAll(/<sheet\b[^>]*\bname="([^"]*)"/g)].map(([, name]) => name ?? '');
    const pages = names.map((name, index) => {
      const setup = /<pageSetup[^>]*>/.exec(xml(`xl/worksheets/sheet${index + 1}.xml`))?.[0] ?? '';
      const of = (key: string) => Number(new RegExp(`${key}="(\\d+)"`).exec(setup)?.[1] ?? 1);
      return [name, [of('paperSize'), of('fitToWidth')] as const] as const;
    });
    return Object.fromEntries(pages);
  }

  test('sheets of two A4 pages side by side are one page wide', async () => {
    expect(await pagesOf()).toMatchObject({ RFM明细: [9, 1], 转介台账: [9, 2] });
    expect(await pagesOf('--paper', 'A3')).toMatchObject({ RFM明细: [8, 1], 转介台账: [8, 1], 目录: [8, 1] });
  });

  test('is a rule as well', async () => {
    writeFileSync(join(folder, 'taizhang.yaml'), 'ledger:\n  paper: A3\n');
    expect(await pagesOf()).toMatchObject({ 转介台账: [8, 1] });
  });

  test('another paper is refused', async () => {
    const run = await ledger('-o', '台账', '--paper', 'A5');
    expect([run.code, run.stderr]).toEqual([2, expect.stringContaining('--paper A5：只能是 A4、A3')]);
  });
});
