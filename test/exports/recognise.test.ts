import { describe, expect, test } from 'vitest';
import { openExports } from '../../src/exports/read.js';
import { type Cells, lenient, memoryFile, memoryWorkbook, readWhole, refusedWith, table } from './memory.js';

const customers = '客户号,客户姓名,性别,手机号,开户日期,卡号,机构名称,管户员工';
const statement = '交易日期,摘要,交易金额,余额,对方户名';

async function kindOf(...lines: readonly string[]): Promise<string | undefined> {
  const { exports } = await openExports([memoryFile(table(...lines))], lenient);
  return exports[0]?.kind;
}

describe('each file is recognised by its header', () => {
  test.each([
    ['customers', [customers]],
    ['customers', ['客户编号,客户名称,证件类型,证件号码,联系电话,客户状态,账号']],
    ['accounts', ['账号,客户号,户名,账户类型,币种,余额,开户日期,账户状态,管户员工']],
    ['accounts', ['客户号,账号,余额']],
    ['transactions', ['交易日期,账号,交易金额,借贷标志,余额,摘要']],
    ['transactions', ['交易日期,客户号,账号,币种,交易金额,余额,摘要,对方户名']],
    ['transactions', ['卡号：6222021234567,户名：张三', statement]],
    ['balances', ['客户编号,数据日期,客户名称,绩效归属员工名称,时点余额,自然年日均,基础户,有效户,达标天数']],
    ['balances', ['数据日期：2025-09-30', '客户号,客户姓名,AUM,月日均,年日均']],
    ['employees', ['工号,姓名,岗位,机构号,入行日期']],
    [undefined, ['姓名,性别,手机号,地址']],
    ['loans', ['客户号,客户姓名,借据号,贷款品种,放款日期,到期日,贷款金额,贷款余额,状态']],
    ['wealthSales', ['客户号,客户姓名,产品名称,交易日期,交易金额,渠道,风险等级']],
    ['referrals', ['登记时间,转介人编号,转介人姓名,接收人,客户号,客户姓名,电话,状态']],
    ['complaints', ['工单号,受理时间,客户号,客户姓名,级别,办结时间,状态']],
    ['transactions', ['客户号,交易日期,交易金额,余额,产品名称,摘要']],
  ])('%s: %j', async (kind, lines) => {
    expect(await kindOf(...lines)).toBe(kind);
  });

  test('title lines, blank lines and a two-row header do not hide it', async () => {
    const lines = [
      '网点交易清单',
      '',
      '交易日期,账号,交易金额,,摘要',
      ',,收入,支出,',
      '2025-01-02,62220001,,5.00,取款',
    ];
    const { open, records } = await readWhole(memoryFile(table(...lines)));
    expect([open.kind, open.headerLine, open.dataLine]).toEqual(['transactions', 3, 5]);
    expect(open.columns.map((column) => [column.header, column.field])).toContainEqual(['交易金额-支出', 'expense']);
    expect(records).toMatchObject([{ amountFen: 500, direction: 'D' }]);
  });

  test('a header on the 31st line is not looked for', async () => {
    const above = Array.from({ length: 30 }, () => '说明');
    expect(await kindOf(...above.slice(1), customers)).toBe('customers');
    expect(await kindOf(...above, customers)).toBe(undefined);
  });

  test('a file of no known kind is a warning that shows the headers but no values', async () => {
    const sheet = table('姓名,职务,部门', '张三,经理,个金部');
    const { exports, problems } = await openExports([memoryFile(sheet)], lenient);
    expect(exports).toEqual([]);
    expect(problems).toMatchObject([{ severity: 'warning', code: 'unrecognised-file' }]);
    expect(problems[0]?.message).toContain('部门');
    expect(problems[0]?.message).not.toContain('张三');
  });
});

