import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cell } from '../../src/exports/table.js';
import type { Day } from '../../src/model/day.js';
import { accounted, type Cells, memoryFile, memoryWorkbook, readWhole, refusedWith, table } from './memory.js';

const header = '账号,客户号,余额,开户日期,账户状态';
const good = '62220001,C1,100.10,2025-01-02,正常';

describe('every record of a file is counted once', () => {
  test.each([
    ['a blank line', ',,,,', { blank: 1 }],
    ['a line of markers', '-,--,—,,', { blank: 1 }],
    ['the header again', header, { header: 2 }],
    ['the header again, padded', ' 账 号 ,客户号\t,余额　,开户日期,账户状态', { header: 2 }],
    ['the header of a glued file with its mark', `\ufeff${header}`, { header: 2 }],
    ['a total', '合计,,100.10,,', { total: 1 }],
    ['a total behind a blank', ',合计,100.10,,', { total: 1 }],
    ['a total in both keys', '合计,合计,100.10,,', { total: 1 }],
    ['the mark behind a text of an old system', '\u001a', { blank: 1 }],
    ['a count', '共1条', { preamble: 1 }],
    ['a signature', '制表人：某某,,复核：某某', { preamble: 1 }],
    ['a note', '备注：以上数据仅供参考', { preamble: 1 }],
    ['the end', '以下空白', { preamble: 1 }],
    ['a line of text of no known meaning', '某某支行,,', { rejected: 1 }],
    ['a note in a row with all its keys', '备注,C1,5,2025-01-02,正常', { preamble: 1 }],
    ['a customer whose row begins with 合计', '62220009,合计,5,2025-01-02,正常', { records: 2 }],
    ['a row with an impossible day', '62220002,C2,1,2025-02-30,正常', { rejected: 1 }],
    ['a row with too many cells', '62220002,C2,1,2025-01-02,正常,多', { rejected: 1 }],
    ['a row with empty cells beyond the header', '62220002,C2,1,2025-01-02,正常,,', { records: 2 }],
    ['a short row', '62220002,C2', { records: 2 }],
    ['a row without its account', ',C2,1,2025-01-02,正常', { rejected: 1 }],
  ])('%s', async (_, line, counts) => {
    const { tally } = await readWhole(memoryFile(table(header, good, line)));
    expect(tally).toMatchObject({ records: 1, read: 3, header: 1, ...counts });
    expect(accounted(tally)).toBe(tally.read);
  });

  test('an amount cut in two by its own comma is rejected although all lines end in a comma', async () => {
    const lines = ['客户号,交易日期,交易金额,摘要,', 'C1,2025-01-02,5.00,取款,', 'C1,2025-01-03,1,200.00,取款,'];
    const { tally, records } = await readWhole(memoryFile(table(...lines)), { maxRejects: { rows: 1 } });
    expect(records).toMatchObject([{ amountFen: 500 }]);
    expect(tally.problems).toMatchObject([{ code: 'too-many-cells', line: 3 }]);
  });

  test.each<readonly [text: string, line: string, rejected: number]>([
    ['in a column without a name is no cell too many', 'C1,2025-01-03,5.00,取款,多', 0],
    ['beyond it is one, whatever the nameless column holds', 'C1,2025-01-03,5.00,取款,,多', 1],
    ['in both columns is', 'C1,2025-01-03,5.00,取款,多,多', 1],
    ['beyond it that says nothing is not', 'C1,2025-01-03,5.00,取款,,-', 0],
  ])('under a header line that ends in a comma, a cell %s', async (_text, line, rejected) => {
    const { tally } = await readWhole(memoryFile(table('客户号,交易日期,交易金额,摘要,', line)));
    expect([tally.records, tally.rejected]).toEqual([1 - rejected, rejected]);
    expect(tally.problems.map(({ code }) => code)).toEqual(Array(rejected).fill('too-many-cells'));
  });

  test('a note between the rows stands back behind a column and behind the user', async () => {
    const note = ['户名：乙某', '账号：62220009', '币种：美元'];
    const rows = ['交易日期,账号,交易金额', '2025-01-02,62220001,5', ...note, '2025-01-03,62220002,6', '2025-01-04,,7'];
    const options = { columns: new Map([['transactions.currency', '=人民币']]), maxRejects: { rows: 1 } };
    const { records, tally } = await readWhole(memoryFile(table(...rows)), options);
    const plain = { isForeign: false, currency: undefined };
    expect(records).toMatchObject([
      { acctNo: '62220001', ...plain },
      { acctNo: '62220002', ...plain },
    ]);
    expect(tally.problems).toMatchObject([{ code: 'missing-value', line: 7 }]);
  });

  test.each<readonly [line: string, counts: object, codes: readonly string[]]>([
    ['合计笔数,1', { preamble: 1, total: 0 }, []],
    ['合计笔数：1笔,,', { preamble: 1, total: 0 }, []],
    ['合计笔数,1,合计金额,99.00,', { preamble: 0, total: 1 }, ['total-unmatched']],
    ['合计笔数,,100.10,总金额,', { preamble: 0, total: 1 }, ['total-unmatched']],
    ['总计户数,1,99.00,金额合计,5', { preamble: 0, total: 1 }, ['total-unmatched']],
    ['小计笔数,1,借方总额,99.00,', { preamble: 0, total: 1 }, ['total-unmatched']],
  ])('a number of rows is no total, but an amount behind it is told: %s', async (line, counts, codes) => {
    const { tally } = await readWhole(memoryFile(table(header, good, line)));
    expect(tally).toMatchObject({ records: 1, controlTotals: [], ...counts });
    expect(tally.problems.map(({ code }) => code)).toEqual(codes);
  });

  describe('合计 where the id should be never becomes a customer', () => {
    const head = '机构名称,客户号,数据日期,金融资产';
    const one = '城东支行,C1,2025-09-30,100.00';
    const two = '城西支行,C2,2025-09-30,50.00';
    const parts = [one, '城东支行,小计,2025-09-30,100.00', two, '城西支行, 小计 ,2025-09-30,50.00'];
    test.each<readonly [text: string, lines: readonly string[], totals: readonly number[]]>([
      ['behind a branch', [one, two, '全部,合计,2025-09-30,150.00'], [15_000]],
      ['with 小计 of each branch', [...parts, '全部,总计,,150.00'], [10_000, 5_000, 15_000]],
      ['in full-width letters and blanks', [one, '城东支行,　合 计：,2025-09-30,100.00'], [10_000]],
      ['behind a number', [one, '2,合计,2025-09-30,100.00'], [10_000]],
      ['with words in it', [one, '城东支行,人民币合计,2025-09-30,100.00'], [10_000]],
    ])('%s', async (_text, lines, totals) => {
      const { records, tally } = await readWhole(memoryFile(table(head, ...lines)));
      expect(records).toHaveLength(lines.length - totals.length);
      expect(tally.total).toBe(totals.length);
      expect(tally.controlTotals.map(({ statedFen, agrees }) => [statedFen, agrees])).toEqual(
        totals.map((fen) => [fen, true]),
      );
    });
    test('and is checked', async () => {
      const work = readWhole(memoryFile(table(head, ...parts, '全部,总计,,150.01')));
      expect(await refusedWith(work)).toMatchObject({ exitCode: 3, codes: ['total-mismatch'] });
    });
    test.each(['合作社01', '统计局', 'TOTAL1', '合', '累'])('but %s is somebody', async (id) => {
      const { tally } = await readWhole(memoryFile(table(head, `城东支行,${id},2025-09-30,5`)));
      expect([tally.total, tally.records]).toEqual([0, 1]);
    });
  });

  describe('a line of words where nothing but the customer number is needed', () => {
    test.each(['城东支行', '城东支行客户清单,,', '　机构：城东支行,-,'])('“%s” is no customer', async (line) => {
      const { tally, records } = await readWhole(
        memoryFile(table('客户号,客户姓名,开户日期', 'C1,甲某,2020-01-02', line)),
      );
      expect(records).toHaveLength(1);
      expect(tally).toMatchObject({ rejected: 1, problems: [{ code: 'unreadable-value', line: 3 }] });
      expect(JSON.stringify(tally.problems)).not.toContain('城东');
    });
    test.each(['C2', '客2,乙某', '２,,'])('“%s” is one', async (line) => {
      const { records } = await readWhole(memoryFile(table('客户号,客户姓名,开户日期', 'C1,甲某,2020-01-02', line)));
      expect(records).toHaveLength(2);
    });
    test.each([
      '数据日期：2025-09-30',
      '统计日期:2025-09-30,',
      '报表日期：2025年9月30日',
      '截止日期: 20250930',
      '数据日期,2025-09-30',
    ])('nor is “%s”: it is the day of the rows below', async (line) => {
      const rows = ['数据日期：2025-08-31', '客户号,金融资产', 'C1,400', line, '客户号,金融资产', 'C1,500'];
      const { records, tally } = await readWhole(memoryFile(table(...rows)));
      expect(records).toMatchObject([
        { custNo: 'C1', dataDate: '2025-08-31', aumFen: 40_000 },
        { custNo: 'C1', dataDate: '2025-09-30', aumFen: 50_000 },
      ]);
      expect([tally.preamble, tally.header, tally.rejected]).toEqual([2, 2, 0]);
    });
  });

  test('data whose first column is free text never becomes a note or a total', async () => {
    const lines = ['摘要,交易日期,账号,交易金额', '备注,2025-01-02,62220001,5', '合计转入,2025-01-02,62220001,6'];
    const { tally } = await readWhole(memoryFile(table(...lines)));
    expect([tally.records, tally.total, tally.preamble]).toEqual([2, 0, 0]);
  });

  test('a two-row header that comes again is two header rows', async () => {
    const head = ['交易日期,账号,交易金额,', ',,收入,支出'];
    const file = memoryFile(table(...head, '2025-01-02,62220001,5,', ...head, '2025-01-03,62220001,,6'));
    const { tally } = await readWhole(file);
    expect([tally.header, tally.records, tally.read]).toEqual([4, 2, 6]);
  });

  test('statements glued together keep their own accounts', async () => {
    const part = (account: string) => ['明细清单', `账号：${account}`, '交易日期,交易金额', '2025-01-02,5'];
    const { tally, records } = await readWhole(memoryFile(table(...part('62220001'), ...part('62220002'))));
    expect(records).toMatchObject([{ acctNo: '62220001' }, { acctNo: '62220002' }]);
    expect([tally.preamble, tally.header, tally.records]).toEqual([4, 2, 2]);
  });

  test('a statement whose account is masked never gets that of the one above it', async () => {
    const part = (account: string) => [`账号：${account}`, '交易日期,交易金额', '2025-01-02,5'];
    const file = memoryFile(table(...part('62220001'), ...part('6222****0002')));
    const { tally, records } = await readWhole(file, { maxRejects: { rows: 1 } });
    expect(records).toMatchObject([{ acctNo: '62220001' }]);
    expect([tally.records, tally.rejected]).toEqual([1, 1]);
  });

  test('an account that the user has given stands for all statements of a file', async () => {
    const part = (account: string) => [`账号：${account}`, '交易日期,交易金额', '2025-01-02,5'];
    const columns = new Map([['transactions.acctNo', '=62220009']]);
    const { records } = await readWhole(memoryFile(table(...part('62220001'), ...part('62220002'))), { columns });
    expect(records).toMatchObject([{ acctNo: '62220009' }, { acctNo: '62220009' }]);
  });

  test('whatever the rows are, each lands in exactly one bucket', async () => {
    const line = fc.oneof(
      fc.constantFrom(header, good, '', ',,', '合计,,1.00,,', '小计', '共3条', '说明：无', '62220001,C1,x,y,z'),
      fc.array(fc.constantFrom('', '-', '账号', '合计', 'C1', '62220001', '5.00', '2025-01-02', '正常', '备注'), {
        maxLength: 7,
      }),
    );
    const lines = fc.array(line.map((cells) => (typeof cells === 'string' ? cells.split(',') : cells)));
    await fc.assert(
      fc.asyncProperty(lines, lines, async (above, below) => {
        const cells = [...above, header.split(','), good.split(','), ...below];
        const { tally } = await readWhole(memoryFile(cells), { acceptTotalMismatch: true }).catch(refusal);
        if (tally === undefined) return;
        expect(tally.read).toBe(cells.length);
        expect(accounted(tally)).toBe(tally.read);
      }),
      { numRuns: 300 },
    );
  });
});

