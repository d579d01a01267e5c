import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runIn } from '../run.js';

interface Report {
  readonly problems: readonly { readonly code: string; readonly file: string }[];
}

const written = [
  'segment 导出 --mask full --reason 核对 -o 结果/分层.xlsx',
  'segment 导出 -o 结果/分层.csv',
  'segment 导出 --compare-to 2024-12-31 -o 结果/两期.csv',
  'dormant 导出 --mask full --reason 核对 -o 结果/睡眠.xlsx',
  'dormant 导出 -o 结果/睡眠.csv',
  'dormant 导出 -o 结果/睡眠.html',
  'dormant campaign new 导出 -o 活动.json --list 结果/名单.xlsx',
  'referral 导出 -o 结果/转介.xlsx',
  'referral 导出 -o 结果/转介.csv',
  'check 导出 -o 结果/质量.xlsx',
  'check 导出 -o 结果/质量.html',
  'ledger 导出 -o 结果/台账',
];

let folder = '';
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'own-result-'));
  mkdirSync(join(folder, '结果'));
  await runIn(folder, ['demo', '导出', '--customers', '60']);
  for (const command of written) expect(await runIn(folder, command.split(' '))).toMatchObject({ code: 0 });
  cpSync(join(folder, '导出'), join(folder, '混放'), { recursive: true });
  for (const file of readdirSync(join(folder, '结果'), { recursive: true, withFileTypes: true }))
    if (file.isFile()) cpSync(join(file.parentPath, file.name), join(folder, '混放', file.name));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function reportOf(command: string, exports: string): Promise<Report> {
  const { code, stdout } = await runIn(folder, [command, exports, '-f', 'json']);
  expect(code).toBe(0);
  return JSON.parse(stdout) as Report;
}

test.each(['segment', 'referral'])('%s reads no result of ours as an export, and says so of each', async (command) => {
  const apart = await reportOf(command, '导出');
  const mixed = await reportOf(command, '混放');
  const ours = mixed.problems.filter(({ code }) => code === 'own-result');
  const exports = readdirSync(join(folder, '导出'));
  const added = readdirSync(join(folder, '混放')).filter(
    (file) => /\.(?:csv|html|xlsx)$/.test(file) && !exports.includes(file),
  );
  expect(added).toHaveLength(written.length);
  expect(ours.map(({ file }) => file).sort()).toEqual(added.sort());
  expect({ ...mixed, problems: mixed.problems.filter((problem) => !ours.includes(problem)) }).toEqual(apart);
});
