import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.js';
import { runIn } from '../run.js';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');
const blocks = [...readme.matchAll(/```\n\$ taizhang (.*)\n([\s\S]*?)```/g)].map(
  ([, command = '', output = '']) => [command, output] as const,
);

describe('README', () => {
  let folder = '';
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'taizhang-readme-'));
    await runIn(folder, ['demo', '样例', '--quiet']);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('every command is in the table, and nothing else', () => {
    const listed = [...readme.matchAll(/^\| `(\w+)` \|/gm)].map(([, name]) => name);
    expect(listed).toEqual(commands.map(({ name }) => name));
  });

  test('there is a tour', () => {
    expect(blocks.length).toBeGreaterThanOrEqual(3);
  });

  test.each(blocks)('the tour shows what `taizhang %s` prints', async (command, output) => {
    const run = await runIn(folder, command.split(' '));
    expect(`${run.stdout.trimEnd()}\n`).toBe(output);
  });

  test('every file that is named exists', () => {
    const named = [...readme.matchAll(/`((?:src|test|scripts|fixtures|bench)\/[\w./-]+)`|\]\(((?!bench)[^)]+)\)/g)].map(
      ([, code, link]) => code ?? link ?? '',
    );
    expect(named.length).toBeGreaterThan(10);
    for (const file of named) expect(() => readFileSync(join(root, file)), file).not.toThrow(/ENOENT/);
  });
});
