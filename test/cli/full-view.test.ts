// --mask full: a reason, a file, and a line in the audit log; or nothing at all. All people are invented.
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runIn } from '../run.js';

const cases = join(import.meta.dirname, '..', '..', 'fixtures', 'golden');
const reason = ['--reason', '总行检查调阅'];
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-full-'));
  cpSync(join(cases, 'dormant', '导出'), join(folder, '导出'), { recursive: true });
  writeFileSync(
    join(folder, '导出', '客户.csv'),
    '客户号,客户姓名,手机号,证件号码\nC90,王小明,13912345678,110101199003071233\n',
  );
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const full = (...args: readonly string[]) =>
  runIn(folder, [...args, '--as-of', '2025-09-30', '--quiet', '--mask', 'full']);
const ledger = (...args: readonly string[]) => full('ledger', '导出', '-o', '台账', '--branch', '0101', ...args);
const book = '台账_0101_20250930.xlsx';
const log = (of = '台账') => join(folder, of, '脱敏审计.log');
const lines = (of = '台账') =>
  readFileSync(log(of), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
const sha = (path: string) =>
  createHash('sha256')
    .update(readFileSync(join(folder, path)))
    .digest('hex');

describe('a ledger in full', () => {
  test('leaves one line: when, who, why, what was shown, and which files', async () => {
    const run = await ledger(...reason);
    expect(run.code).toBe(0);
    expect(run.stderr).toContain('已记入“脱敏审计.log”');
    expect(statSync(log()).mode & 0o777).toBe(0o600);
    const [line, ...others] = lines();
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      命令: 'ledger',
      原因: '总行检查调阅',
      写出: [{ 文件: book, SHA256: sha(`台账/${book}`) }],
    });
    expect(line.时间).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}[+-]\d{2}:\d{2}$/);
    expect(line.用户).not.toBe('');
    expect(line.完整显示的列).toContain('RFM明细/客户姓名');
    expect(line.读入).toContainEqual({ 文件: '客户.csv', SHA256: sha('导出/客户.csv') });
    expect(readFileSync(log(), 'utf8')).not.toMatch(/王小明|13912345678|110101199003071233/);
  });

  test('every run appends its own', async () => {
    await ledger(...reason);
    await ledger('--reason', '审计复核');
    expect(lines().map((line) => line.原因)).toEqual(['总行检查调阅', '审计复核']);
  });

  test.each([
    ['without a reason', []],
    ['with an empty reason', ['--reason', ' ']],
    ['with a number in the reason', ['--reason', '查 13912345678']],
    ['with a reason of two lines', ['--reason', '查\n看']],
    ['beside the books of employees', [...reason, '--split-by', 'employee']],
    ['beside work logs', [...reason, '--with-log']],
  ])('is refused %s, and nothing is written', async (_, args) => {
    const run = await ledger(...args);
    expect(run.code).toBe(2);
    expect(run.stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(run.stderr).not.toContain('13912345678');
    expect(readdirSync(folder)).toEqual(['导出']);
  });

  test('that cannot be written leaves no line', async () => {
    mkdirSync(join(folder, '台账', book), { recursive: true });
    expect((await ledger(...reason)).code).toBe(2);
    expect(existsSync(log())).toBe(false);
  });

  test('is not written where its line cannot be: behind a link nobody knows who reads', async () => {
    mkdirSync(join(folder, '台账'));
    symlinkSync(join(folder, '别处.log'), log());
    const run = await ledger(...reason);
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('写不了“脱敏审计.log”');
    expect(readdirSync(join(folder, '台账'))).toEqual(['脱敏审计.log']);
    expect(existsSync(join(folder, '别处.log'))).toBe(false);
  });
});

describe('a report in full', () => {
  test.each(['segment', 'dormant'])(
    '%s writes names and phones as they are, and its line beside the file',
    async (command) => {
      const run = await full(command, '导出', '-o', `${command}.json`, ...reason);
      expect(run.code).toBe(0);
      expect(lines('.')).toMatchObject([
        { 命令: command, 写出: [{ 文件: `${command}.json`, SHA256: sha(`${command}.json`) }] },
      ]);
    },
  );

  test('does not go to the screen', async () => {
    const run = await full('segment', '导出', ...reason);
    expect([run.code, run.stdout]).toEqual([2, '']);
    expect(run.stderr).toContain('不能输出到屏幕');
  });

  test('a reason without it is a mistake', async () => {
    const run = await runIn(folder, ['segment', '导出', ...reason]);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('--reason 只和 --mask full 一起用');
  });

  test('the rules file alone does not open the data', async () => {
    writeFileSync(join(folder, 'taizhang.yaml'), 'privacy:\n  profile: full\n');
    for (const command of ['segment', 'check', 'explain']) {
      const run = await runIn(folder, [command, '导出', ...(command === 'explain' ? ['--customer', 'C01'] : [])]);
      expect([command, run.code]).toEqual([command, 2]);
    }
  });
});
