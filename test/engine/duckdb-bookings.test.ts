// What a booking is, and what its file adds up to, where DuckDB reads it.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runIn } from '../run.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-bookings-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The report over all files, which both engines must give alike, without one of them stepping aside. */
async function reportOver(files: Readonly<Record<string, readonly string[]>>, options: readonly string[] = []) {
  for (const [name, lines] of Object.entries(files)) writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  const argv = ['segment', '.', '--as-of', '2025-09-30', '-f', 'json', ...options];
  const stream = await runIn(folder, [...argv, '--engine', 'stream']);
  const duckdb = await runIn(folder, [...argv, '--engine', 'duckdb']);
  expect(duckdb.stderr).not.toContain('改用 stream');
  expect(duckdb).toEqual(stream);
  // 4: a few days of bookings cover no year.
  expect([0, 4]).toContain(stream.code);
  return JSON.parse(stream.stdout) as {
    readonly customers: readonly {
      readonly customerId: string;
      readonly frequency: number;
      readonly amountFen: number;
    }[];
    readonly intake: readonly {
      readonly rows: { readonly future: number; readonly duplicate: number };
      readonly controlTotals: readonly { readonly line: number }[];
    }[];
  };
}

test('a note that names an account between rows that have their own does not stop DuckDB', async () => {
  const header = '交易日期,交易流水号,账号,借贷标志,交易金额,摘要';
  const lines = ['2025-09-10,T1,622200000,D,10.00,取款', '账号：622200009', '2025-09-11,T2,622200001,D,10.00,取款'];
  const { customers: found } = await reportOver({ '交易明细.csv': [header, ...lines] });
  expect(found.map(({ frequency }) => frequency)).toEqual([1, 1]);
});

describe('copies of rows after the as-of day', () => {
  const header = '交易日期,交易流水号,账号,借贷标志,交易金额,摘要,冲正标志';
  const plain = (id: string) => `2025-10-01,${id},622200000,D,10.00,取款,0`;
  const odd = (id: string) => `2025/10/1,${id},622200000,D,１０.00,取款,0`;
  const undone = (id: string) => `2025-10-01,${id},622200000,D,10.00,取款,1`;
  const unknown = (id: string) => `2025-10-01,${id},622200000,D,10.00,xyz,0`;
  const known = '2025-09-01,T0,622200000,D,10.00,取款,0';
  const others = Array.from({ length: 300 }, (_, at) => plain(`L${at}`));

  test.each<readonly [text: string, one: readonly string[], two: readonly string[], counts: readonly number[]]>([
    ['plain in one file', [plain('T1'), plain('T2'), plain('T1')], [plain('T5')], [2, 1, 1, 0]],
    ['plain in two files', [plain('T1')], [plain('T2'), plain('T1')], [1, 0, 1, 1]],
    ['one of them odd', [odd('T1'), plain('T1')], [plain('T2'), odd('T2')], [1, 1, 1, 1]],
    ['odd in the second file', [plain('T1'), plain('T2')], [odd('T2'), odd('T1')], [2, 0, 0, 2]],
    ['odd in the first file', [odd('T1'), odd('T2')], [plain('T2'), plain('T1')], [2, 0, 0, 2]],
    ['that bring their cells', [undone('T1'), unknown('T2')], [unknown('T2'), undone('T1')], [2, 0, 0, 2]],
    ['of one 流水号 that say different things', [plain('T1'), unknown('T1')], [undone('T1')], [2, 0, 1, 0]],
    ['among many', [...others, plain('L7')], [plain('L9'), ...others.slice(0, 5)], [300, 1, 0, 6]],
    ['beside one that is not later', [known, known.replace('2025-09-01', '2025-10-01')], [known], [1, 0, 0, 1]],
  ])('%s', async (_text, one, two, [future, duplicate, futureToo, duplicateToo]) => {
    const files = { '交易1.csv': [header, known.replace('T0', 'T9'), ...one], '交易2.csv': [header, ...two] };
    const { intake } = await reportOver(files);
    expect(intake.map(({ rows }) => rows)).toMatchObject([
      { future, duplicate },
      { future: futureToo, duplicate: duplicateToo },
    ]);
  });
});