async function refusal(error: unknown) {
  const { codes } = await refusedWith(Promise.reject(error));
  expect(['half-column', 'ambiguous-column', 'missing-column']).toContain(codes[0]);
  return { tally: undefined };
}

describe('cells', () => {
  test('are read without the blanks, tabs and wrappers around them', async () => {
    const line = ' 62220001\t,　C1　,"1,234.50",="20250102",正常 ';
    const cells = [header.split(','), [' 62220001\t', '　C1　', '"1,234.50"', '="20250102"', '正常 ']];
    expect(line.split(',').length).toBe(6);
    expect((await readWhole(memoryFile(cells))).records).toMatchObject([
      { acctNo: '62220001', custNo: 'C1', balanceFen: 123_450, openDate: '2025-01-02', status: 'open' },
    ]);
  });

  test.each(['-', '--', '—', '/', '无', 'NULL', '\\N', ''])('%j is empty', async (marker) => {
    const { records } = await readWhole(memoryFile(table(header, `62220001,C1,${marker},${marker},${marker}`)));
    expect(records).toMatchObject([{ balanceFen: undefined, openDate: undefined, status: undefined }]);
  });

  const typed = '账号,客户号,余额,开户日期,账户状态,期限,户名'.split(',');
  const date = { day: '2025-09-30' as Day };
  test.each<[string, Cell, object, readonly string[]]>([
    ['余额', 1234.56 + 2e-13, { balanceFen: 123_456 }, []],
    ['余额', 0.1 + 0.2, { balanceFen: 30 }, []],
    ['余额', -5, { balanceFen: -500 }, []],
    ['余额', 1.005, {}, ['unreadable-value']],
    ['余额', date, {}, ['unreadable-value']],
    ['余额', true, {}, ['unreadable-value']],
    ['余额', '#N/A', {}, ['formula-error']],
    ['期限', '#DIV/0!', {}, ['formula-error']],
    ['期限', '三个\ufffd', {}, ['damaged-text']],
    ['期限', date, { term: '2025-09-30' }, ['date-as-text']],
    ['期限', { day: undefined }, {}, ['unreadable-value']],
    ['期限', 12, { term: '12' }, []],
    ['开户日期', date, { openDate: '2025-09-30' }, []],
    ['开户日期', 45_930, { openDate: '2025-09-30' }, ['serial-date']],
    ['开户日期', 20_250_930, { openDate: '2025-09-30' }, []],
    ['开户日期', 19_999, {}, ['unreadable-value']],
    ['开户日期', '45930', { openDate: '2025-09-30' }, ['serial-date']],
    ['开户日期', ' ４５９３０ ', { openDate: '2025-09-30' }, ['serial-date']],
    ['开户日期', '45930.586875', { openDate: '2025-09-30' }, ['serial-date']],
    ['开户日期', '21000', { openDate: '1957-06-29' }, ['serial-date']],
    ['开户日期', '20999', {}, ['unreadable-value']],
    ['开户日期', '20259', {}, ['unreadable-value']],
    ['开户日期', '79999', { openDate: '2119-01-10' }, ['serial-date']],
    ['开户日期', '80000', {}, ['unreadable-value']],
    ['开户日期', '4593', {}, ['unreadable-value']],
    ['开户日期', '459300', {}, ['unreadable-value']],
    ['开户日期', '45,930', {}, ['unreadable-value']],
    ['开户日期', { day: undefined }, {}, ['unreadable-value']],
    ['开户日期', '99991231', { openDate: undefined }, []],
    ['客户号', 123_456_789_012_345, { custNo: '123456789012345' }, ['number-as-id']],
    ['客户号', 12.5, {}, ['unreadable-value']],
    ['客户号', date, {}, ['unreadable-value']],
  ])('in %s the cell %j is %j with %j', async (column, cell, record, codes) => {
    const row = ['62220001', 'C1', '1', '2025-01-02', '正常', '', ''].map((text, at) =>
      typed[at] === column ? cell : text,
    );
    const { records, tally } = await readWhole(memoryWorkbook({ 账户: [typed, row] }));
    expect(tally.problems.map((one) => one.code)).toEqual(codes);
    if (tally.rejected === 0) expect(records).toMatchObject([record]);
    expect(tally.problems.every((one) => one.line === 2 && one.column === column)).toBe(true);
  });

  test('serial numbers in a text are counted one by one, and told once', async () => {
    const lines = ['45930', '45930', '45931', '2025-09-29', '45930'].map(
      (day, at) => `6222000${at},C${at},1,${day},正常`,
    );
    const { records, tally } = await readWhole(memoryFile(table(header, ...lines)));
    expect(records.map((one) => (one as { openDate?: string }).openDate)).toEqual([
      '2025-09-30',
      '2025-09-30',
      '2025-10-01',
      '2025-09-29',
      '2025-09-30',
    ]);
    expect(tally.problems).toMatchObject([{ code: 'serial-date', line: 2, column: '开户日期' }]);
    expect(tally.problems[0]?.message).toMatch(/^有 4 个/);
  });

  test.each<Cell>([1234567890123456, 6.22202e18, '6.22202E+18'])(
    'the account %j has lost digits, which refuses the column',
    async (cell) => {
      const cells: Cells = [header.split(','), good.split(','), [cell, 'C1', '1', '2025-01-02', '正常']];
      const { exitCode, problems } = await refusedWith(readWhole(memoryWorkbook({ 账户: cells })));
      expect(exitCode).toBe(3);
      expect(problems).toMatchObject([{ code: 'digits-lost', line: 3, column: '账号', sheet: '账户' }]);
    },
  );

  test('values of personal columns are never quoted, others are cut at 20 characters', async () => {
    const cells: Cells = [
      ['账号', '客户号', '余额', '户名'],
      ['62220001', 'C1', '1.2.3.4.5.6.7.8.9.0.1.2', '张三'],
      [{ day: '2025-01-02' as Day }, 'C2', '5', '李四'],
    ];
    const { tally } = await readWhole(memoryWorkbook({ 账户: cells }));
    expect(tally.problems[0]?.message).toContain('“1.2.3.4.5.6.7.8.9.0.…”');
    expect(tally.problems.map((one) => one.message).join()).not.toMatch(/62220001|张三|李四/);
  });
});

