// Twelve invented people, planted wherever an export can hold them, through every command and every kind of failure: nothing that
// the tool prints or writes may contain a name, a phone, an ID or an account number (clarification 7, G1).
import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import ExcelJS from 'exceljs';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { main } from '../src/cli/main.js';
import {
  canaries,
  csv,
  type Files,
  hits,
  names,
  partsOf,
  people,
  place,
  type Rows,
  runFolder,
} from './privacy/people.js';
import { runIn } from './run.js';

const folder = runFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function customerRows(): Rows {
  return [
    ['客户号', '客户姓名', '证件号码', '联系电话', '地址', '工作单位', '开户日期', '客户状态'],
    ...people.map((p) => [
      p.custNo,
      p.name,
      p.idNo,
      p.phone,
      `${p.name}家，电话${p.phone}`.replace(',', ''),
      p.name,
      '2015-01-01',
      '正常',
    ]),
  ];
}

function accountRows(): Rows {
  return [
    ['账号', '客户号', '户名', '产品大类', '余额', '开户日期'],
    ...people.map((p) => [p.account, p.custNo, p.name, '活期', '100.00', '2015-01-01']),
  ];
}

const bookingHeader = [
  '交易日期',
  '流水号',
  '账号',
  '借贷标志',
  '交易金额',
  '摘要',
  '附言',
  '交易类型',
  '网点名称',
  '对方户名',
  '对方账号',
];

function bookingRows(): Rows {
  return [
    bookingHeader,
    ...people.flatMap((p, at) => {
      const other = people[(at + 5) % people.length]!;
      const memo = `${other.name} ${other.phone}`;
      const ends = ['', '营业部', other.name, other.account];
      const texts = [
        `${p.name}房租`,
        `还给${other.name}`,
        `${p.name}转账房租`,
        `电话${p.phone}`,
        `卡${other.account}`,
        `联系${p.phone.slice(0, 3)}-${p.phone.slice(3, 7)}-${p.phone.slice(7)}`,
        `证${other.idNo}`,
      ];
      return texts.map((text, nth) => [
        `2025-0${(nth % 8) + 1}-15`,
        `T${at}${nth}`,
        p.account,
        nth % 2 === 0 ? '借' : '贷',
        '88.00',
        text,
        memo,
        ...ends,
      ]);
    }),
  ];
}

const branch = (change: Files = {}): Files => ({
  '客户信息.csv': csv(customerRows()),
  '账户.csv': csv(accountRows()),
  '交易明细.csv': csv(bookingRows()),
  ...change,
});

/** Bookings with one row altered, or all of them. */
function bookings(alter: (row: readonly string[], at: number) => readonly string[]): Files {
  return { '交易明细.csv': csv(bookingRows().map((row, at) => (at === 0 ? row : alter(row, at)))) };
}

async function workbook(rows: Rows, sheetName = 'Sheet1'): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  book.addWorksheet(sheetName).addRows(rows.map((row) => [...row]));
  return Buffer.from(await book.xlsx.writeBuffer());
}

interface Case {
  readonly files: Files | (() => Promise<Files>);
  readonly argv: readonly string[];
  readonly code: number;
}

const { account: someAccount, custNo: someCustomer, name: someName, phone: somePhone } = people[0]!;
const asOf = ['--as-of', '2025-09-30'];
const segment = ['segment', '.', ...asOf];
const onlyBookings = (change: Files = {}): Files => ({ '交易明细.csv': csv(bookingRows()), ...change });
const shift = (row: readonly string[], by: number) => [...row.slice(by), ...row.slice(0, by)];

