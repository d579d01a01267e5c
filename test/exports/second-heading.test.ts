import { describe, expect, test } from 'vitest';
import { memoryFile, readWhole, refusedWith, table } from './memory.js';

const bookings = ['客户号,交易日期,收入,支出,摘要', 'C1,2025-09-01,,5.00,取款'];
const amounts = ['客户号,数据日期,金融资产', 'C1,2025-09-30,60'];

/** The problems that refuse a file of these lines; undefined where it is read. */
async function refusedFor(lines: readonly string[], options = {}): Promise<unknown> {
  return refusedWith(readWhole(memoryFile(table(...lines)), options));
}

describe('a heading between the rows that would give them another meaning refuses the file', () => {
  test.each([
    ['two columns in another order', '客户号,交易日期,支出,收入,摘要'],
    ['a column more', '客户号,交易日期,收入,支出,摘要,附言'],
    ['a column less', '客户号,交易日期,支出,摘要'],
    ['other words', '客户号,记账日期,收入金额,支出金额,摘要'],
  ])('%s', async (_, heading) => {
    const refused = await refusedFor([...bookings, heading, 'C1,2025-09-02,,6.00,取款']);
    expect(refused).toMatchObject({ exitCode: 3, problems: [{ code: 'changed-header', line: 3 }] });
  });

  test('a customer list without figures stays whole as well', async () => {
    const refused = await refusedFor(['客户号,客户姓名', 'C1,某某', '客户号,客户姓名,客户状态', 'C2,某某,正常']);
    expect(refused).toMatchObject({ problems: [{ code: 'changed-header', line: 3 }] });
  });

  test('a row of words that are no headers is only rejected', async () => {
    const { tally } = await readWhole(memoryFile(table(...bookings, '某某,支行,摘要,,')));
    expect(tally).toMatchObject({ records: 1, rejected: 1 });
  });
});

describe('amounts below a line that states another unit are never read in the first one', () => {
  test.each([
    [
      'the header again, in 万元',
      ['客户号,数据日期,金融资产（元）', 'C1,2025-09-30,60', '客户号,数据日期,金融资产(万元)'],
      3,
    ],
    ['the header again, now with a unit', [...amounts, '客户号,数据日期,金融资产（万元）'], 3],
    [
      'the header again, now without',
      ['客户号,数据日期,金融资产(万元)', 'C1,2025-09-30,60', '客户号,数据日期,金融资产'],
      3,
    ],
    ['a line with the unit', ['单位：元', ...amounts, '单位：万元', amounts[0]], 4],
    ['a line with the unit in brackets', [...amounts, '（单位：万元）', amounts[0]], 3],
    ['a line below the table', [...amounts, '备注 单位：万元'], 3],
  ])('%s', async (_, lines, line) => {
    const refused = await refusedFor([...(lines as readonly string[]), 'C2,2025-09-30,60']);
    expect(refused).toMatchObject({ exitCode: 3, problems: [{ code: 'mixed-units', line }] });
  });

  test.each([
    [
      'the same unit in other words',
      ['客户号,数据日期,金融资产', 'C1,2025-09-30,60', '客户号,数据日期,金融资产（元）'],
    ],
    ['the same line again', ['单位：万元', ...amounts, '单位：万元', '客户号,数据日期,金融资产']],
    ['a unit that every column overrules', ['客户号,数据日期,金融资产(元)', 'C1,2025-09-30,60', '单位：万元']],
  ])('%s is no contradiction', async (_, lines) => {
    const { tally } = await readWhole(memoryFile(table(...lines, 'C2,2025-09-30,60')));
    expect(tally.records).toBe(2);
  });

  test('a unit that the user gives holds for all rows', async () => {
    const lines = [...amounts, '客户号,数据日期,金融资产（万元）', 'C2,2025-09-30,60'];
    const { records } = await readWhole(memoryFile(table(...lines)), { units: new Map([['balances.aum', 1]]) });
    expect(records).toMatchObject([{ aumFen: 6000 }, { aumFen: 6000 }]);
  });
});
