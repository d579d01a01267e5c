import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runIn } from '../run.js';

const lines = [
  '账务日,主机号,客户代号,发生数,方向,摘要',
  ...Array.from({ length: 9 }, (_, at) => `25090${at + 1},T${at + 1},C01,1.50,${at % 2},转账`),
];

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-learnt-'));
  mkdirSync(join(folder, '导出 九月'));
  writeFileSync(join(folder, '导出 九月/流水_202509.csv'), iconv.encode(lines.join('\r\n'), 'gbk'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const confirmed = [
  ...['--kind', 'transactions=流水_*.csv', '--date-form', 'YYMMDD', '--direction-codes', '0=D,1=C'],
  ...[
    '--unit',
    'transactions.amount=万元',
    '--map',
    'transactions.txnDate=账务日',
    '--map',
    'transactions.txnId=主机号',
  ],
  ...['--map', 'transactions.custNo=客户代号', '--map', 'transactions.amount=发生数', '--map', 'transactions.dc=方向'],
];
const inspect = (...more: readonly string[]) => runIn(folder, ['inspect', '导出 九月', ...more]);
const segment = (...more: readonly string[]) =>
  runIn(folder, ['segment', '导出 九月', '--as-of', '2025-09-30', '-f', 'json', ...more]);

describe('inspect --save', () => {
  test('makes the next run give the same answer without options', async () => {
    const withOptions = await segment(...confirmed);
    const saved = await inspect(...confirmed, '--save');
    expect(saved.code).toBe(0);
    expect(saved.stderr).toContain('已写入 taizhang.yaml，下次不用再加这些选项：');
    expect(saved.stderr).toContain('  columns.transactions.txnDate = 账务日');
    expect(saved.stderr).toContain('  files.units.transactions.amount = 万元');
    const without = await segment();
    const [a, b] = [JSON.parse(withOptions.stdout), JSON.parse(without.stdout)];
    expect(b.customers).toEqual(a.customers);
    expect(b.intake).toEqual(a.intake);
    expect(b.intake[0].sums).toEqual({ creditFen: 4 * 1_500_000, debitFen: 5 * 1_500_000 });
  });

  test('holds for the file of the next month', async () => {
    await inspect(...confirmed, '--save');
    const next = lines.map((line) => line.replace(/^2509/, '2510'));
    rmSync(join(folder, '导出 九月/流水_202509.csv'));
    writeFileSync(join(folder, '导出 九月/流水_202510.csv'), iconv.encode(next.join('\r\n'), 'gbk'));
    expect((await inspect()).code).toBe(0);
  });

  test('keeps comments, order and permissions of the file that is there', async () => {
    const path = join(folder, 'taizhang.yaml');
    writeFileSync(path, '# 城东支行\ntxn:\n  unknownAs: SYSTEM # 三月定\n', { mode: 0o640 });
    await inspect(...confirmed, '--save');
    const text = readFileSync(path, 'utf8');
    expect(text).toMatch(/^# 城东支行\ntxn:\n {2}unknownAs: SYSTEM # 三月定\n {2}directionCodes:\n/);
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  test('writes to the file that is named, else to the one of --rules', async () => {
    mkdirSync(join(folder, '配置'));
    await inspect(...confirmed, '--save', '配置/本行.yaml');
    expect((await inspect('--rules', '配置/本行.yaml')).code).toBe(0);
    await inspect('--rules', '配置/本行.yaml', '--map', 'transactions.summary=摘要', '--save');
    expect(readFileSync(join(folder, '配置/本行.yaml'), 'utf8')).toContain('summary: 摘要');
  });

  test('writes nothing for files that cannot be read so', async () => {
    const { code, stderr } = await inspect('--map', 'transactions.txnDate=没有这列', '--save');
    expect(code).not.toBe(0);
    expect(stderr).toContain('没有保存');
    expect(() => statSync(join(folder, 'taizhang.yaml'))).toThrow();
  });

  test('without anything to save is refused', async () => {
    const { code, stderr } = await inspect('--save');
    expect(code).toBe(2);
    expect(stderr).toContain('--save 没有可保存的内容');
  });

  test('warns of a file name that will be another one next month', async () => {
    const [, , ...rest] = confirmed;
    const { stderr } = await inspect('--kind', 'transactions=流水_202509.csv', ...rest, '--save');
    expect(stderr).toContain('请改用 --kind 种类=流水_*.csv');
  });

  test.each([
    ['--direction-codes', '0=借方', '应写成 0=D,1=C'],
    ['--direction-codes', '0', '应写成 0=D,1=C'],
    ['--unit', 'transactions.amount=千元', '单位是元、万元或亿元'],
    ['--unit', 'transactions.summary=万元', '没有这个金额字段'],
  ])('%s %s is refused with the way to write it', async (option, value, why) => {
    const others = confirmed.filter((word) => word !== '--direction-codes' && word !== '0=D,1=C');
    const { code, stderr } = await inspect(...others, option, value);
    expect(code).toBe(2);
    expect(stderr).toContain(why);
  });
});