describe('who is on the other side', () => {
  const names = ['周若水', '赵云栖', '孙青禾', '李竹溪', '钱知秋', '吴墨白', '郑南枝', '冯晚舟', '陈望舒', 'Anna Li'];
  const customers = ['客户号,客户姓名,客户类型,开户日期', ...names.map((name, at) => `C${at},${name},个人,2015-06-01`)];
  const own = names.map((_, at) => `62220000${at},C${at},活期,CNY,1.00`);
  const accounts = ['账号,客户号,账户类型,币种,余额', ...own, '699900000,C0,活期,CNY,1.00'];
  const parties = [
    ['an account of the same customer', '王小草,699900000', 1],
    ['an account of another customer', '赵云栖,622200000', 0],
    ['the account itself', '王小草,622200002', 1],
    ['an unknown account under the own name', '李竹溪,8888', 1],
    ['an unknown account under another name', '王小草,8888', 0],
    ['an unknown account without a name', ',8888', 0],
    ['the own name alone', '郑南枝,', 1],
    ['another name alone', '王小草,', 0],
    ['nobody', ',', 1],
    ['the own name in other letters', 'ＡＮＮＡ　ＬＩ,', 1],
  ] as const;

  test('an account that no export knows is on both sides the same one', async () => {
    const header = '交易日期,交易流水号,账号,借贷标志,交易金额,摘要,对方户名,对方账号';
    const lines = ['622200000', '622200001'].map(
      (party, at) => `2025-09-1${at},T${at},622200000,C,10.00,现金存入,王小草,${party}`,
    );
    const { customers: found } = await reportOver({ '交易明细.csv': [header, ...lines] }, ['--strict-active']);
    expect(found.map(({ frequency }) => frequency)).toEqual([1]);
  });

  test('somebody else paying in is no transaction of the customer’s own', async () => {
    const header = '交易日期,交易流水号,账号,借贷标志,交易金额,摘要,对方户名,对方账号';
    const lines = parties.map(([, party], at) => `2025-09-${10 + at},T${at},62220000${at},C,10.00,现金存入,${party}`);
    const files = { '客户信息.csv': customers, '账户.csv': accounts, '交易明细.csv': [header, ...lines] };
    const { customers: found } = await reportOver(files, ['--strict-active']);
    const counted = found.toSorted((a, b) => (a.customerId < b.customerId ? -1 : 1)).map(({ frequency }) => frequency);
    expect(counted).toEqual(parties.map(([, , count]) => count));
  });
});

test('the name that the file itself gives its customers is compared with the other side', async () => {
  const header = '交易日期,交易流水号,客户号,户名,借贷标志,交易金额,摘要,对方户名';
  const sides = ['周若水,C,10.00,现金存入,周若水', '周若水,C,10.00,现金存入,赵云栖', '周若水,C,10.00,现金存入,'];
  const lines = sides.map((side, at) => `2025-09-1${at},T${at},C${at},${side}`);
  const { customers } = await reportOver({ '交易明细.csv': [header, ...lines] }, ['--strict-active']);
  expect(customers.map(({ frequency }) => frequency)).toEqual([1, 0, 1]);
});

test('where no 摘要 says what a booking is, its 附言 may', async () => {
  const header = '交易日期,交易流水号,客户号,借贷标志,交易金额,摘要,交易渠道,附言';
  const words = ['批处理,', '批处理,POS消费', '批处理,结息', '手机银行,', '手机银行,代扣水费', 'ATM,取现'];
  const lines = words.map((word, at) => `2025-09-1${at},T${at},C${at},D,10.00,,${word}`);
  const { customers } = await reportOver({ '交易明细.csv': [header, ...lines] });
  expect(customers.map(({ frequency }) => frequency)).toEqual([0, 1, 0, 1, 0, 1]);
});

test.each([1, 2])('%d debits with a minus are debits, whatever the credits are', async (debits) => {
  const line = (at: number) => `2025-09-1${at},T${at},C${at},${at < debits ? '-' : ''}${at + 1}0.00,转账`;
  await reportOver({ '交易明细.csv': ['交易日期,交易流水号,客户号,交易金额,摘要', ...[0, 1, 2, 3].map(line)] });
});

