import { Readable, Writable } from 'node:stream';
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

/** Runs the command line inside this process, with its own streams, in a folder; `stdin` is what comes through a pipe. */
export async function runIn(cwd: string, argv: readonly string[], stdin?: Buffer): Promise<Run> {
  const [stdout, stderr] = [collector(), collector()];
  const code = await main(argv, {
    stdin: stdin === undefined ? undefined : Readable.from([stdin]),
    stdout: stdout.stream,
    stderr: stderr.stream,
    cwd,
    isTerminal: false,
    isMessageTerminal: false,
    noColor: true,
  });
  return { code, stdout: stdout.text(), stderr: stderr.text() };
}
