// The invented people through dormancy, campaigns and referral: nobody can be recognised in what these print or write.
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { runIn } from '../run.js';
import { branchFiles } from './branch.js';
import { misplaced, planted } from './damage.js';
import { canaries, type Files, filesUnder, hits, partsOf, place, runFolder } from './people.js';

const folder = runFolder();
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const asOf = ['--as-of', '2025-09-30'];
const lenient = ['--max-rejects', '100%'];
const forms = [
  [],
  ['-f', 'json'],
  ['-f', 'csv'],
  ['-f', 'html'],
  ['-o', '结果.xlsx'],
  ['-o', '结果.json'],
  ['-o', '结果.html'],
];

/** Each file as it was given is left out: the search is for what the tool wrote. */
function expectNobody(cwd: string, given: Files, run: { readonly stdout: string; readonly stderr: string }): void {
  expect(hits(run.stdout), run.stdout).toEqual([]);
  expect(hits(run.stderr), run.stderr).toEqual([]);
  for (const name of filesUnder(cwd).filter((one) => !(one in given)))
    for (const part of partsOf(join(cwd, name))) expect(hits(part), `${name}\n${part}`).toEqual([]);
}

describe('nobody can be recognised in', () => {
  const commands = [
    ['dormant'],
    ['dormant', '--preset', 'crm365'],
    ['referral'],
    ['referral', '--success-def', 'aumUp'],
  ];
  const cases = commands.flatMap((command) =>
    forms.map((form) => [[...command, ...form].join(' '), command, form] as const),
  );
  test.each(cases)('%s', async (_, command, form) => {
    const given = branchFiles();
    const cwd = place(folder, given);
    const run = await runIn(cwd, [...command, '.', ...asOf, ...form]);
    expectNobody(cwd, given, run);
    expect(run.code, run.stderr).toBe(0);
  });

  const broken = (['dormant', 'referral'] as const).flatMap((command) =>
    (
      [
        ['misplaced', misplaced],
        ['planted', planted],
      ] as const
    ).flatMap(([what, files]) =>
      [['-f', 'json'], ['--fixes', '待改.xlsx', '-o', '结果.xlsx'], ['-q']].map(
        (form) => [`${command} ${form.join(' ')} of ${what} cells`, command, files, form] as const,
      ),
    ),
  );
  test.each(broken)('%s', async (_, command, files, form) => {
    const cwd = place(folder, files);
    expectNobody(cwd, files, await runIn(cwd, [command, '.', ...asOf, ...lenient, ...form]));
  });

  const kinds = Object.keys(branchFiles());
  test.each(kinds)('the refusal of %s without its header', async (kind) => {
    const files = branchFiles();
    const given = { ...files, [kind]: String(files[kind]).replace(/^.*\n/, '') };
    const cwd = place(folder, given);
    expectNobody(cwd, given, await runIn(cwd, ['referral', '.', ...asOf, '--kind', `referrals=${kind}`]));
    expectNobody(cwd, given, await runIn(cwd, ['dormant', '.', ...asOf]));
  });
});

describe('nobody can be recognised in a campaign', () => {
  test('as it is drawn, listed and tracked', async () => {
    const given = branchFiles();
    const cwd = place(folder, given);
    const drawn = await runIn(cwd, [
      ...['dormant', 'campaign', 'new', '.', '--as-of', '2025-06-30', '-o', '活动.json'],
      ...['--list', '../名单.xlsx', '--control', '50%'],
    ]);
    expectNobody(cwd, given, drawn);
    for (const part of partsOf(join(cwd, '..', '名单.xlsx'))) expect(hits(part), part).toEqual([]);
    expect(drawn.code, drawn.stderr).toBe(0);
    for (const form of [...forms.slice(0, 4), ['-o', '效果.xlsx']]) {
      const run = await runIn(cwd, ['dormant', 'campaign', 'track', '活动.json', '.', ...asOf, ...form]);
      expectNobody(cwd, given, run);
      expect(run.code, run.stderr).toBe(0);
    }
  });

  test('that was changed, or is another file', async () => {
    const given = branchFiles();
    const cwd = place(folder, given);
    await runIn(cwd, [
      'dormant',
      'campaign',
      'new',
      '.',
      '--as-of',
      '2025-06-30',
      '-o',
      '活动.json',
      '--control',
      '50%',
    ]);
    const sealed = readFileSync(join(cwd, '活动.json'), 'utf8');
    const broken = {
      ...given,
      '改.json': sealed.replace('"活动"', JSON.stringify(canaries[0])),
      '客户.json': canaries.join('\n'),
    };
    const other = place(folder, broken);
    for (const file of ['改.json', '客户.json', '客户信息.csv'])
      expectNobody(other, broken, await runIn(other, ['dormant', 'campaign', 'track', file, '.', ...asOf]));
  });
});
