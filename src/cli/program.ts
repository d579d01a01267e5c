// Commander, in Chinese: built from the list of commands, so that help, parsing and documentation cannot differ.
import { Command, CommanderError, type Help, Option } from 'commander';
import type { CommandSpec, OptionSpec, OptionValues } from './command.js';
import { usage } from './option-values.js';
import type { Shell } from './shell.js';

const titles: Readonly<Record<string, string>> = {
  'Usage:': '用法：',
  'Arguments:': '参数：',
  'Options:': '选项：',
  'Commands:': '命令：',
};

const usageErrors: Readonly<Record<string, string>> = {
  'commander.unknownOption': '没有这个选项',
  'commander.unknownCommand': '没有这个命令',
  'commander.missingArgument': '缺少参数',
  'commander.optionMissingArgument': '选项缺少值',
  'commander.excessArguments': '参数过多',
};

/** A usage error of commander as one Chinese sentence; undefined when help or version was shown. */
export function usageSentence(error: CommanderError): string | undefined {
  if (error.exitCode === 0) return undefined;
  // `help` with a word that is no command.
  const code = error.code === 'commander.help' ? 'commander.unknownCommand' : error.code;
  const term = /'([^']*)'/.exec(error.message)?.[1];
  const [, near] = /\(Did you mean (?:one of )?(.+)\?\)/.exec(error.message) ?? [];
  const what = `${usageErrors[code] ?? '命令写法有误'}${term === undefined ? '' : ` ${term}`}`;
  return `${what}${near === undefined ? '' : `，是否是 ${near.replaceAll(', ', ' 或 ')}`}；taizhang --help 列出用法`;
}

/** Reads one more value of the option. A variable of a script that has no value must not pass for a value. */
function oneMore({ flags, repeatable }: OptionSpec) {
  return (value: string, earlier: string | readonly string[] | undefined): string | readonly string[] => {
    if (value.trim() === '') throw usage(`选项 ${flags} 的值是空的：请写上，或去掉这个选项`);
    if (repeatable === true) return [...(earlier ?? []), value];
    if (earlier !== undefined && earlier !== value) throw usage(`选项 ${flags} 写了两个不同的值：只能写一个`);
    return value;
  };
}

/** An empty path would be the working folder. Throws UserError (exit 2). */
function refuseEmpty(args: readonly string[]): void {
  const at = args.findIndex((argument) => argument.trim() === '');
  if (at >= 0) throw usage(`第 ${at + 1} 个参数是空的：请写上；在脚本里请检查变量有没有值`);
}

/** The whole command line; `chosen` gets the command that was asked for with what was given to it. */
export function buildProgram(
  commands: readonly CommandSpec[],
  version: string,
  shell: Shell,
  displayWidth: (text: string) => number,
  chosen: (command: CommandSpec, args: readonly string[], options: OptionValues) => Promise<void>,
): Command {
  const program = new Command('taizhang');
  const chinese = {
    displayWidth,
    styleTitle: (title: string) => titles[title] ?? title,
    subcommandTerm: (command: Command) => `${command.name()} ${command.usage()}`,
  } satisfies Partial<Help>;
  const dress = (command: Command): Command =>
    command
      .configureHelp(chinese)
      .configureOutput({
        writeOut: (text) => shell.stdout.write(text),
        writeErr: () => {},
        outputError: () => {},
        getOutHelpWidth: () => 80,
        getErrHelpWidth: () => 80,
      })
      .helpOption('-h, --help', '显示帮助')
      // What stands behind the name of a command belongs to it, even where the one above has the option as well.
      .enablePositionalOptions()
      .exitOverride();
  dress(program)
    .usage('<命令> [选项]')
    .description('网点客户经营台账：读核心系统导出的 CSV/Excel，做 RFM 分层，写 Excel 台账')
    .version(version, '-V, --version', '显示版本')
    .helpCommand('help [命令]', '显示某个命令的帮助')
    .addHelpText('before', `例：\n${commands.map(firstExample).join('\n')}\n`);
  const add = (parent: Command, spec: CommandSpec): void => {
    const command = dress(parent.command(spec.arguments === '' ? spec.name : `${spec.name} ${spec.arguments}`));
    command.usage(`[选项] ${spec.arguments}`.trimEnd()).summary(spec.summary).description(spec.summary);
    for (const option of spec.options) {
      const added = new Option(option.flags, option.description);
      command.addOption(added.isBoolean() ? added : added.argParser(oneMore(option)));
    }
    command.addHelpText('before', `例：\n${spec.examples.map(exampleLine).join('\n')}\n`);
    if (spec.notes.length > 0) command.addHelpText('after', `\n${spec.notes.join('\n')}`);
    command.action(() => {
      refuseEmpty(command.args);
      return chosen(spec, command.args, command.opts());
    });
    command.helpCommand(false);
    for (const under of spec.subcommands ?? []) add(command, under);
  };
  for (const spec of commands) add(program, spec);
  return program;
}

function firstExample(spec: CommandSpec): string {
  return exampleLine(spec.examples[0] as readonly [string, string]);
}

function exampleLine([command, meaning]: readonly [string, string]): string {
  return `  taizhang ${command}\n      ${meaning}`;
}

export { CommanderError };
