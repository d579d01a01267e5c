// The real process: streams, signals, exit code. Nothing below main knows of it.
import { exitCodes } from '../model/errors.js';
import { main } from './main.js';
import { eraseLine } from './progress.js';

/** A closed terminal and the end of a session as well: what lies half written holds customers' data. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs the command line; the exit code is set, never forced, so that slow readers of a pipe get everything. */
export async function run(of: NodeJS.Process): Promise<void> {
  let isStopping = false;
  for (const signal of signals) {
    // Stays to the end: a second Ctrl+C must not cut short what the first one has begun.
    of.on(signal, () => {
      if (isStopping) return;
      isStopping = true;
      if (of.stderr.isTTY === true) of.stderr.write(eraseLine);
      import('./output.js')
        .then(({ removeTemporaries }) => removeTemporaries())
        .finally(() => of.exit(exitCodes.interrupted));
    });
  }
  of.stdout.on('error', (error: NodeJS.ErrnoException) => {
    of.exitCode = error.code === 'EPIPE' ? exitCodes.done : exitCodes.failed;
    of.exit();
  });
  of.exitCode = await main(of.argv.slice(2), {
    stdin: of.stdin.isTTY === true ? undefined : of.stdin,
    stdout: of.stdout,
    stderr: of.stderr,
    cwd: of.cwd(),
    isTerminal: of.stdout.isTTY === true,
    isMessageTerminal: of.stderr.isTTY === true,
    messageColumns: () => of.stderr.columns,
    noColor: (of.env.NO_COLOR ?? '') !== '',
  });
}
