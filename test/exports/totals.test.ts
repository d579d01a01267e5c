import { describe, expect, test } from 'vitest';
import { newTally } from '../../src/exports/export.js';
import { openExports } from '../../src/exports/read.js';
import { accounted, lenient, memoryFile, memoryWorkbook, readWhole, refusedWith, table } from './memory.js';

const header = '账号,客户号,余额';
const rows = ['62220001,C1,100.10', '62220002,C2,200.20'];

describe('a 合计 row is compared with the rows above it, to the 分', () => {
  test.each([
    ['合计', '300.30'],
    ['合  计', '300.30'],
    ['总计：', '300.30'],
    ['人民币合计', '"300.30"\t'],
    ['本页小计', '300.30'],
    ['合计金额', '300.3'],
    ['累计', '￥300.30'],
  ])('%s %s agrees', async (label, stated) => {
    const { tally, records } = await readWhole(memoryFile(table(header, ...rows, `${label},,${stated}`)));
    expect(tally.controlTotals).toEqual([
      { line: 4, column: '余额', statedFen: 30_030, computedFen: 30_030, agrees: true },
    ]);
    expect([records.length, tally.total, accounted(tally)]).toEqual([2, 1, tally.read]);
  });

  test.each(['300.29', '300.31', '-300.30', '0'])('%s instead of 300.30 refuses the file', async (stated) => {
    const work = readWhole(memoryFile(table(header, ...rows, `合计,,${stated}`)));
    const { exitCode, codes, problems } = await refusedWith(work);
    expect([exitCode, codes, problems[0]?.line, problems[0]?.column]).toEqual([3, ['total-mismatch'], 4, '余额']);
    expect(problems[0]?.message).toContain('300.30 元');
  });

  test.each([1, 0])(
    'an amount that could not be read is named beside the mismatch, once (limit of %i rejects)',
    async (limit) => {
      const file = memoryFile(table(header, ...rows, '62220003,C3,5O.00', '合计,,350.30'));
      const { problems } = await refusedWith(readWhole(file, { maxRejects: { rows: limit } }));
      const mismatch = problems.find(({ code }) => code === 'total-mismatch');
      expect(mismatch?.message).toContain('有 1 行被拒绝，读不出的金额没有算进明细之和');
      expect(problems.filter(({ code }) => code === 'unreadable-value')).toMatchObject([{ line: 4, column: '余额' }]);
    },
  );

  test('a mismatch is a warning where it is accepted', async () => {
    const file = memoryFile(table(header, ...rows, '合计,,300.31'));
    const { tally } = await readWhole(file, { acceptTotalMismatch: true });
    expect(tally.problems).toMatchObject([{ severity: 'warning', code: 'total-mismatch', line: 4 }]);
    expect(tally.controlTotals).toMatchObject([{ agrees: false, statedFen: 30_031, computedFen: 30_030 }]);
  });

  test('the unit of the column counts, also for the total', async () => {
    const file = memoryFile(table('账号,客户号,余额（万元）', '62220001,C1,1.5', '62220002,C2,0.0001', '合计,,1.5001'));
    expect((await readWhole(file)).tally.controlTotals).toMatchObject([{ computedFen: 1_500_100, agrees: true }]);
  });

  test('小计 goes back to the last 小计, 总计 to the beginning', async () => {
    const file = memoryFile(table(header, ...rows, '小计,,300.30', '62220003,C3,5', '本页小计,,5.00', '总计,,305.30'));
    const { tally } = await readWhole(file);
    expect(tally.controlTotals.map((total) => [total.computedFen, total.agrees])).toEqual([
      [30_030, true],
      [500, true],
      [30_530, true],
    ]);
  });

  test('小计 need not stand in the first column', async () => {
    const file = memoryFile(table(header, ...rows, ',小计,300.30', '62220003,C3,5', ',小计,5.00'));
    const { tally } = await readWhole(file);
    expect(tally.controlTotals.map((total) => [total.computedFen, total.agrees])).toEqual([
      [30_030, true],
      [500, true],
    ]);
  });

  test('rows that are rejected for another reason count in the sum', async () => {
    const file = memoryFile(table(`${header},开户日期`, '62220001,C1,100,2025-02-30', '合计,,100'));
    const { tally } = await readWhole(file);
    expect([tally.rejected, tally.controlTotals[0]?.agrees]).toEqual([1, true]);
  });

  test('a number cell of a workbook is a total like any other', async () => {
    const file = memoryWorkbook({
      账户: table(header, '62220001,C1,<0.1>', '62220002,C2,<0.2>', '合计,,<0.30000000000000004>'),
    });
    expect((await readWhole(file)).tally.controlTotals).toMatchObject([
      { statedFen: 30, computedFen: 30, agrees: true },
    ]);
  });
});