const cases: Readonly<Record<string, Case>> = {
  'segment as a table': { files: branch(), argv: segment, code: 0 },
  'segment as JSON': { files: branch(), argv: [...segment, '-f', 'json'], code: 0 },
  'segment as CSV': { files: branch(), argv: [...segment, '-f', 'csv'], code: 0 },
  'segment as a page': { files: branch(), argv: [...segment, '-f', 'html'], code: 0 },
  'segment as a workbook': { files: branch(), argv: [...segment, '-o', '结果.xlsx'], code: 0 },
  'segment into a JSON file': { files: branch(), argv: [...segment, '-o', '结果.json'], code: 0 },
  'segment by scores': { files: branch(), argv: [...segment, '--method', 'score', '-o', '结果.xlsx'], code: 0 },
  'segment compared with an earlier day': {
    files: branch(),
    argv: [...segment, '--compare-to', '2025-03-31', '-o', '结果.xlsx'],
    code: 0,
  },
  'segment of bookings alone, by account': { files: onlyBookings(), argv: segment, code: 0 },
  'segment by account as JSON': { files: onlyBookings(), argv: [...segment, '-f', 'json'], code: 0 },
  'segment by account as a workbook': { files: onlyBookings(), argv: [...segment, '-o', '结果.xlsx'], code: 0 },
  'segment by account as CSV': { files: onlyBookings(), argv: [...segment, '-f', 'csv'], code: 0 },
  explain: { files: branch(), argv: ['explain', someCustomer, '.', ...asOf], code: 0 },
  'explain as JSON': { files: branch(), argv: ['explain', someCustomer, '.', ...asOf, '-f', 'json'], code: 0 },
  'explain an account': { files: onlyBookings(), argv: ['explain', someAccount, '.', ...asOf], code: 0 },
  'explain an account as JSON': {
    files: onlyBookings(),
    argv: ['explain', someAccount, '.', ...asOf, '-f', 'json'],
    code: 0,
  },
  'explain somebody unknown': { files: branch(), argv: ['explain', somePhone, '.', ...asOf], code: 2 },
  inspect: { files: branch(), argv: ['inspect', '.', '--rows', '50'], code: 0 },
  'inspect as JSON': { files: branch(), argv: ['inspect', '.', '--rows', '50', '-f', 'json'], code: 0 },
  'inspect a statement with a preamble': {
    files: {
      '对账单.csv': `户名：${someName}  账号：${someAccount}\n客户姓名：${someName},手机：${somePhone}\n${csv(bookingRows())}制表：${someName}\n`,
    },
    argv: ['inspect', '.', '--rows', '50', '-f', 'json'],
    code: 0,
  },
  'segment of a statement with a preamble': {
    files: { '对账单.csv': `户名：${someName}  账号：${someAccount}\n客户姓名：${someName}\n${csv(bookingRows())}` },
    argv: [...segment, '-f', 'json'],
    code: 0,
  },
  'inspect of rows cut in the wrong places': {
    files: bookings((row, at) => shift(row, at % 5)),
    argv: ['inspect', '.', '--rows', '50', '-f', 'json', '--max-rejects', '100%'],
    code: 3,
  },
  'segment of rows cut in the wrong places': {
    files: branch(bookings((row, at) => shift(row, at % 7 === 3 ? 3 : 0))),
    argv: [...segment, '--max-rejects', '100%', '-f', 'json'],
    code: 4,
  },
  'too many rows cut in the wrong places': { files: branch(bookings((row) => shift(row, 9))), argv: segment, code: 3 },
  'a personal value in every column, one after the other': {
    files: branch(bookings((row, at) => row.with(at % bookingHeader.length, canaries[at % canaries.length]!))),
    argv: [...segment, '--max-rejects', '100%', '-f', 'json'],
    code: 4,
  },
  'the same, inspected': {
    files: bookings((row, at) => row.with(at % bookingHeader.length, canaries[(at * 7) % canaries.length]!)),
    argv: ['inspect', '.', '--rows', '50', '-f', 'json', '--max-rejects', '100%'],
    code: 4,
  },
  'a name as 客户状态': {
    files: branch({
      '客户信息.csv': csv(customerRows().map((row, at) => (at === 0 ? row : row.with(7, names[at % 12]!)))),
    }),
    argv: [...segment, '--max-rejects', '100%'],
    code: 4,
  },
  'a column of names as dates': {
    files: branch(),
    argv: [...segment, '--map', 'transactions.txnDate=对方户名'],
    code: 3,
  },
  'a column of accounts as amounts': {
    files: branch(),
    argv: [...segment, '--map', 'transactions.amount=对方户名'],
    code: 3,
  },
  'IDs that Excel has rounded': {
    files: branch({ '账户.csv': csv(accountRows().map((row, at) => (at === 5 ? row.with(0, '6.22202E+18') : row))) }),
    argv: segment,
    code: 3,
  },
  'a wrong total': {
    files: branch({ '交易明细.csv': `${csv(bookingRows())}合计,,${someName},,1.00\n` }),
    argv: segment,
    code: 3,
  },
  'a total that cannot be checked': {
    files: branch({ '交易明细.csv': `${csv(bookingRows())}合计 ${someName} ${somePhone}\n` }),
    argv: segment,
    code: 0,
  },
  'two columns of names': {
    files: branch({ '客户信息.csv': csv(customerRows().map((row, at) => [...row, at === 0 ? '姓名' : row[1]!])) }),
    argv: segment,
    code: 2,
  },
  'rows that come twice': {
    files: branch({ '再次.csv': csv(bookingRows()), '客户2.csv': csv(customerRows()) }),
    argv: [...segment, '-f', 'json'],
    code: 0,
  },
  'an unclosed quote': {
    files: branch(bookings((row, at) => (at === 9 ? row.with(5, `"${someName}`) : row))),
    argv: segment,
    code: 3,
  },
  'an unclosed quote, inspected': {
    files: bookings((row, at) => (at === 9 ? row.with(5, `"${someName}`) : row)),
    argv: ['inspect', '.', '-f', 'json'],
    code: 3,
  },
  'bytes of no encoding': {
    files: branch({
      '交易明细.csv': Buffer.concat([
        Buffer.from(csv(bookingRows())),
        Buffer.from([0xff, 0xff]),
        Buffer.from(someName),
      ]),
    }),
    argv: segment,
    code: 3,
  },
  'a text cut inside a name': {
    files: branch({ '客户信息.csv': iconv.encode(csv(customerRows()), 'gb18030').subarray(0, -2) }),
    argv: segment,
    code: 3,
  },
  'a damaged workbook': {
    files: async () => branch({ '交易明细.csv': (await workbook(bookingRows())).fill(0, 900, 1000) }),
    argv: segment,
    code: 3,
  },
  'half a workbook': {
    files: async () => branch({ '交易明细.csv': (await workbook(bookingRows())).subarray(0, 3000) }),
    argv: segment,
    code: 3,
  },
  'workbooks of everything': {
    files: async () => ({
      'a.xlsx': await workbook(customerRows()),
      'b.xlsx': await workbook(accountRows()),
      'c.xlsx': await workbook(bookingRows()),
    }),
    argv: [...segment, '-o', '结果.xlsx'],
    code: 0,
  },
  'a list of no known kind': {
    files: branch({ '名单.csv': csv(people.map((p) => [p.name, p.phone, p.idNo, p.account])) }),
    argv: segment,
    code: 0,
  },
  'a list without its header, forced': {
    files: branch({ '名单.csv': csv(customerRows().slice(1)) }),
    argv: [...segment, '--kind', 'customers=名单.csv'],
    code: 3,
  },
  'people among the header words': {
    files: branch({
      '客户信息.csv': csv([[...customerRows()[0]!.slice(0, 6), someName, somePhone], ...customerRows().slice(1)]),
    }),
    argv: [...segment, '-f', 'json'],
    code: 0,
  },
  'people above the header, as if they were its groups': {
    files: branch({
      '交易明细.csv': `${people
        .slice(0, 11)
        .map(({ name }) => name)
        .join(',')}\n${csv(bookingRows())}`,
    }),
    argv: ['inspect', '.', '-f', 'json'],
    code: 0,
  },
  'a comma inside a name': {
    files: branch(bookings((row) => row.with(6, `${row[6]},${someName},${somePhone}`))),
    argv: segment,
    code: 3,
  },
  'error values of Excel beside names': {
    files: branch(bookings((row, at) => (at % 3 === 0 ? row.with(4, '#N/A') : row))),
    argv: [...segment, '--max-rejects', '100%'],
    code: 4,
  },
  'accounts and customers missing from their exports': {
    files: branch({ '账户.csv': csv(accountRows().slice(0, 6)), '客户信息.csv': csv(customerRows().slice(0, 4)) }),
    argv: [...segment, '-f', 'json'],
    code: 0,
  },
  'a missing column': {
    files: branch({
      '账户.csv': csv(accountRows().map((row) => row.with(1, row[1] === '客户号' ? '客户代号' : row[1]!))),
    }),
    argv: segment,
    code: 3,
  },
  'a fix list of rows cut in the wrong places': {
    files: branch(bookings((row, at) => shift(row, at % 7 === 3 ? 3 : 0))),
    argv: [...segment, '--max-rejects', '100%', '--fixes', '待改.xlsx'],
    code: 4,
  },
  'a fix list of personal values in every column': {
    files: branch(bookings((row, at) => row.with(at % bookingHeader.length, canaries[at % canaries.length]!))),
    argv: [...segment, '--max-rejects', '100%', '--fixes', '待改.xlsx'],
    code: 4,
  },
  'a fix list of customers': {
    files: branch({
      '客户信息.csv': csv(
        customerRows().map((row, at) =>
          at === 0 ? row : row.with(6, row[1]!).with(0, at % 2 === 0 ? row[1]! : row[0]!),
        ),
      ),
    }),
    argv: [...segment, '--max-rejects', '100%', '--fixes', '待改.xlsx'],
    code: 4,
  },
  'people among the header words, inspected': {
    files: {
      '客户信息.csv': csv([[...customerRows()[0]!.slice(0, 6), someName, somePhone], ...customerRows().slice(1)]),
    },
    argv: ['inspect', '.', '-f', 'json'],
    code: 0,
  },
  'people among the header words of a list that is not understood': {
    files: branch({
      '名单.csv': csv([['姓名', '手机', someName, somePhone, someAccount], ...customerRows().slice(1)]),
    }),
    argv: segment,
    code: 0,
  },
  'a title with a name right above the header': {
    files: { '对账单.csv': `户名,${someName},账号,${someAccount}\n${csv(bookingRows())}` },
    argv: ['inspect', '.', '-f', 'json'],
    code: 0,
  },
  'a title with a name right above the header of a workbook': {
    files: async () => ({ '对账单.xlsx': await workbook([['客户', someName], ['', somePhone], ...bookingRows()]) }),
    argv: ['inspect', '.', '-f', 'json'],
    code: 0,
  },
  'names where currencies and directions stand': {
    files: branch({
      '交易明细.csv': csv(
        bookingRows().map((row, at) => [
          ...row.with(3, at === 0 ? row[3]! : names[at % 12]!),
          at === 0 ? '币种' : names[at % 12]!,
        ]),
      ),
    }),
    argv: [...segment, '--max-rejects', '100%', '-f', 'json'],
    code: 4,
  },
  'an option with a mistake': { files: branch(), argv: [...segment, '--map', 'transactions.账=账号'], code: 2 },
};

