// The real process: streams, signals, exit code. Nothing below main knows of it.
import { type ExitCode, exitCodes, UserError } from '../model/errors.js';
import { codeOf, explainFileError } from './file-errors.js';
import { main } from './main.js';
import { eraseLine } from './progress.js';

/** A closed terminal and the end of a session as well: what lies half written holds customers' data. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs the command line; the exit code is set, never forced, so that slow readers of a pipe get everything. */
export async function run(of: NodeJS.Process): Promise<void> {
  stopOnSignals(of);
  // Nobody can be told any more, but the results are still wanted, and the exit code is still read.
  of.stderr.on('error', () => {});
  const setCode = codeWithOutput(of);
  const cwd = workingFolder(of);
  if (cwd === undefined) {
    of.stderr.write('当前文件夹已经不存在：请先进入一个存在的文件夹\n');
    return setCode(exitCodes.usage);
  }
  const code = await main(of.argv.slice(2), {
    stdin: of.stdin.isTTY === true ? undefined : of.stdin,
    stdout: of.stdout,
    stderr: of.stderr,
    cwd,
    isTerminal: of.stdout.isTTY === true,
    isMessageTerminal: of.stderr.isTTY === true,
    messageColumns: () => of.stderr.columns,
    noColor: (of.env.NO_COLOR ?? '') !== '',
  });
  setCode(code);
}

function stopOnSignals(of: NodeJS.Process): void {
  let isStopping = false;
  for (const signal of signals) {
    // Stays to the end: a second Ctrl+C must not cut short what the first one has begun.
    of.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      if (of.stderr.isTTY === true) of.stderr.write(eraseLine);
      import('./output.js')
        .then(({ removeTemporaries }) => {
          letBegunCallsEnd();
          removeTemporaries();
        })
        .finally(() => of.exit(exitCodes.interrupted));
    });
  }
}

/** Long enough for the system to make a file that it has been asked for. */
const begunCallsMs = 100;

/** Nothing new begins in this time. A file that appears after the others were removed would stay. */
function letBegunCallsEnd(): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, begunCallsMs);
}

/** Somebody may have removed it since it was entered. */
function workingFolder(of: NodeJS.Process): string | undefined {
  try {
    return of.cwd();
  } catch {
    return undefined;
  }
}

/**
 * Sets the exit code of a run; where the standard output failed, before that or after it, the code says so instead. A reader that went
 * away is no failure.
 */
function codeWithOutput(of: NodeJS.Process): (code: ExitCode) => void {
  let lost: unknown;
  let code: ExitCode | undefined;
  const settle = () => {
    if (code === undefined) return;
    if (lost === undefined) of.exitCode = code;
    else if (codeOf(lost) === 'EPIPE') of.exitCode = exitCodes.done;
    else {
      // A run that ended with this code has said why.
      if (code !== exitCodes.failed) of.stderr.write(`${sentenceOf(lost)}\n`);
      of.exitCode = exitCodes.failed;
    }
  };
  of.stdout.on('error', (error) => {
    if (lost !== undefined) return;
    lost = error;
    settle();
  });
  return (ended) => {
    code = ended;
    settle();
  };
}

function sentenceOf(lost: unknown): string {
  const told = explainFileError(lost, undefined);
  return told instanceof UserError ? told.message : '结果没有写完整：请换一个位置，或用 -o 写入文件';
}