describe('借方合计 and 贷方合计 go by direction', () => {
  test.each([
    ['a flag', '交易日期,账号,借贷标志,交易金额', ['2025-01-02,62220001,借,30', '2025-01-03,62220001,贷,50']],
    ['the sign', '交易日期,账号,摘要,交易金额', ['2025-01-02,62220001,取,-30', '2025-01-03,62220001,存,50']],
  ])('known by %s', async (_, head, data) => {
    const file = memoryFile(table(head, ...data, '借方合计,30.00,贷方合计,50.00'));
    const { tally } = await readWhole(file);
    expect(tally.controlTotals).toMatchObject([
      { column: '借方合计', statedFen: 3_000, agrees: true },
      { column: '贷方合计', statedFen: 5_000, agrees: true },
    ]);
  });

  test('a row in red letters takes away from its own side', async () => {
    const data = ['2025-01-02,62220001,贷,50', '2025-01-03,62220001,贷,-20', '2025-01-03,62220001,借,8'];
    const { tally } = await readWhole(
      memoryFile(table('交易日期,账号,借贷标志,交易金额', ...data, '借方合计,8.00,贷方合计,30.00')),
    );
    expect(tally.controlTotals).toMatchObject([
      { column: '借方合计', computedFen: 800, agrees: true },
      { column: '贷方合计', computedFen: 3_000, agrees: true },
    ]);
  });

  test.each([
    ['the total', '30', '-30.00'],
    ['the column', '-30', '30.00'],
    ['both', '-30', '-30.00'],
  ])('money out is the same with a minus sign in %s', async (_, cell, total) => {
    const file = memoryFile(table('交易日期,账号,收入,支出', `2025-01-02,62220001,,${cell}`, `借方合计,${total}`));
    expect((await readWhole(file)).tally.controlTotals).toMatchObject([
      { statedFen: 3_000, computedFen: 3_000, agrees: true },
    ]);
  });

  test('of a page go back to the last 小计', async () => {
    const page = ['2025-01-02,62220001,借,30', '2025-01-03,62220001,贷,50', '借方小计,30.00,贷方小计,50.00'];
    const next = ['2025-01-04,62220001,借,1', '2025-01-05,62220001,贷,2', '借方小计,1.00,贷方小计,2.00'];
    const file = memoryFile(
      table('交易日期,账号,借贷标志,交易金额', ...page, ...next, '借方合计,31.00,贷方合计,52.00'),
    );
    const { tally } = await readWhole(file);
    expect(tally.controlTotals.map(({ computedFen, agrees }) => [computedFen, agrees])).toEqual([
      [3_000, true],
      [5_000, true],
      [100, true],
      [200, true],
      [3_100, true],
      [5_200, true],
    ]);
  });

  test('have the columns of their sides, wherever these are', async () => {
    const head = '交易日期,账号,收入,支出';
    const total = '贷方合计,50.00,借方合计,30.00';
    const file = memoryFile(table(head, '2025-01-02,62220001,,30', '2025-01-03,62220001,50,', total));
    expect((await readWhole(file)).tally.controlTotals).toMatchObject([
      { column: '贷方合计', computedFen: 5_000, agrees: true },
      { column: '借方合计', computedFen: 3_000, agrees: true },
    ]);
  });

  test('or by a column of their own', async () => {
    const head = '交易日期,账号,收入,支出';
    const file = memoryFile(table(head, '2025-01-02,62220001,,30', '2025-01-03,62220001,50,', '合计,,50,30'));
    expect((await readWhole(file)).tally.controlTotals.map((total) => total.agrees)).toEqual([true, true]);
  });
});

test('a total without an amount in a known column is told, not guessed', async () => {
  const { tally } = await readWhole(memoryFile(table(header, ...rows, '合计,300.30,')));
  expect(tally.controlTotals).toEqual([]);
  expect(tally.problems).toMatchObject([{ severity: 'warning', code: 'total-unmatched', line: 4 }]);
});

test('every total that does not agree is named', async () => {
  const { exports } = await openExports(
    [memoryFile(table(`${header},可用余额`, '62220001,C1,1,2', '合计,,3,4'))],
    lenient,
  );
  const drain = async () => {
    for await (const _ of exports[0]?.read(newTally()) ?? []);
  };
  expect((await refusedWith(drain())).codes).toEqual(['total-mismatch', 'total-mismatch']);
});
