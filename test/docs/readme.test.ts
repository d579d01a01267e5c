import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { runIn } from '../run.js';
import { refreshTerminals, terminalBlocks } from './terminal-block.js';

const root = join(import.meta.dirname, '../..');
const path = join(root, 'README.md');
const readme = readFileSync(path, 'utf8');

describe('README', () => {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(realpathSync(tmpdir()), 'taizhang-readme-'));
    await runIn(folder, ['demo', '样例', '--quiet']);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('every command is in the table, and nothing else', () => {
    const listed = [...readme.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(listed).toEqual(commands.map(({ name }) => name));
  });

  test('the tour runs what the project is for', () => {
    const run = terminalBlocks(readme).map(({ command }) => command.split(' ')[2]);
    expect(run).toEqual(expect.arrayContaining(['segment', 'explain', 'dormant', 'referral', 'ledger', 'inspect']));
  });

  // `npx vitest run test/docs/readme.test.ts --update` writes it anew.
  test('the tour shows what the commands print', async () => {
    await expect(await refreshTerminals(readme, folder)).toMatchFileSnapshot(path);
  }, 240_000);

  test('every file that is named exists', () => {
    const named = [...readme.matchAll(/`((?:src|test|scripts|fixtures|bench)\/[\w./-]+)`|\]\(((?!bench)[^)]+)\)/g)].map(
      ([, code, link]) => code ?? link ?? '',
    );
    expect(named.length).toBeGreaterThan(10);
    for (const file of named) expect(() => readFileSync(join(root, file)), file).not.toThrow(/ENOENT/);
  });
});
