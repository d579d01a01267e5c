// Progress of long reads on a terminal; nothing in pipes, nothing when quiet, nothing in the first second.
import type { Shell } from './shell.js';

export interface Progress {
  /** Rows read so far of a file. */
  rows(file: string, rows: number): void;
  done(): void;
}

const firstAfterMs = 1000;
const everyMs = 200;

export function progressOn(shell: Shell, quiet: boolean): Progress {
  if (quiet || !shell.isMessageTerminal) return { rows: () => {}, done: () => {} };
  let next = Date.now() + firstAfterMs;
  let written = false;
  return {
    rows(file, rows) {
      const now = Date.now();
      if (now < next) return;
      next = now + everyMs;
      written = true;
      shell.stderr.write(`\r\u001b[K读取 ${file} … ${rows} 行`);
    },
    done() {
      if (written) shell.stderr.write('\r\u001b[K');
    },
  };
}