describe('units', () => {
  test.each([
    ['in the header', ['账号,客户号,余额（万元）', '62220001,C1,1.2']],
    ['above the table', ['单位：万元', '账号,客户号,余额', '62220001,C1,1.2']],
    ['in the header rather than above', ['单位：亿元', '账号,客户号,余额（万元）', '62220001,C1,1.2']],
    ['in the cell rather than in the header', ['账号,客户号,余额（元）', '62220001,C1,1.2万']],
  ])('%s', async (_, lines) => {
    expect((await readWhole(memoryFile(table(...lines)))).records).toMatchObject([{ balanceFen: 1_200_000 }]);
  });

  test('that the user gives win over those of the file', async () => {
    const file = memoryFile(table('单位：亿元', '账号,客户号,余额（万元）', '62220001,C1,1.5'));
    const { records } = await readWhole(file, { units: new Map([['accounts.balance', 1]]) });
    expect(records).toMatchObject([{ balanceFen: 150 }]);
  });

  const many = (rows: number, amount: string) =>
    Array.from({ length: rows }, (_, at) => `6222000${at},C${at},${amount}`);
  test.each([
    [20, '9999.99', '余额', ['implausible-unit']],
    [19, '9999.99', '余额', []],
    [20, '10000', '余额', []],
    [20, '-10000', '余额', []],
    [20, '-9999.99', '余额', ['implausible-unit']],
    [20, '5', '余额（元）', []],
    [20, '0', '余额', []],
  ])('%i balances of %s under %s are told with %j', async (rows, amount, column, codes) => {
    const { tally } = await readWhole(memoryFile(table(`账号,客户号,${column}`, ...many(rows, amount))));
    expect(tally.problems.map((one) => one.code)).toEqual(codes);
  });
});

