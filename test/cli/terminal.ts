// A terminal for messages, with a clock that the test moves on.
import { Writable } from 'node:stream';
import type { Shell } from '../../src/cli/shell.js';

export interface Terminal {
  readonly shell: Shell;
  /** Everything written to it so far, each piece on its own. */
  readonly written: readonly string[];
  pass(ms: number): void;
  resize(columns: number): void;
}

function listener(): { readonly stream: Writable; readonly written: string[] } {
  const written: string[] = [];
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      written.push(chunk.toString('utf8'));
      done();
    },
  });
  return { stream, written };
}

/** Every look at the clock takes `tickMs`. */
export function terminal(cwd = '.', tickMs = 0, isMessageTerminal = true): Terminal {
  const [stdout, stderr] = [listener(), listener()];
  let at = 0;
  let columns = 80;
  const shell: Shell = {
    stdout: stdout.stream,
    stderr: stderr.stream,
    cwd,
    isTerminal: false,
    isMessageTerminal,
    messageColumns: () => columns,
    noColor: true,
    now() {
      at += tickMs;
      return at;
    },
  };
  return {
    shell,
    written: stderr.written,
    pass: (ms) => {
      at += ms;
    },
    resize: (to) => {
      columns = to;
    },
  };
}
