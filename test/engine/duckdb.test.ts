import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/engine/duckdb/database.js';
import { type Run, runIn } from '../run.js';

const header = '交易日期,交易流水号,账号,客户号,借贷标志,交易金额,余额,币种,摘要,附言,对方户名,对方账号';
const rows = Array.from({ length: 40 }, (_, at) => {
  const date = `2025-0${1 + (at % 9)}-${String(1 + (at % 28)).padStart(2, '0')}`;
  return `${date},T${at},62220000${at % 5},C0${at % 5},${at % 3 === 0 ? 'C' : 'D'},${at * 7}.5,1000.00,CNY,转账,,周若水,9900${at}`;
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-duckdb-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function written(lines: readonly string[], lineEnd = '\n'): string {
  return `${[header, ...lines].join(lineEnd)}${lineEnd}`;
}

/** By both engines; the one that was asked for is told where it stepped aside. */
async function byBoth(bytes: string | Buffer, options: readonly string[] = []): Promise<readonly [Run, Run]> {
  writeFileSync(join(folder, '交易明细.csv'), bytes);
  const argv = ['segment', '交易明细.csv', '--as-of', '2025-09-30', '-f', 'json', ...options];
  return [await runIn(folder, [...argv, '--engine', 'stream']), await runIn(folder, [...argv, '--engine', 'duckdb'])];
}

const steppedAside = '改用 stream';

describe('files that DuckDB reads', () => {
  test.each([
    ['UTF-8', Buffer.from(written(rows))],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${written(rows)}`)],
    ['CR LF', Buffer.from(written(rows, '\r\n'))],
    ['GB18030', iconv.encode(written(rows), 'gb18030')],
    ['every cell in quotes', Buffer.from(written(rows.map((row) => `"${row.replaceAll(',', '","')}"`)))],
    ['no line end at the end', Buffer.from(written(rows).trimEnd())],
    ['empty lines at the end', Buffer.from(`${written(rows)}\n\n`)],
    [
      'empty lines between rows that are all readable',
      Buffer.from(
        written(rows)
          .replace('T9,', 'T9,')
          .replace(/\n2025-02/g, '\n\n2025-02'),
      ),
    ],
    ['a total and a signature below', Buffer.from(`${written(rows)}合计,,,,,5480.00,,,,,,\n制表：系统\n`)],
    ['cells with blanks around them', Buffer.from(written(rows.map((row) => row.replaceAll(',', '  ,\t'))))],
    ['a title above', Buffer.from(`交易明细清单\n\n${written(rows)}`)],
  ])('%s', async (_, bytes) => {
    const [stream, duckdb] = await byBoth(bytes, ['--accept-total-mismatch']);
    expect(duckdb.stderr).not.toContain(steppedAside);
    expect(duckdb).toEqual(stream);
  });

  test.each([
    ['the sign of one amount', '交易金额', (at: number) => (at % 3 === 0 ? `${at + 1}.50` : `-${at + 1}.50`)],
    ['two amounts', '收入,支出', (at: number) => (at % 3 === 0 ? `${at + 1}.50,` : `,${at + 1}.50`)],
    [
      'two amounts, some of them red',
      '收入,支出',
      (at: number) => (at % 3 === 0 ? `-${at + 1}.50,0` : `0,-${at + 1}.50`),
    ],
  ])('%s tell the direction', async (_, columns, amounts) => {
    const line = (at: number) =>
      `2025-0${1 + (at % 9)}-${String(1 + (at % 28)).padStart(2, '0')},T${at},62220000${at % 5},${amounts(at)},转账`;
    const lines = Array.from({ length: 40 }, (_row, at) => line(at));
    const [stream, duckdb] = await byBoth(`交易日期,交易流水号,账号,${columns},摘要\n${lines.join('\n')}\n`);
    expect(duckdb.stderr).not.toContain(steppedAside);
    expect(duckdb).toEqual(stream);
    expect(stream.code).toBe(0);
  });

  test.each([
    ['every debit', (at: number) => at % 3 !== 0],
    ['every debit but one', (at: number) => at % 3 !== 0 && at !== 22],
    ['one debit', (at: number) => at === 22],
    ['two debits', (at: number) => at === 22 || at === 23],
    ['two credits', (at: number) => at === 21 || at === 24],
  ])('a minus at %s means what it means to the reference engine', async (_, isNegative) => {
    const signed = rows.map((row, at) => (isNegative(at) ? row.replace(/,([DC]),/, ',$1,-') : row));
    const [stream, duckdb] = await byBoth(written(signed));
    expect(duckdb.stderr).not.toContain(steppedAside);
    expect(duckdb).toEqual(stream);
  });

  test('a debit that is marked as undone says nothing of what a minus means', async () => {
    const line = (row: string, mark: string) => `${row},${mark}`;
    const credits = rows.filter((_, at) => at % 3 === 0).map((row) => line(row, '正常'));
    const debits = [line(rows[1]!.replace(',D,', ',D,-'), '正常'), line(rows[2]!.replace(',D,', ',D,-'), '冲正')];
    const [stream, duckdb] = await byBoth([`${header},冲正标志`, ...credits, ...debits, ''].join('\n'));
    expect(stream.code).toBe(0);
    expect(duckdb).toEqual(stream);
  });

  test.each([
    ['the same in everything', '现金取款', true],
    ['of other words', 'ATM取款', false],
  ])('two rows without 流水号, %s', async (_, words, areTwins) => {
    const row = (summary: string) => `2025-09-20,,622200001,C01,D,5.00,1000.00,CNY,${summary},,,`;
    const [stream, duckdb] = await byBoth(written([...rows, row('现金取款'), row(words)]));
    expect(duckdb.stderr).not.toContain(steppedAside);
    expect(duckdb).toEqual(stream);
    expect(duckdb.stderr.includes('完全相同')).toBe(areTwins);
  });

  test('words that come after all those that were looked at first: copies are told from bookings of one 流水号', async () => {
    const many = Array.from({ length: 50_001 }, (_, at) => rows[at % 40]!.replace(/,T\d+,/, `,M${at},`));
    const late = (amount: string) => `2025-09-20,L1,622200001,C01,D,${amount},1000.00,CNY,现金取款,,,`;
    const other = '2025-09-21,L2,622200001,C01,C,7.00,1000.00,CNY,工资,,,';
    const [stream, duckdb] = await byBoth(written([...many, late('5.00'), late('6.00'), late('5.00'), other]));
    expect(duckdb.stderr).not.toContain(steppedAside);
    expect(duckdb).toEqual(stream);
    expect(JSON.parse(duckdb.stdout)).toMatchObject({ intake: [{ rows: { read: 50_006, duplicate: 1 } }] });
  });

  test('rejected rows keep their line numbers', async () => {
    const broken = rows
      .with(20, rows[20]!.replace(/\d{4}-\d\d-\d\d/, '2025-02-30'))
      .with(30, rows[30]!.replace('.5', '.555'));
    const [stream, duckdb] = await byBoth(written(broken), ['--max-rejects', '10%']);
    expect(duckdb).toEqual(stream);
    expect(duckdb.stdout).toContain('"line": 22');
    expect(duckdb.stdout).toContain('"line": 32');
  });
});

test('balances rebuilt from what DuckDB reads are those of the reference engine, to the byte of the workbook', async () => {
  const undone = '2025-05-20,R1,622200001,C01,D,-7.50,1000.00,CNY,转账,,周若水,990001';
  writeFileSync(join(folder, '交易明细.csv'), written([...rows, undone, rows[3] ?? '']));
  const people = Array.from({ length: 5 }, (_, at) => `C0${at},2025-09-30,${900 + at}.25,${900 + at}.25`);
  writeFileSync(join(folder, '资产快照.csv'), ['客户号,数据日期,金融资产(元),储蓄存款(元)', ...people, ''].join('\n'));
  const writtenBy = async (engine: string) => {
    const argv = ['ledger', '总体', '贵宾', '交易明细.csv', '资产快照.csv', '--as-of', '2025-09-30', '--all'];
    const run = await runIn(folder, [...argv, '--branch', '0101', '-o', engine, '--engine', engine]);
    expect(run).toMatchObject({ code: 0 });
    expect(run.stderr).not.toContain(steppedAside);
    return readFileSync(join(folder, engine, '台账_0101_20250930.xlsx'));
  };
  expect((await writtenBy('duckdb')).equals(await writtenBy('stream'))).toBe(true);
});

describe('files that DuckDB must not read', () => {
  test.each([
    ['UTF-16', iconv.encode(`\ufeff${written(rows)}`, 'utf-16le')],
    ['a quote above the header that is never closed', `交易明细清单\n"未闭合的引号\n${written(rows)}`],
    ['a row with far too many cells', written(rows.with(3, `${rows[3]},a,b,c`))],
    [
      'a quote in the middle of a cell that ends another one',
      written(rows.with(3, rows[3]!.replace('周若水', '"周"若"水'))),
    ],
    ['a cell over two lines', written(rows.with(3, rows[3]!.replace('周若水', '"周\n若水"')))],
    ['a line end of another kind', written(rows.with(3, `${rows[3]}\r`))],
    ['an empty line above a rejected row', written(rows.with(9, `\n${rows[9]!.replace('.5', '.555')}`))],
  ])('%s', async (_, text) => {
    const [stream, duckdb] = await byBoth(text, ['--max-rejects', '50%']);
    expect(duckdb.code).toBe(stream.code);
    expect(duckdb.stdout).toBe(stream.stdout);
    expect(duckdb.stderr.split('\n').filter((line) => !line.includes(steppedAside))).toEqual(stream.stderr.split('\n'));
  });

  test('its own errors, which quote cells, are never shown', async () => {
    const [, duckdb] = await byBoth(written(rows.with(3, `${rows[3]},"韦小宝,13800138000`)), ['--max-rejects', '50%']);
    expect(duckdb.stdout + duckdb.stderr).not.toMatch(/韦小宝|13800138000|CSV Error|DuckDB Error/);
  });
});

test('a file of several buffers is read in its order by all threads', { timeout: 120_000 }, async () => {
  // The other columns make the rows long enough for the file to be cut in several places at once.
  const note = '附言'.repeat(60);
  const booking = (at: number): string => {
    const day = at % 4001 === 0 ? '2025-02-30' : `2025-0${1 + (at % 9)}-${String(1 + (at % 28)).padStart(2, '0')}`;
    if (at % 997 === 996) return booking(at - 1);
    // A number may come twice without a copy.
    const [id, words] = [at % 1009 === 1008 ? at - 1 : at, at % 7919 === 7 ? `没见过${at % 3}` : '转账'];
    const amount = at % 5003 === 0 ? '1.555' : `${at % 900}.50`;
    const account = `62220000${at % 5}`;
    return `${day},T${id},${account},,${at % 3 === 0 ? 'C' : 'D'},${amount},1000.00,CNY,${words},${note},周若水,9900${at}`;
  };
  const [stream, duckdb] = await byBoth(written(Array.from({ length: 110_000 }, (_, at) => booking(at))), [
    '--max-rejects',
    '5%',
  ]);
  expect(duckdb).toEqual(stream);
  expect(duckdb.stderr).toMatch(/拒绝 49 \+ 重复 110 /);
});

describe('a run that ends while DuckDB is at work already', () => {
  const refused = '客户号,客户姓名,开户日期\nC00,赵云栖,2025-02-30\n';

  test.each([
    ['customers are refused', 3, []],
    ['an option is refused after all was read', 2, ['--compare-to', '2025-12-31']],
  ])('%s', async (_, code, options) => {
    writeFileSync(join(folder, '交易明细.csv'), written(rows));
    writeFileSync(join(folder, '客户信息.csv'), code === 3 ? refused : refused.replace('02-30', '02-28'));
    const argv = ['segment', '.', '--as-of', '2025-09-30', '-f', 'json', ...options];
    const stream = await runIn(folder, [...argv, '--engine', 'stream']);
    const duckdb = await runIn(folder, [...argv, '--engine', 'duckdb']);
    expect(stream.code).toBe(code);
    expect(duckdb).toEqual(stream);
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`taizhang-${process.pid}-`))).toEqual([]);
  });
});

