import { cpSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { type ExportKind, exportTitles } from '../../src/model/intake.js';
import { headerRows } from '../exports/header-rows.js';
import { runIn } from '../run.js';

const cases = join(import.meta.dirname, '..', '..', 'fixtures', 'golden');
const registerOnly = join(cases, 'referral-period', '导出');
const folder = realpathSync(mkdtempSync(join(tmpdir(), 'taizhang-referral-')));
afterAll(() => rmSync(folder, { recursive: true }));

const asOf = ['--as-of', '2025-09-30', '--quiet'];

describe('referral', () => {
  test('finds the register among files of every other kind, and is the same bytes again', async () => {
    const target = join(folder, '全部');
    cpSync(join(cases, 'referral', '导出'), target, { recursive: true });
    const others = (Object.keys(exportTitles) as ExportKind[]).filter(
      (kind) => !['referrals', 'employees'].includes(kind),
    );
    for (const kind of others)
      writeFileSync(join(target, `其他_${kind}.csv`), `${headerRows[kind][0]?.replaceAll(' ', ',')}\n`);
    const argv = ['referral', target, ...asOf, '-f', 'json'];
    const [first, second] = [await runIn(folder, argv), await runIn(folder, argv)];
    expect(first.stderr).toContain('转介 3 笔');
    const { intake } = JSON.parse(first.stdout);
    expect(intake).toContainEqual(
      expect.objectContaining({
        kind: 'referrals',
        rows: expect.objectContaining({ read: 5, used: 3, future: 1, header: 1 }),
        coverage: { from: '2025-05-12', to: '2025-08-04' },
      }),
    );
    expect(second).toEqual(first);
  });

  test.each([
    ['--from', '2025-05-20', 2],
    ['--from', '2025-05-21', 1],
    ['--period', '2025-05', 2],
    ['--period', '2025Q3', 1],
    ['--period', '2025-W20', 1],
  ])('%s %s counts %d registrations', async (option, value, expected) => {
    const run = await runIn(cases, ['referral', 'referral/导出', ...asOf, option, value, '-f', 'json']);
    expect(JSON.parse(run.stdout).summary.registered).toBe(expected);
  });

  test('a period that ended before asOf sees deals up to asOf', async () => {
    const run = await runIn(folder, ['referral', registerOnly, ...asOf, '--period', '2025Q2', '-f', 'json']);
    expect(JSON.parse(run.stdout)).toMatchObject({
      asOf: '2025-09-30',
      period: { from: '2025-04-01', through: '2025-06-30' },
      summary: { registered: 2, won: 2 },
    });
  });

  test('a customer who refers is called by the number of today', async () => {
    const run = await runIn(folder, ['referral', registerOnly, ...asOf, '-f', 'json']);
    expect(run.stdout).toContain('NEW1');
    expect(run.stdout).not.toContain('OLD1');
  });

  test.each([
    [['--period', '2025-13'], '--period 2025-13'],
    [['--period', '2025Q3', '--from', '2025-07-01'], '--from 和 --period'],
    [['--from', '2025-10-01'], '--from 2025-10-01'],
    [['--period', '2025-W41'], '--period 2025-W41'],
    [['--success-days', '0'], '--success-days 0'],
  ])('%j is refused by name', async (options, name) => {
    const run = await runIn(folder, ['referral', registerOnly, ...asOf, ...options]);
    expect(run).toMatchObject({ code: 2, stdout: '' });
    expect(run.stderr).toContain(name);
  });
});