describe('codes that banks use for contrary things are told once', () => {
  test.each<readonly [text: string, lines: readonly string[], messages: readonly string[]]>([
    ['客户类型 as a code', ['客户号,客户类型', 'C1,1', 'C2,2', 'C3,1'], ['代码 “1”、“2”看不出']],
    ['客户类型 as letters', ['客户号,客户类型', 'C1,ｐ', 'C2,C'], ['代码 “C”、“P”看不出']],
    [
      'of many codes five',
      ['客户号,客户类型', ...'123456'.split('').map((code) => `C${code},${code}`)],
      ['“5”等看不出'],
    ],
    ['not 客户类型 in words', ['客户号,客户类型', 'C1,个人', 'C2,对公', 'C3,1-个人'], []],
    ['nor beside 证件类型', ['客户号,客户类型,证件类型', 'C1,1,居民身份证', 'C2,2,营业执照'], []],
    ['客户状态 0 beside 1', ['客户号,客户状态', 'C1,0', 'C2,1'], ['“0”和“1”都按正常计入']],
    ['also where they are padded', ['客户号,客户状态', 'C1,０ ', 'C2,\t1'], ['“0”和“1”都按正常计入']],
    ['客户状态 0 alone means 正常', ['客户号,客户状态', 'C1,0', 'C2,销户'], []],
    ['and so does 1', ['客户号,客户状态', 'C1,1', 'C2,销户'], []],
    ['有效标志 0', ['客户号,客户姓名,有效标志', 'C1,甲某,0', 'C2,乙某,有效'], ['“0”按正常计入，在这一列可能表示无效']],
    ['有效标志 0 beside 1', ['客户号,客户姓名,有效标志', 'C1,甲某,0', 'C2,乙某,1'], ['“0”和“1”都按正常计入']],
    ['not 有效标志 1', ['客户号,客户姓名,有效标志', 'C1,甲某,1', 'C2,乙某,1'], []],
  ])('%s', async (_text, lines, messages) => {
    const { tally, records } = await readWhole(memoryFile(table(...lines)));
    expect(records).toHaveLength(lines.length - 1);
    expect(tally.problems).toMatchObject(
      messages.map((message) => ({ code: 'ambiguous-code', message: expect.stringContaining(message) })),
    );
  });
});

