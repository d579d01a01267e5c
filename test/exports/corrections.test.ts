import { describe, expect, test } from 'vitest';
import { type Correction, correctionsByFile } from '../../src/exports/corrections.js';
import { readFixList } from '../../src/exports/fix-list-file.js';
import type { Cell } from '../../src/exports/table.js';
import { fixListHeaders } from '../../src/model/fix-list.js';
import { accounted, memoryFile, memoryWorkbook, readWhole, refusedWith, table } from './memory.js';

const sha256 = 'a'.repeat(64);
const header = '交易日期,流水号,账号,交易金额,借贷标志,摘要';
const account = '6222021234567801';

function file(...lines: readonly string[]) {
  return memoryFile(table(header, ...lines), '明细.csv', { sha256 });
}

function correction(more: Partial<Correction> = {}): Correction {
  const place = { file: '明细.csv', sha256, sheet: undefined, line: 3, column: '交易日期', rowKey: '流水号 T2' };
  return { list: '清单.xlsx', listLine: 4, ...place, cell: '2025-09-02', ...more };
}

const bad = file(`2025-09-01,T1,${account},1.00,借,转账`, `2025-02-30,T2,${account},2.00,借,转账`);

describe('rejected cells', () => {
  test('carry place, row key, what was found and what is expected', async () => {
    const { tally } = await readWhole(bad);
    expect(tally.rejectedCells).toEqual([
      {
        file: '明细.csv',
        sha256,
        line: 3,
        column: '交易日期',
        rowKey: '流水号 T2',
        code: 'unreadable-value',
        message: expect.stringContaining('2025-02-30'),
        found: '2025-02-30',
        expected: expect.stringContaining('日期'),
      },
    ]);
  });

  test('are known also when the file is refused', async () => {
    const { openExports } = await import('../../src/exports/read.js');
    const { newTally } = await import('../../src/exports/export.js');
    const { lenient } = await import('./memory.js');
    const { exports } = await openExports([bad], { ...lenient, maxRejects: { rows: 0 } });
    const tally = newTally();
    const work = (async () => {
      for await (const _ of exports[0]?.read(tally) ?? []);
    })();
    expect((await refusedWith(work)).exitCode).toBe(3);
    expect(tally.rejectedCells).toHaveLength(1);
  });

  test('name the row by a masked account where it has nothing else, and by nothing where it has nothing', async () => {
    const { tally } = await readWhole(file(`2025-02-30,,${account},2.00,借,转账`, ',,,2.00,借,转账'));
    expect(tally.rejectedCells.map(({ rowKey }) => rowKey)).toEqual(['账号 622202******7801', '']);
    expect(JSON.stringify(tally.rejectedCells)).not.toContain(account);
  });

  test('of which one of several columns would do name the one that the file has', async () => {
    const { tally } = await readWhole(file('2025-09-01,T1,,2.00,借,转账', `2025-09-01,T2,${account},,借,转账`));
    expect(tally.rejectedCells.map(({ column }) => column)).toEqual(['账号', '交易金额']);
  });
});

