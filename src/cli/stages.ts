// The stages of a run. Each takes the progress line away when it ends; with --verbose it says what it took.
import { say } from './messages.js';
import type { Progress } from './progress.js';
import { clockOf, type Shell } from './shell.js';

export interface Stages {
  /** Does the work of one stage; `rowsOf` tells how many rows it has read. What it throws is passed on, and then no time is told. */
  time<T>(stage: string, work: () => T | Promise<T>, rowsOf?: (result: T) => number): Promise<T>;
  /** One sentence for --verbose alone. */
  note(sentence: string): void;
}

export function stagesOn(shell: Shell, isVerbose: boolean, progress: Progress): Stages {
  const now = clockOf(shell);
  const note = (sentence: string) => {
    if (!isVerbose) return;
    progress.clear();
    say(shell, [sentence]);
  };
  return {
    async time(stage, work, rowsOf) {
      const from = now();
      try {
        const result = await work();
        note(stageLine(stage, now() - from, rowsOf?.(result)));
        return result;
      } finally {
        progress.clear();
      }
    },
    note,
  };
}

/**
 * What a stage took, for --verbose.
 * @example stageLine('读交易明细', 2040, 1_000_000) // => '用时 读交易明细 2.0 秒，1000000 行，每秒 490196 行'
 */
export function stageLine(stage: string, elapsedMs: number, rows: number | undefined): string {
  const tenths = Math.round(elapsedMs / 100);
  const seconds = `用时 ${stage} ${Math.floor(tenths / 10)}.${tenths % 10} 秒`;
  if (rows === undefined) return seconds;
  return `${seconds}，${rows} 行，每秒 ${Math.round((rows * 1000) / Math.max(1, elapsedMs))} 行`;
}