describe('when too much is wrong', () => {
  const bad = '62220002,C2,x,2025-01-02,正常';
  const rows = (goodRows: number, badRows: number) =>
    memoryFile(table(header, ...Array(goodRows).fill(good), ...Array(badRows).fill(bad)));

  test.each([
    [99, 1, { share: 0.01 }, false],
    [98, 1, { share: 0.01 }, true],
    [5, 2, { rows: 2 }, false],
    [5, 3, { rows: 2 }, true],
    [5, 0, { share: 0 }, false],
    [5000, 1, { share: 0 }, true],
  ])('%i good and %i bad rows under %j are refused: %j', async (goodRows, badRows, maxRejects, isRefused) => {
    const work = readWhole(rows(goodRows, badRows), { maxRejects });
    if (!isRefused) return expect((await work).tally.rejected).toBe(badRows);
    const { exitCode, codes } = await refusedWith(work);
    expect([exitCode, codes[0], codes[1]]).toEqual([3, 'too-many-rejects', 'unreadable-value']);
  });

  test.each([
    [19, 19],
    [20, 20],
    [21, 20],
    [300, 20],
  ])('of %i rejected rows %i are shown', async (badRows, shown) => {
    const { codes } = await refusedWith(readWhole(rows(1000, badRows), { maxRejects: { rows: 1 } }));
    expect(codes).toEqual(['too-many-rejects', ...Array(shown).fill('unreadable-value')]);
  });

  test('a day column that is unreadable in more than half of the rows refuses the file', async () => {
    const lines = (count: number) => Array(count).fill('昨天,62220001,5');
    const head = ['交易日期,账号,交易金额', '2025-01-02,62220001,5', '2025-01-02,62220001,5'];
    expect((await readWhole(memoryFile(table(...head, ...lines(2))))).tally.rejected).toBe(2);
    const { codes, problems } = await refusedWith(readWhole(memoryFile(table(...head, ...lines(3)))));
    expect([codes, problems[0]?.column]).toEqual([['half-column'], '交易日期']);
  });

  test('the list of problems is cut at 1,000 for each code, the count is not', async () => {
    const { tally } = await readWhole(rows(1, 1003));
    const listed = tally.problems.filter((one) => one.code === 'unreadable-value');
    expect([tally.rejected, listed.length]).toEqual([1003, 1001]);
    expect(listed.at(-1)?.message).toContain('另有 3 行');
  });

  test('a file without data rows is told', async () => {
    expect((await readWhole(memoryFile(table(header)))).tally.problems).toMatchObject([
      { severity: 'warning', code: 'empty-export' },
    ]);
  });
});
