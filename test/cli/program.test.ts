import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { CommandSpec, OptionValues } from '../../src/cli/command.js';
import { buildProgram } from '../../src/cli/program.js';

function spec(name: string, args: string, subcommands: readonly CommandSpec[] = []): CommandSpec {
  return {
    name,
    arguments: args,
    summary: `${name} 的说明`,
    examples: [[name, '例子']],
    options: [{ flags: '--as-of <日期>', description: '数据日期' }],
    notes: [],
    subcommands,
    run: async () => 0,
  };
}

async function parsed(argv: readonly string[]) {
  const commands = [spec('outer', '<路径...>', [spec('inner', '<文件>', [spec('new', '<文件>')])])];
  const sink = new Writable({ write: (_chunk, _encoding, done) => done() });
  const shell = {
    stdin: undefined,
    stdout: sink,
    stderr: sink,
    cwd: '.',
    isTerminal: false,
    isMessageTerminal: false,
    noColor: true,
  };
  let found: { name: string; args: readonly string[]; options: OptionValues } | undefined;
  const program = buildProgram(
    commands,
    '0',
    shell,
    (text) => text.length,
    async ({ name }, args, options) => {
      found = { name, args, options };
    },
  );
  await program.parseAsync([...argv], { from: 'user' });
  return found;
}

describe('a command with commands under it', () => {
  test('runs itself where the first argument names none of them', async () => {
    expect(await parsed(['outer', 'folder', '--as-of', 'x'])).toEqual({
      name: 'outer',
      args: ['folder'],
      options: { asOf: 'x' },
    });
  });

  test('gives the command under it the options behind its name, even where both have them', async () => {
    expect(await parsed(['outer', 'inner', 'file', '--as-of', 'x'])).toMatchObject({
      name: 'inner',
      args: ['file'],
      options: { asOf: 'x' },
    });
  });

  test('reaches two levels down', async () => {
    expect(await parsed(['outer', 'inner', 'new', 'file'])).toMatchObject({ name: 'new', args: ['file'] });
  });

  test('takes a folder of that name when a path is written out', async () => {
    expect(await parsed(['outer', './inner'])).toMatchObject({ name: 'outer', args: ['./inner'] });
  });

  test('still misses its own arguments', async () => {
    await expect(parsed(['outer'])).rejects.toMatchObject({ code: 'commander.missingArgument' });
  });
});