describe('what the user must settle is refused', () => {
  test.each([
    ['two columns for one field', ['客户号,客户编号,客户姓名'], 2, ['ambiguous-column']],
    ['a missing account', [statement], 3, ['missing-column']],
    ['a masked account above the table', ['卡号: 6222****9876', statement], 3, ['missing-column']],
    ['an AUM snapshot without its day', ['客户号,客户姓名,AUM,月日均,年日均'], 3, ['missing-column']],
    ['a customer list with another word for 客户号', ['客户代号,客户姓名,性别,手机号,开户日期'], 3, ['missing-column']],
    ['loans without 客户号', ['借据号,贷款品种,放款日期,贷款金额'], 3, ['missing-column']],
    ['sales without an amount', ['客户号,客户姓名,产品名称,产品代码,购买日期,起息日,到期日'], 3, ['missing-column']],
    ['two units above the table', ['单位：元', '单位：万元', '客户号,数据日期,AUM'], 3, ['mixed-units']],
  ])('%s', async (_, lines, exitCode, codes) => {
    expect(await refusedWith(openExports([memoryFile(table(...lines))], lenient))).toMatchObject({ exitCode, codes });
  });

  test('a close miss is suggested with the option that settles it', async () => {
    const file = memoryFile(table('客户代号,客户姓名,性别,手机号,开户日期'));
    const { problems } = await refusedWith(openExports([file], lenient));
    expect(problems[0]?.message).toBe('找不到 客户号，是否是 “客户代号”？用 --map customers.custNo=客户代号');
    const columns = new Map([['customers.custNo', '客户代号']]);
    expect((await openExports([file], { ...lenient, columns })).exports).toHaveLength(1);
  });

  test('of two fields that would do the one is named whose headers are most like the column', async () => {
    const file = memoryFile(table('客户代号,交易日期,流水号,交易金额,摘要'));
    const { problems } = await refusedWith(openExports([file], lenient));
    expect(problems[0]?.message).toContain('用 --map transactions.custNo=客户代号');
  });

  test('what is doubtful about the file as a whole is told with the export', async () => {
    const doubt = { severity: 'warning', code: 'short-text', file: '文件.csv', message: '' } as const;
    const file = memoryFile(table(customers), '文件.csv', { problems: [doubt] });
    const { exports } = await openExports([file], lenient);
    expect(exports[0]?.problems).toEqual([doubt]);
  });

  test('the problems of all files come together, with the worse exit code', async () => {
    const files = [memoryFile(table('客户号,客户编号,客户姓名'), '甲.csv'), memoryFile(table(statement), '乙.csv')];
    const { exitCode, problems } = await refusedWith(openExports(files, lenient));
    expect(exitCode).toBe(3);
    expect(problems.map((one) => [one.file, one.code])).toEqual([
      ['甲.csv', 'ambiguous-column'],
      ['乙.csv', 'missing-column'],
    ]);
  });

  test('a forced kind names all that is missing', async () => {
    const kinds = new Map([['文件.csv', 'accounts' as const]]);
    const work = openExports([memoryFile(table('客户编码,余额,币种'))], { ...lenient, kinds });
    expect((await refusedWith(work)).codes).toEqual(['missing-column', 'missing-column']);
  });

  test('a forced kind without any known header is refused', async () => {
    const kinds = new Map([['文件.csv', 'accounts' as const]]);
    const work = openExports([memoryFile(table('甲,乙,丙'))], { ...lenient, kinds });
    expect((await refusedWith(work)).codes).toEqual(['missing-column']);
  });
});

describe('kinds that are not needed', () => {
  const needed = new Set(['customers', 'transactions'] as const);
  const open = (...lines: readonly string[]) => openExports([memoryFile(table(...lines))], lenient, undefined, needed);

  test.each([
    ['is told', '客户号,产品名称,购买日期,购买金额', '这份文件是理财销售（wealthSales），本命令用不到，没有读取'],
    ['with two columns for one field is told', '客户号,客户编号,产品名称,购买日期,购买金额', '这份文件是理财销售'],
    [
      'that lacks a column is told',
      '客户号,客户姓名,产品名称,产品代码,购买日期,起息日',
      '这份文件像是理财销售（wealthSales），',
    ],
  ])('a file that %s and left alone', async (_, line, message) => {
    const { exports, problems } = await open(line);
    expect(exports).toEqual([]);
    expect(problems).toMatchObject([{ severity: 'warning', code: 'unused-file' }]);
    expect(problems[0]?.message).toContain(message);
  });

  test('a file that lacks a column of a kind that is needed is still refused', async () => {
    expect(await refusedWith(open(statement))).toMatchObject({ exitCode: 3, codes: ['missing-column'] });
  });

  test('a file that may be of a kind that is needed is still refused with the choice', async () => {
    const work = openExports(
      [memoryFile(table('账号,客户号,余额,开户日期,账户状态,交易日期,交易金额'))],
      lenient,
      undefined,
      needed,
    );
    expect(await refusedWith(work)).toMatchObject({ codes: ['ambiguous-kind'] });
  });
});