describe('what a file states of its own rows', () => {
  const header = '交易日期,交易流水号,客户号,借贷标志,交易金额,折人民币金额,币种,摘要';
  const lines = [0, 1, 2, 3, 4, 5].map(
    (at) => `2025-09-1${at},T${at},C${at},${at % 3 === 0 ? 'C' : 'D'},${at + 1}0.25,${at + 1}0.25,CNY,转账`,
  );

  test.each([
    ['all amounts', '合计,,,,211.50,211.50,,'],
    ['money out', '借方合计,,,,161.00,,,'],
    ['money in', '贷方合计,,,,50.50,,,'],
  ])('%s: a true total is accepted', async (_, total) => {
    await reportOver({ '交易明细.csv': [header, ...lines, total] });
  });
});

test('折人民币 is the amount of a row that names no currency', async () => {
  const header = '交易日期,交易流水号,客户号,借贷标志,交易金额,折人民币金额,币种,摘要';
  const rates = ['36.00,', '5.00,', ',', '0.00,', '36.00,CNY', '36.00,USD', '0.00,USD', ',USD'];
  const lines = rates.map((rate, at) => `2025-09-1${at},T${at},C${at},D,5.00,${rate},转账`);
  const { customers } = await reportOver({ '交易明细.csv': [header, ...lines] });
  expect(customers.map(({ amountFen }) => amountFen)).toEqual([3600, 500, 500, 500, 500, 3600, 0, 0]);
});

test('without a column for the currency, too', async () => {
  const header = '交易日期,交易流水号,客户号,借贷标志,交易金额,折人民币金额,摘要';
  const lines = ['36.00', '5.00', '', '0.00'].map((rate, at) => `2025-09-1${at},T${at},C${at},D,5.00,${rate},转账`);
  const { customers } = await reportOver({ '交易明细.csv': [header, ...lines] });
  expect(customers.map(({ amountFen }) => amountFen)).toEqual([3600, 500, 500, 500]);
});

describe('both engines name the same line', () => {
  const header = '账号,客户号,交易日期,借贷标志,交易金额,摘要,流水号';
  const line = (no: number, summary = '取款') => `621,101,2025-09-01,借,5.00,${summary},T${no}`;

  test('below a cell of several lines', async () => {
    const lines = [header, line(1, '"取\r\n款"'), line(2), '合计,,,,10.00,,'].map((row) => `${row}\r`);
    const { intake } = await reportOver({ '交易明细.csv': lines });
    expect(intake[0]?.controlTotals[0]?.line).toBe(5);
  });

  test.each([
    ['lost digits', '6.22E+18,103,2025-09-01,借,5.00,取款,T3'],
    ['another header', '客户号,账号,交易日期,借贷标志,交易金额,摘要,流水号'],
  ])('%s below empty lines', async (_, last) => {
    writeFileSync(join(folder, '交易明细.csv'), [header, line(1), '', '', line(2), last, ''].join('\n'));
    for (const engine of ['stream', 'duckdb']) {
      const { code, stderr } = await runIn(folder, ['segment', '.', '--as-of', '2025-09-30', '--engine', engine]);
      expect(code).toBe(3);
      expect(stderr).toContain('交易明细.csv:6:');
    }
  });
});

test('a row that is longer than the header is taken for what the row reader takes it for', async () => {
  const line = (at: number, more: string) => `2025-09-1${at},T${at},C${at},D,10.00,转账${more}`;
  const lines = ['', ',', '', ',', ''].map((more, at) => line(at, more));
  await reportOver({ '交易明细.csv': ['交易日期,交易流水号,客户号,借贷标志,交易金额,摘要', ...lines] });
});

test('a quote character within a cell is one of its text', async () => {
  const line = (at: number, memo: string) => `"2025-09-1${at}","T${at}","C${at}","D","10.00","转账","${memo}"`;
  const memos = ['', '他说""好""', '好', '""'];
  const header = '交易日期,交易流水号,客户号,借贷标志,交易金额,摘要,附言';
  await reportOver({ '交易明细.csv': [header, ...memos.map((memo, at) => line(at, memo))] });
});
