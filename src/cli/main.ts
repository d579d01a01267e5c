// Arguments in, exit code out: the only place that turns errors into codes.
import { type ExitCode, exitCodes, UserError } from '../model/errors.js';
import { displayWidth } from '../render/width.js';
import { commands } from './commands/index.js';
import { explainFileError } from './file-errors.js';
import { problemLines, say } from './messages.js';
import { removePrivateFolder } from './private-folder.js';
import { buildProgram, CommanderError, usageSentence } from './program.js';
import { closeAll } from './run-end.js';
import type { Shell } from './shell.js';
import { version } from './version.js';

/** Runs one command line with the streams of `shell`. Never throws and never exits. */
export async function main(argv: readonly string[], shell: Shell): Promise<ExitCode> {
  let code: ExitCode = exitCodes.done;
  const program = buildProgram(commands, version, shell, displayWidth, async (command, args, options) => {
    code = await command.run(args, options, shell);
  });
  try {
    if (argv.length === 0) {
      program.outputHelp();
      return exitCodes.usage;
    }
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    // Also where files of the run itself find no place.
    return explainFailure(explainFileError(error, undefined), shell);
  } finally {
    await closeAll();
    removePrivateFolder();
  }
}

function explainFailure(error: unknown, shell: Shell): ExitCode {
  if (error instanceof CommanderError) {
    const sentence = usageSentence(error);
    if (sentence === undefined) return exitCodes.done;
    shell.stderr.write(`${sentence}\n`);
    return exitCodes.usage;
  }
  if (error instanceof UserError) {
    const isListed = error.problems.some((problem) => problem.severity === 'error');
    say(shell, [...problemLines(error.problems), ...(isListed ? [] : [error.message])]);
    if (error.exitCode === exitCodes.refused) say(shell, ['拒收：没有写出任何结果；退出码 3']);
    return error.exitCode;
  }
  shell.stderr.write(`程序内部错误，没有写出任何结果；请把下面几行连同命令发给维护人\n${placesOf(error)}\n`);
  return exitCodes.failed;
}

/** Where a bug happened, without its message, which may quote a cell. */
function placesOf(error: unknown): string {
  const name = error instanceof Error ? error.name : typeof error;
  const frames = (error instanceof Error ? (error.stack ?? '') : '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 6)
    .map((line) => line.replace(/\(?(?:file:\/\/)?\/\S*\/((?:dist|src|node_modules)\/)/, '($1').trim());
  return [name, ...frames].join('\n  ');
}
