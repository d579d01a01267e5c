// -o that names an input: the input stays as it is.
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runIn } from '../run.js';

const cases = join(import.meta.dirname, '..', '..', 'fixtures', 'golden');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'same-file-'));
  cpSync(join(cases, 'campaign-track'), folder, { recursive: true });
  symlinkSync(join(folder, '导出'), join(folder, '链接'));
  writeFileSync(
    join(folder, '导出', '转介登记.csv'),
    '登记日期,转出人工号,转入人工号,客户号\n2025-09-01,1001,1002,C01\n',
  );
  writeFileSync(join(folder, '导出', '记事.csv'), '随手记的\n');
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const refused = (name: string) => `-o ${name}：这是要读取的文件，不能覆盖；请另取文件名\n`;
const asOf = ['--as-of', '2025-12-31', '--quiet'];

test.each([
  ['segment', '导出/交易明细.csv', '交易明细.csv'],
  ['segment', '链接/交易明细.csv', '交易明细.csv'],
  ['segment', '导出/联系记录.csv', '联系记录.csv'],
  ['dormant', '导出/客户信息.csv', '客户信息.csv'],
])('%s never writes over %s', async (command, output, name) => {
  const before = readFileSync(join(folder, output));
  const run = await runIn(folder, [command, '导出', '-o', output, ...asOf]);
  expect(run).toEqual({ code: 2, stdout: '', stderr: refused(name) });
  expect(readFileSync(join(folder, output))).toEqual(before);
});

test('campaign track never writes over the campaign', async () => {
  const words = ['dormant', 'campaign', 'track', '活动.json', '导出', '-o', '活动.json', ...asOf];
  expect(await runIn(folder, words)).toEqual({ code: 2, stdout: '', stderr: refused('活动.json') });
});

test('an earlier result, and what is no export, may be written over', async () => {
  for (const output of ['导出/分层.csv', '导出/分层.csv', '导出/记事.csv'])
    expect((await runIn(folder, ['segment', '导出', '-o', output, ...asOf])).code).toBeLessThan(5);
  expect(readFileSync(join(folder, '导出', '记事.csv'), 'utf8')).not.toContain('随手');
});