test('what the memory limit must be is said', async () => {
  const [, run] = await byBoth(written(rows), ['--memory-limit', '10MB']);
  expect(run.code).toBe(2);
  expect(run.stderr).toContain('--memory-limit 10MB');
});

test('nothing is left behind', async () => {
  await byBoth(iconv.encode(written(rows), 'gb18030'));
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith(`taizhang-${process.pid}-`))).toEqual([]);
});

test('DuckDB neither installs nor loads extensions by itself', async () => {
  const database = await openDatabase({
    threads: 1,
    memoryLimitMb: 200,
    folder: join(folder, 'spill'),
    files: [],
  });
  const settings: (string | null)[] = [];
  const names = ['autoinstall_known_extensions', 'autoload_known_extensions'];
  for (const name of names) {
    for await (const chunk of database.stream(`select cast(current_setting('${name}') as varchar)`))
      settings.push(chunk.text(0, 0));
  }
  database.close();
  expect(settings).toEqual(['false', 'false']);
});

test('DuckDB reads the exports that it is given and no other file, and writes nowhere', async () => {
  const [given, other] = [join(folder, '交易明细.csv'), join(folder, '别的.csv')];
  for (const path of [given, other]) writeFileSync(path, written(rows));
  const spill = mkdtempSync(join(tmpdir(), 'taizhang-spill-'));
  const database = await openDatabase({
    threads: 1,
    memoryLimitMb: 200,
    folder: join(spill, 'spill'),
    files: [given],
  });
  const read = (path: string) =>
    database.run(`create or replace table t as from read_csv('${path}', all_varchar = true)`);
  try {
    await read(given);
    await expect(read(other)).rejects.toThrow('Permission Error');
    await expect(database.run(`copy t to '${join(folder, '写出.csv')}'`)).rejects.toThrow('Permission Error');
    await expect(database.run('install httpfs')).rejects.toThrow('Permission Error');
    await expect(database.run('set enable_external_access = true')).rejects.toThrow();
    expect(readdirSync(folder).sort()).toEqual(['交易明细.csv', '别的.csv'].sort());
  } finally {
    database.close();
    rmSync(spill, { recursive: true });
  }
});