describe('a correction', () => {
  test('is read like any cell, counted, and listed with both values', async () => {
    const { tally, records } = await readWhole(bad, { corrections: correctionsByFile([correction()]) });
    expect(records).toHaveLength(2);
    expect(records[1]).toMatchObject({ txnDate: '2025-09-02', txnId: 'T2' });
    expect(tally).toMatchObject({ records: 2, rejected: 0, corrected: 1 });
    expect(tally.corrections).toEqual([{ line: 3, column: '交易日期', was: '2025-02-30', now: '2025-09-02' }]);
    expect(accounted(tally)).toBe(tally.read);
  });

  test('may be a date or a number, as Excel makes of what is typed', async () => {
    const cells: readonly Correction[] = [
      correction({ cell: { day: '2025-09-02' as never } }),
      correction({ column: '交易金额', cell: 12.5 }),
    ];
    const { records } = await readWhole(bad, { corrections: correctionsByFile(cells) });
    expect(records[1]).toMatchObject({ txnDate: '2025-09-02', amountFen: 1250 });
  });

  test('that cannot be read rejects the row again, with its place and what was typed', async () => {
    const { tally } = await readWhole(bad, { corrections: correctionsByFile([correction({ cell: '2025-09-99' })]) });
    expect(tally).toMatchObject({ records: 1, rejected: 1, corrected: 0, corrections: [] });
    expect(tally.rejectedCells[0]).toMatchObject({
      line: 3,
      column: '交易日期',
      rowKey: '流水号 T2',
      found: '2025-09-99',
    });
    expect(tally.problems[0]?.message).toMatch(/^清单中的更正：无法识别 “2025-09-99”/);
  });

  test('of a personal cell is masked on both sides', async () => {
    const own = correction({ column: '账号', cell: '6222029999990000' });
    const { tally, records } = await readWhole(file('a,b,c,d,e,f', `2025-09-02,T2,${account},2.00,借,转账`), {
      corrections: correctionsByFile([own]),
    });
    expect(records[0]).toMatchObject({ acctNo: '6222029999990000' });
    expect(tally.corrections).toEqual([{ line: 3, column: '账号', was: '622202******7801', now: '622202******0000' }]);
  });

  test('counts in the sums that a 合计 row is compared with', async () => {
    const own = file(`2025-09-01,T1,${account},1.00,借,转账`, `2025-09-02,T2,${account},x,借,转账`, '合计,,,3.00,,');
    const cells = [correction({ column: '交易金额', cell: '2.00' })];
    const { tally } = await readWhole(own, { corrections: correctionsByFile(cells) });
    expect(tally.controlTotals.map(({ agrees }) => agrees)).toEqual([true]);
  });

  test('for the same cell in a later list counts', async () => {
    const both = correctionsByFile([correction({ cell: '昨天' }), correction()]);
    expect((await readWhole(bad, { corrections: both })).tally.corrected).toBe(1);
  });

  test.each([
    ['another row stands there', { rowKey: '流水号 T9' }, '行标识与清单不符'],
    ['the line is no data row', { line: 1 }, '没有这一行数据'],
    ['the line is beyond the end', { line: 99 }, '没有这一行数据'],
    ['the column is not read', { column: '天气' }, '没有读取这一列 “天气”'],
    ['the sheet is another one', { sheet: '表2' }, '没有读取这一列'],
  ])('is refused with exit 2 where %s', async (_, more, why) => {
    const work = readWhole(bad, { corrections: correctionsByFile([correction(more)]) });
    await expect(work).rejects.toThrow(why);
    expect((await refusedWith(readWhole(bad, { corrections: correctionsByFile([correction(more)]) }))).exitCode).toBe(
      2,
    );
  });
});

describe('a fix list read back', () => {
  const names = Object.values(fixListHeaders);
  const row = (values: Partial<Record<keyof typeof fixListHeaders, Cell>>): readonly Cell[] =>
    (Object.keys(fixListHeaders) as (keyof typeof fixListHeaders)[]).map((name) => values[name] ?? null);
  const filled = row({
    file: '明细.csv',
    line: 3,
    column: '交易日期',
    rowKey: '流水号 T2',
    correction: ' 2025-09-02 ',
    sha256,
  });
  const empty = row({ file: '明细.csv', line: 5, column: '交易日期', rowKey: '流水号 T4', sha256 });

  test('gives the rows with a correction, wherever columns and rows were moved', async () => {
    const moved = (cells: readonly Cell[]) => ['备注', ...[...cells].reverse()];
    const raw = memoryWorkbook({ 待改清单: [['待改清单'], [], moved(names), moved(empty), moved(filled), []] });
    const own = { ...correction(), list: '工作簿.xlsx', listLine: 5, cell: ' 2025-09-02 ' };
    expect(await readFixList(raw)).toEqual([own]);
  });

  test.each([
    ['a header is renamed', [names.map((name) => (name === '更正为' ? '改成' : name)), filled], '找不到待改清单的表头'],
    ['a header stands twice', [[...names, '行'], filled], '找不到待改清单的表头'],
    [
      'the file mark was cut',
      [names, row({ line: 3, column: '交易日期', correction: 'x', sha256: 'abc' })],
      '文件指纹不完整',
    ],
    ['the row has no column', [names, row({ line: 3, correction: 'x', sha256 })], '没有写明列'],
  ])('is refused with exit 2 where %s', async (_, cells, why) => {
    const raw = memoryWorkbook({ 待改清单: cells });
    await expect(readFixList(raw)).rejects.toThrow(why);
    expect((await refusedWith(readFixList(raw))).exitCode).toBe(2);
  });
});