describe('columns that the user names', () => {
  const file = memoryFile(table('客户号,编号,客户姓名', 'C1,X1,某某'));

  test('win over the synonyms', async () => {
    const { records } = await readWhole(file, { columns: new Map([['customers.custNo', ' 编 号']]) });
    expect(records).toMatchObject([{ custNo: 'X1' }]);
  });

  test('that do not exist are refused with exit 2', async () => {
    const columns = new Map([['customers.custNo', '编码']]);
    expect(await refusedWith(openExports([file], { ...lenient, columns }))).toMatchObject({
      exitCode: 2,
      codes: ['unknown-column'],
    });
  });

  test('may be a constant, also an empty one', async () => {
    const columns = new Map([
      ['transactions.acctNo', '=62220001'],
      ['transactions.balance', '='],
    ]);
    const { records } = await readWhole(memoryFile(table(statement, '2025-01-02,取款,-5,unknown,')), { columns });
    expect(records).toMatchObject([{ acctNo: '62220001', balanceFen: undefined }]);
  });

  test('settle two columns for one field', async () => {
    const twice = memoryFile(table('客户号,客户编号,客户姓名', 'C1,X1,某某'));
    const { records } = await readWhole(twice, { columns: new Map([['customers.custNo', '客户号']]) });
    expect(records).toMatchObject([{ custNo: 'C1' }]);
  });

  test.each(['customers.nothing', 'customers.constructor'])('for the unknown field %s are refused', async (key) => {
    const work = openExports([file], { ...lenient, columns: new Map([[key, '编号']]) });
    expect((await refusedWith(work)).exitCode).toBe(2);
  });
});

describe('workbooks', () => {
  const accounts = table('账号,客户号,余额,账户状态', '62220001,C1,5,正常');

  test('the sheet that fits best is read and the others are told', async () => {
    const { open } = await readWhole(
      memoryWorkbook({ 说明: table('说明'), 账户: accounts, 客户: table('客户号,姓名') }),
    );
    expect([open.table.sheet, open.problems]).toMatchObject(['账户', [{ code: 'ambiguous-sheet', sheet: '客户' }]]);
  });

  const lessFull = table('客户号,姓名', 'C1,甲某', '', 'C2,乙某');
  const list = ['62220002,C2,5,正常', '62220003,C3,5,正常', '62220004,C4,5,正常'];
  const notes = table('说明', '本表由系统导出,请勿修改', '联系人,某某');
  test.each<readonly [text: string, sheets: Readonly<Record<string, Cells>>, told: readonly string[]]>([
    ['that fits a kind, with its rows', { 客户: lessFull }, ['ambiguous-sheet 客户 其中 2 行']],
    ['without rows as well', { 客户: table('客户号,姓名') }, ['ambiguous-sheet 客户 其中 0 行']],
    ['that goes on without a header', { 续: table(...list) }, ['unread-sheet 续 其中 3 行']],
    ['that goes on with two rows', { 续: table(...list.slice(1)) }, ['unread-sheet 续 其中 2 行']],
    [
      'both of them',
      { 客户: lessFull, 续: table(...list) },
      ['ambiguous-sheet 客户 其中 2 行', 'unread-sheet 续 其中 3 行'],
    ],
    ['but no single row', { 续: table(...list.slice(2)) }, []],
    ['nor notes', { 说明: notes }, []],
    ['nor an empty sheet', { Sheet2: [] }, []],
  ])('a sheet that is not read is told: %s', async (_text, more, told) => {
    const { open } = await readWhole(memoryWorkbook({ 账户: accounts, ...more }));
    expect(open.table.sheet).toBe('账户');
    expect(open.problems.map((one) => `${one.code} ${one.sheet} ${/其中 \d+ 行/.exec(one.message)?.[0]}`)).toEqual(
      told,
    );
  });

  test('two sheets that fit equally are refused', async () => {
    const work = openExports([memoryWorkbook({ 一月: accounts, 二月: accounts })], lenient);
    expect(await refusedWith(work)).toMatchObject({ exitCode: 3, codes: ['ambiguous-sheet'] });
  });

  test('hidden sheets and the old format are told', async () => {
    const more = { hiddenSheets: ['底稿'], container: 'xls' as const };
    const { open } = await readWhole(memoryWorkbook({ 账户: accounts }, more));
    expect(open.problems.map((one) => one.code)).toEqual(['unchecked-container', 'hidden-sheet']);
  });
});
