import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import type { CommandSpec, OptionValues } from '../../src/cli/command.js';
import { buildProgram, CommanderError, usageSentence } from '../../src/cli/program.js';

function spec(name: string, args: string, subcommands: readonly CommandSpec[] = []): CommandSpec {
  return {
    name,
    arguments: args,
    summary: `${name} 的说明`,
    examples: [[name, '例子']],
    options: [
      { flags: '--as-of <日期>', description: '数据日期' },
      { flags: '--map <列名>', description: '列名', repeatable: true },
      { flags: '--save [文件]', description: '保存' },
      { flags: '--quiet', description: '安静' },
    ],
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

async function sentenceOf(...argv: readonly string[]): Promise<string | undefined> {
  const error = await parsed(argv).catch((caught: unknown) => caught);
  return error instanceof CommanderError ? usageSentence(error) : undefined;
}

describe('what is written wrong', () => {
  test.each([
    [['outr', 'x'], '没有这个命令 outr，是否是 outer；taizhang --help 列出用法'],
    [['outer', 'x', '--asof', 'x'], '没有这个选项 --asof，是否是 --as-of；taizhang --help 列出用法'],
    [['outer', 'x', '--zzzzzz'], '没有这个选项 --zzzzzz；taizhang --help 列出用法'],
    [['help', 'zzzzzz'], '没有这个命令；taizhang --help 列出用法'],
  ])('%j is told, with what is spelt nearly so', async (argv, sentence) => {
    expect(await sentenceOf(...argv)).toBe(sentence);
  });

  test.each([
    [['outer', ''], '第 1 个参数是空的'],
    [['outer', 'x', ' '], '第 2 个参数是空的'],
    [['outer', 'x', '--as-of', ''], '选项 --as-of <日期> 的值是空的'],
    [['outer', 'x', '--map', 'a', '--map='], '选项 --map <列名> 的值是空的'],
    [['outer', 'x', '--as-of', 'a', '--as-of', 'b'], '选项 --as-of <日期> 写了两个不同的值：只能写一个'],
  ])('%j is refused: neither empty nor two values for one', async (argv, sentence) => {
    await expect(parsed(argv)).rejects.toMatchObject({ exitCode: 2, message: expect.stringContaining(sentence) });
  });

  test('the same value twice is one value, and an option of many values keeps all', async () => {
    const argv = ['outer', 'x', '--as-of', 'a', '--as-of', 'a', '--map', 'b', '--map', 'b', '--save', '--quiet'];
    expect((await parsed(argv))?.options).toEqual({ asOf: 'a', map: ['b', 'b'], save: true, quiet: true });
  });
});
