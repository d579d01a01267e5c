import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findFiles } from '../../src/exports/source.js';

const top = mkdtempSync(join(tmpdir(), 'taizhang-'));
afterAll(() => rmSync(top, { recursive: true, force: true }));

function put(...names: string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(top, name)), { recursive: true });
    writeFileSync(join(top, name), name);
  }
}

put(
  '导出/交易.csv',
  '导出/2025-09/账户.xls',
  '导出/2025-09/深/客户.XLSX',
  '导出/网页.html',
  '导出/无扩展名',
  '导出/数据.dat',
);
put('导出/.hidden.csv', '导出/~$交易.xlsx', '导出/a.tmp', '导出/.git/x.csv', '导出/node_modules/y.csv');
for (const extension of 'yaml yml json md pdf PNG jpg jpeg doc docx exe log sha256 db ini lnk'.split(' '))
  put(`导出/说明.${extension}`);
put('别处/交易.csv', '别处/交易(1).csv', '别处/交易[2].csv');
symlinkSync(join(top, '别处/交易.csv'), join(top, '导出/链接.csv'));
symlinkSync(join(top, '导出'), join(top, '导出/环'));

const found = async (...inputs: string[]) =>
  (await findFiles(inputs.map((input) => join(top, input)))).map(({ file }) => file);
const inFolder = [
  '2025-09/深/客户.XLSX',
  '2025-09/账户.xls',
  '交易.csv',
  '数据.dat',
  '无扩展名',
  '网页.html',
  '链接.csv',
];

describe('folders', () => {
  test('a folder stands for what may be an export in it and below it', async () => {
    expect(await found('导出')).toEqual(inFolder);
    expect(await found('导出/')).toEqual(inFolder);
  });

  test('the path is where the file can be read', async () => {
    const [first] = await findFiles([join(top, '导出')]);
    expect(first).toEqual({ path: join(top, '导出/2025-09/深/客户.XLSX'), file: '2025-09/深/客户.XLSX' });
  });

  test('an empty folder stands for no file', async () => {
    mkdirSync(join(top, '空'));
    expect(await found('空')).toEqual([]);
  });
});

describe('files', () => {
  test.each(['说明.json', 'a.tmp', '.hidden.csv'])('%s is read when it is named', async (name) => {
    expect(await found(`导出/${name}`)).toEqual([name]);
  });

  test('the lock file of an open workbook is never read', async () => {
    expect(await found('导出/~$交易.xlsx')).toEqual([]);
  });

  test.each(['交易(1).csv', '交易[2].csv'])('%s is a name, not a pattern', async (name) => {
    expect(await found(`别处/${name}`)).toEqual([name]);
  });

  test('a file that is named twice, or linked to, is read once, whatever the order', async () => {
    expect(await found('别处/交易.csv', '导出/链接.csv', '别处')).toEqual(['交易(1).csv', '交易.csv', '交易[2].csv']);
    expect(await found('导出/交易.csv', '导出')).toEqual(await found('导出', '导出/交易.csv'));
  });

  test('files of one name from two folders are both read, in the order of their paths', async () => {
    const files = await findFiles([join(top, '导出/交易.csv'), join(top, '别处/交易.csv')]);
    expect(files.map(({ path }) => path)).toEqual([join(top, '别处/交易.csv'), join(top, '导出/交易.csv')].sort());
  });
});

describe('patterns', () => {
  test.each([
    ['导出/*.csv', ['交易.csv', '链接.csv']],
    ['导出/**/*.{xls,XLSX}', ['2025-09/深/客户.XLSX', '2025-09/账户.xls']],
    ['导出/2025-*/*', ['2025-09/账户.xls']],
    ['导出/说明.*', undefined],
    ['导出/**/*.tmp', undefined],
    ['导出/没有*.csv', undefined],
  ])('%s stands for %j', async (pattern, files) => {
    if (files) expect(await found(pattern)).toEqual(files);
    else await expect(found(pattern)).rejects.toMatchObject({ exitCode: 2 });
  });
});

test('every input that does not exist is named as it was typed', async () => {
  await expect(findFiles([join(top, '导出'), './没有.csv', '也没有/'])).rejects.toMatchObject({
    exitCode: 2,
    problems: [],
    message: expect.stringContaining('找不到 “./没有.csv”、“也没有/”；'),
  });
});

describe('in a folder, what cannot be opened is told and never left out', () => {
  const bad = mkdtempSync(join(tmpdir(), 'taizhang-bad-'));
  afterAll(() => rmSync(bad, { recursive: true, force: true }));

  test('a name in GBK', async () => {
    const folder = join(bad, '甲');
    mkdirSync(folder);
    writeFileSync(
      Buffer.concat([Buffer.from(`${folder}/`), Buffer.from([0xd4, 0xb1, 0xb9, 0xa4]), Buffer.from('.csv')]),
      '',
    );
    await expect(findFiles([folder])).rejects.toMatchObject({
      exitCode: 2,
      message: '文件夹 “甲”里有一个名字不是 UTF-8 编码，无法打开；请把它改名后重试',
    });
  });

  test('a link to nothing, but not a hidden one', async () => {
    const folder = join(bad, '乙');
    mkdirSync(join(folder, '下'), { recursive: true });
    symlinkSync('没有.csv', join(folder, '下', '.#明细.csv'));
    expect(await findFiles([folder])).toEqual([]);
    symlinkSync('没有.csv', join(folder, '下', '明细.csv'));
    await expect(findFiles([folder])).rejects.toMatchObject({
      exitCode: 2,
      message: '文件夹 “下”里的链接 “明细.csv”指向的文件不在；请恢复那个文件，或删去链接',
    });
  });

  test.skipIf(process.getuid?.() === 0)('a folder that must not be read', async () => {
    const folder = join(bad, '丙');
    mkdirSync(join(folder, '下'), { recursive: true });
    chmodSync(join(folder, '下'), 0o000);
    await expect(findFiles([folder])).rejects.toMatchObject({
      exitCode: 1,
      message: '文件夹 “下”打不开；请检查是否有读取权限',
    });
    chmodSync(join(folder, '下'), 0o700);
  });
});
