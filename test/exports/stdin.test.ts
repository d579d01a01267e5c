import { mkdtempSync, rmSync } from 'node:fs';
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
