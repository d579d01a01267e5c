// Whose a booking is, where DuckDB reads it: cells that name nobody, and customers whom the other exports do not name.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Run, runIn } from '../run.js';

const header = '交易日期,交易流水号,账号,客户号,借贷标志,交易金额,余额,币种,摘要,附言,对方户名,对方账号';
const people = ['周若水', '赵云栖', '孙青禾', '李竹溪', '钱知秋'];
const customers = ['客户号,客户姓名,客户类型,开户日期', ...people.map((name, at) => `C0${at},${name},个人,2015-06-01`)];
const accounts = ['账号,客户号,账户类型,币种,余额', ...people.map((_, at) => `62220000${at},C0${at},活期,CNY,100.00`)];

interface Booking {
  readonly at: number;
  readonly id?: string;
  readonly acctNo?: string;
  readonly custNo?: string;
  readonly amount?: string;
  readonly party?: string;
}

function booking({
  at,
  id = `T${at}`,
  acctNo,
  custNo,
  amount = `${at % 90}.50`,
  party = '周若水,9900',
}: Booking): string {
  const day = `2025-0${1 + (at % 9)}-${String(1 + (at % 28)).padStart(2, '0')}`;
  const holder = `${acctNo ?? `62220000${at % 5}`},${custNo ?? `C0${at % 5}`}`;
  return `${day},${id},${holder},${at % 3 === 0 ? 'C' : 'D'},${amount},1000.00,CNY,转账,,${party}`;
}

const bookings = Array.from({ length: 60 }, (_, at) => booking({ at }));

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-holders-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

type Files = Readonly<Record<string, readonly string[]>>;

/** By both engines, over all the files. */
async function byBoth(files: Files): Promise<readonly [Run, Run]> {
  for (const [name, lines] of Object.entries(files)) writeFileSync(join(folder, name), `${lines.join('\n')}\n`);
  const options = ['--as-of', '2025-09-30', '-f', 'json', '--max-rejects', '50%'];
  const argv = ['segment', ...Object.keys(files), ...options];
  return [await runIn(folder, [...argv, '--engine', 'stream']), await runIn(folder, [...argv, '--engine', 'duckdb'])];
}

async function expectSame(files: Files): Promise<Run> {
  const [stream, duckdb] = await byBoth(files);
  expect(duckdb.stderr).not.toContain('改用 stream');
  expect(duckdb).toEqual(stream);
  return duckdb;
}

const exportsBeside: readonly (readonly [string, Files])[] = [
  ['without other exports', {}],
  ['beside customers and accounts', { '客户信息.csv': customers, '账户.csv': accounts }],
];

