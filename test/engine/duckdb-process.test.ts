// The engine as a process of its own: where it is missing, what it asks of the network, and what is left when it is stopped.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'bin/taizhang.js');
const folder = mkdtempSync(join(tmpdir(), 'taizhang-process-'));
const privateParent = join(folder, 'tmp');
const [small, large] = [join(folder, '交易明细.csv'), join(folder, '大文件.csv')];
const header = '交易日期,交易流水号,账号,客户号,借贷标志,交易金额,摘要';
const line = (at: number) =>
  `2025-0${1 + (at % 9)}-${10 + (at % 18)},T${at},62220000${at % 50},C0${at % 50},D,${1 + (at % 900)}.50,转账`;
const csv = (rows: number) => `${[header, ...Array.from({ length: rows }, (_, at) => line(at))].join('\n')}\n`;
const segment = (file: string) => ['segment', file, '--as-of', '2025-09-30', '-f', 'json', '--engine', 'duckdb'];
const env = { ...process.env, TMPDIR: privateParent };

beforeAll(() => {
  mkdirSync(privateParent);
  writeFileSync(small, csv(200));
  writeFileSync(large, iconv.encode(csv(400_000), 'gb18030'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('a machine without DuckDB reads by the other engine and says so in one line', async () => {
  const alone = join(folder, 'alone');
  for (const part of ['bin', 'dist', 'package.json']) cpSync(join(root, part), join(alone, part), { recursive: true });
  const run = promisify(execFile);
  const usual = await run(process.execPath, [program, ...segment(small)], { env });
  const without = await run(process.execPath, [join(alone, 'bin/taizhang.js'), ...segment(small)], { env });
  expect(without.stdout).toBe(usual.stdout);
  const told = '这台机器没有 DuckDB，改用 stream 引擎，结果相同，大文件较慢\n';
  expect(without.stderr).toContain(told);
  expect(without.stderr.replace(told, '')).toBe(usual.stderr);
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s ends the run and leaves nothing behind',
  { timeout: 120_000 },
  async (signal) => {
    const child = spawn(process.execPath, [program, ...segment(large)], { env, stdio: 'ignore' });
    const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
    const files = () => readdirSync(privateParent, { recursive: true }) as string[];
    // The copy in UTF-8 has been begun: the folder is not empty any more.
    while (child.exitCode === null && !files().some((name) => name.includes('/'))) await setTimeout(5);
    child.kill(signal);
    expect(await ended).not.toBe(0);
    expect(files()).toEqual([]);
  },
);

test('a run that is refused while DuckDB reads ends with its own code', { timeout: 120_000 }, async () => {
  const refused = join(folder, 'refused');
  mkdirSync(refused);
  writeFileSync(join(refused, '交易明细.csv'), csv(400_000));
  writeFileSync(join(refused, '客户信息.csv'), '客户号,客户姓名,开户日期\nC00,赵云栖,2025-02-30\n');
  const child = spawn(process.execPath, [program, ...segment(refused)], { env, stdio: 'ignore' });
  expect(await new Promise((resolve) => child.on('exit', resolve))).toBe(3);
  expect(readdirSync(privateParent)).toEqual([]);
});

const canTrace = spawnSync('strace', ['-V']).status === 0 && spawnSync('strace', ['-f', 'true']).status === 0;

describe.skipIf(!canTrace)('where strace is installed', () => {
  test('no socket of any network is asked for', { timeout: 120_000 }, async () => {
    const traced = join(folder, 'trace.txt');
    const options = ['-f', '-e', 'trace=socket,connect', '-o', traced];
    await promisify(execFile)('strace', [...options, process.execPath, program, ...segment(small)], { env });
    const calls = readFileSync(traced, 'utf8');
    expect(calls).toContain('exited with 0');
    expect(calls.split('\n').filter((call) => call.includes('AF_INET'))).toEqual([]);
  });
});