describe('nobody can be recognised in', () => {
  test.each(Object.entries(cases))('%s', async (_, { files, argv, code }) => {
    const given = typeof files === 'function' ? await files() : files;
    const cwd = place(folder, given);
    const run = await runIn(cwd, argv);
    expect(hits(run.stdout), run.stdout).toEqual([]);
    expect(hits(run.stderr), run.stderr).toEqual([]);
    for (const name of readdirSync(cwd)) {
      if (name in given) continue;
      for (const part of partsOf(join(cwd, name))) expect(hits(part), `${name}\n${part}`).toEqual([]);
    }
    expect(run.code, run.stderr).toBe(code);
  });

  test('the report of a bug', async () => {
    const cwd = place(folder, branch());
    let stderr = '';
    const broken = new Writable({
      write(_chunk, _encoding, done) {
        done(new Error(`cannot write ${canaries.join(' ')}`));
      },
    });
    const heard = new Writable({
      write(chunk: Buffer, _encoding, done) {
        stderr += chunk.toString('utf8');
        done();
      },
    });
    const code = await main(segment, {
      ...{ stdout: broken, stderr: heard, cwd, isTerminal: false, isMessageTerminal: false, noColor: true },
    });
    expect(code).toBe(1);
    expect(hits(stderr), stderr).toEqual([]);
  });
});

test('the scan would notice: each canary is found in the files that are read', () => {
  const all = Object.values(branch()).join('\n');
  expect(hits(all)).toEqual(canaries);
});
