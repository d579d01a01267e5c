import { Writable } from 'node:stream';
import { main } from '../src/cli/main.js';

export interface Run {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function collector(): { readonly stream: Writable; readonly text: () => string } {
  const chunks: Buffer[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(Buffer.from(chunk));
      done();
    },
  });
  return { stream, text: () => Buffer.concat(chunks).toString('utf8') };
}

/** Runs the command line inside this process, with its own streams, in a folder. */
export async function runIn(cwd: string, argv: readonly string[]): Promise<Run> {
  const [stdout, stderr] = [collector(), collector()];
  const code = await main(argv, {
    stdout: stdout.stream,
    stderr: stderr.stream,
    cwd,
    isTerminal: false,
    isMessageTerminal: false,
    noColor: true,
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}