describe.each(exportsBeside)('%s', (_, beside) => {
  test.each([
    ['scientific notation', '6.22E+18'],
    ['a number with a dash', '622-1'],
    ['a number with blanks', '12 34'],
    ['lost digits', '6222021234561234.0'],
    ['a decimal number', '622.0'],
    ['a masked number', '6222****0001'],
    ['a marker for nothing', '无'],
    ['nothing', ''],
    ['a number and a name', '6222000012345678 王小草'],
    ['a number and a name with digits', '6222000012345678 王2小草'],
  ])('%s instead of an account is what the reference engine makes of it', async (_name, cell) => {
    const at = [0, 1, 30, 59];
    const lines = bookings.map((line, row) => (at.includes(row) ? booking({ at: row, acctNo: cell }) : line));
    await expectSame({ ...beside, '交易明细.csv': [header, ...lines] });
    const byNumber = bookings.map((line, row) => (at.includes(row) ? booking({ at: row, custNo: cell }) : line));
    await expectSame({ ...beside, '交易明细.csv': [header, ...byNumber] });
  });

  test('rows of nobody are rejected, each with its line', async () => {
    const lines = bookings.with(7, booking({ at: 7, acctNo: '622.0' })).with(41, booking({ at: 41, acctNo: '622.0' }));
    const { stderr, stdout } = await expectSame({ ...beside, '交易明细.csv': [header, ...lines] });
    expect(stderr).toContain('读入 61 行 = 采用 58 + 拒绝 2 + 表头 1');
    expect(stdout).toContain('"line": 9');
    expect(stdout).toContain('"line": 43');
  });

  test('customers and accounts of no other export are met at any row', async () => {
    const strangers = [
      booking({ at: 60, acctNo: '699900001', custNo: 'X01' }),
      booking({ at: 61, acctNo: '699900001', custNo: 'X02' }),
      booking({ at: 62, acctNo: '622200003', custNo: 'C01' }),
      booking({ at: 63, acctNo: '', custNo: 'C01' }),
      booking({ at: 64, acctNo: '622200002', custNo: '' }),
      booking({ at: 65, acctNo: '', custNo: '' }),
      booking({ at: 66, acctNo: '699900009', custNo: '' }),
    ];
    await expectSame({ ...beside, '交易明细.csv': [header, ...bookings, ...strangers, ...bookings.slice(0, 3)] });
    await expectSame({ ...beside, '交易明细.csv': [header, ...strangers, ...bookings] });
  });

  test('they are the same customers in every file', async () => {
    const stranger = (at: number) => booking({ at, acctNo: '699900001', custNo: 'X01' });
    const files = {
      '交易明细1.csv': [header, ...bookings.slice(0, 30)],
      '交易明细2.csv': [header, ...bookings.slice(30), stranger(60)],
      '交易明细3.csv': [header, stranger(61), booking({ at: 62, acctNo: '622.0' })],
    };
    await expectSame({ ...beside, ...files });
  });

  test('bookings of one number, account and day are copies only where everything is equal', async () => {
    const [one, other] = [booking({ at: 3 }), booking({ at: 8 })];
    const lines = [
      ...bookings,
      one,
      booking({ at: 3, amount: '4.50' }),
      one.replace(',1000.00,', ',999.00,'),
      one.replace(',转账,,', ',转账,再来,'),
      booking({ at: 3, party: '周若水,9901' }),
      booking({ at: 3, acctNo: '622200004' }),
      other,
      other,
      booking({ at: 12, id: 'T11' }),
    ];
    const { stderr } = await expectSame({ ...beside, '交易明细.csv': [header, ...lines] });
    expect(stderr).toContain('重复 3');
  });
});

test('a row of nobody may carry the number of bookings that are looked at twice', async () => {
  const lines = [
    ...bookings,
    booking({ at: 3, amount: '4.50' }),
    booking({ at: 3, acctNo: '622.0' }),
    booking({ at: 3, acctNo: '699900001', custNo: 'X01' }).replace(/^[\d-]+/, '2025-12-01'),
  ];
  const { stdout } = await expectSame({ '账户.csv': accounts, '交易明细.csv': [header, ...lines] });
  expect(stdout).not.toContain('X01');
});

test('an account may be named with blanks in the other exports', async () => {
  const named = [...accounts, 'AB 12,C03,活期,CNY,1.00', '6222 0000 7,C04,活期,CNY,1.00'];
  const lines = [...bookings, booking({ at: 60, acctNo: 'AB 12' }), booking({ at: 61, acctNo: '622200007' })];
  await expectSame({ '账户.csv': named, '客户信息.csv': customers, '交易明细.csv': [header, ...lines] });
});

test('a customer who is met only in rows after the data date is in no report', async () => {
  const late = booking({ at: 0, acctNo: '699900001', custNo: 'X01' }).replace(/^[\d-]+/, '2025-10-01');
  const { stdout } = await expectSame({ '交易明细.csv': [header, ...bookings, late] });
  expect(stdout).not.toContain('X01');
});

test('rows of nobody in a file of several buffers keep their order', { timeout: 120_000 }, async () => {
  const note = '附言'.repeat(60);
  const line = (at: number) => {
    const cell = at % 3001 === 5 ? '622.0' : at % 5003 === 7 ? '699900001' : undefined;
    return booking({ at, ...(cell === undefined ? {} : { acctNo: cell }) }).replace('转账,', `转账,${note}`);
  };
  const lines = Array.from({ length: 110_000 }, (_, at) => line(at));
  const { stderr } = await expectSame({ '账户.csv': accounts, '交易明细.csv': [header, ...lines] });
  expect(stderr).toContain('拒绝 37');
});
