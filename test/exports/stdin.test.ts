import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import { runIn } from '../run.js';
import { excel } from './workbook-file.js';

const folder = mkdtempSync(join(tmpdir(), 'taizhang-stdin-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const lines = [
  ['客户号', '交易日期', '流水号', '借贷标志', '交易金额', '摘要'],
  ['C01', '2024-10-01', 'T001', '借', '100.00', 'ATM取款'],
  ['C01', '2025-09-01', 'T002', '借', '60.05', 'ATM取款'],
];
const text = lines.map((cells) => cells.join(',')).join('\n');
const segment = (...more: readonly string[]) => ['segment', '-', '--as-of', '2025-09-30', '-f', 'json', ...more];

test.each<[string, () => Promise<Buffer> | Buffer]>([
  ['UTF-8', () => Buffer.from(text)],
  ['GBK', () => iconv.encode(text, 'gb18030')],
  ['UTF-16 LE', () => iconv.encode(text, 'utf-16le', { addBOM: true })],
  ['gzip', () => gzipSync(text)],
  ['a workbook', () => excel((book) => book.addWorksheet('明细').addRows(lines as string[][]))],
])('%s through a pipe is read like a file', async (_name, bytes) => {
  const { code, stdout, stderr } = await runIn(folder, segment(), await bytes());
  expect(stderr).toContain('标准输入：读入 3 行 = 采用 2 + 表头 1');
  expect(code).toBe(0);
  expect(JSON.parse(stdout).summary).toBeDefined();
});

test('inspect reads the pipe as often as it needs', async () => {
  const statement = text.replaceAll('客户号', '户名').replaceAll('C01', '张三');
  const { stdout } = await runIn(folder, ['inspect', '-'], Buffer.from(statement));
  expect(stdout).toContain('标准输入');
});

test.each([
  ['nothing', Buffer.alloc(0)],
  ['no pipe', undefined],
])('%s is told with the way out', async (_name, bytes) => {
  const { code, stderr } = await runIn(folder, segment(), bytes);
  expect(code).toBe(2);
  expect(stderr).toContain('标准输入没有内容；请用管道送入文件');
});

test('a second - is refused', async () => {
  const { code, stderr } = await runIn(folder, ['inspect', '-', '-'], Buffer.from(text));
  expect(code).toBe(2);
  expect(stderr).toContain('只能用一次');
});

test('a refused pipe is called by its name', async () => {
  const { code, stderr } = await runIn(folder, segment(), Buffer.from('%PDF-1.7\n'));
  expect(code).toBe(3);
  expect(stderr).toMatch(/^错误 标准输入: 这是 “PDF” 文件/);
});

const own = (pid: number | undefined) => readdirSync(tmpdir()).filter((name) => name.startsWith(`taizhang-${pid}-`));
const memo = '附言'.repeat(300);
const long = (rows: number) =>
  Buffer.from(
    `${text},附言\n${`C01,2025-09-01,,借,1.00,消费,${memo}\n`.repeat(rows)}`.replace('摘要\n', '摘要,附言\n'),
  );

test('70 MB through a pipe leave nothing behind', { timeout: 120_000 }, async () => {
  const { stderr } = await runIn(folder, segment(), long(40_000));
  expect(stderr).toContain('标准输入：读入 4000');
  expect(own(process.pid)).toEqual([]);
});

test('a killed run leaves nothing behind', { timeout: 120_000 }, async () => {
  const program = join(import.meta.dirname, '../../bin/taizhang.js');
  const child = spawn(process.execPath, [program, ...segment()], { cwd: folder });
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  child.stdin.on('error', () => {});
  child.stdin.write(long(40_000));
  while (own(child.pid).length === 0) await new Promise((done) => setTimeout(done, 20));
  const [made] = own(child.pid);
  const path = join(tmpdir(), made ?? '');
  expect(statSync(path).mode & 0o777).toBe(0o700);
  while (readdirSync(path).length === 0) await new Promise((done) => setTimeout(done, 20));
  expect(statSync(join(path, '1')).mode & 0o777).toBe(0o600);
  child.kill('SIGTERM');
  expect(await ended).toBe(130);
  expect(own(child.pid)).toEqual([]);
});

test('what a dead run left behind goes with the next one, what others left stays', async () => {
  const [dead, alive, other] = ['taizhang-4194300-aB3dE6', `taizhang-${process.ppid}-aB3dE6`, 'taizhang-x-aB3dE6'].map(
    (name) => join(tmpdir(), name),
  ) as [string, string, string];
  for (const path of [dead, alive, other]) mkdirSync(path, { recursive: true, mode: 0o700 });
  writeFileSync(join(dead, '1'), text);
  try {
    await runIn(folder, ['inspect', '-'], Buffer.from(text));
    expect([dead, alive, other].map((path) => existsSync(path))).toEqual([false, true, true]);
  } finally {
    for (const path of [dead, alive, other]) rmSync(path, { recursive: true, force: true });
  }
});
