// The command that writes a folder of exports: whole or not at all, and into nothing that is used.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { removeTemporaries } from '../../src/cli/output.js';
import { runIn } from '../run.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-demo-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const demo = (place: string) => runIn(folder, ['demo', place, '--customers', '10', '--quiet']);

test.each([
  ['文件', '文件 是文件：请另给文件夹名'],
  ['满的', '满的 不是空文件夹：请换一个名字'],
  ['文件/里', '“'],
])('%s is refused', async (place, sentence) => {
  writeFileSync(join(folder, '文件'), '旧');
  mkdirSync(join(folder, '满的'));
  writeFileSync(join(folder, '满的', '我的.txt'), '旧');
  const { code, stderr } = await demo(place);
  expect([code, stderr]).toEqual([2, expect.stringContaining(sentence)]);
  expect(readdirSync(folder).toSorted()).toEqual(['文件', '满的'].toSorted());
});

test('what the system or a killed run left in a folder does not count, and folders above are made', async () => {
  const place = join(folder, '上', '下');
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, '.DS_Store'), '');
  writeFileSync(join(place, '.员工.csv.4194300.tmp'), '半');
  expect((await demo('上/下')).code).toBe(0);
  expect(readdirSync(place).filter((name) => name.startsWith('.'))).toEqual(['.DS_Store']);
  expect((await demo('新/的')).code).toBe(0);
});

test('stopped in between, no folder and no file is left', async () => {
  const place = join(folder, '样例');
  const running = demo('样例');
  while (!existsSync(place) || readdirSync(place).every((name) => !name.endsWith('.tmp')))
    await new Promise((done) => setImmediate(done));
  removeTemporaries();
  expect(existsSync(place)).toBe(false);
  expect((await running).code).not.toBe(0);
});
