// The standard input as a file: kept once, so that it can be read as often as any other.
import type { ByteSource } from '../exports/chunks.js';
import type { Spool } from '../exports/spool.js';
import { exitCodes, UserError } from '../model/errors.js';
import type { Shell } from './shell.js';

const kept = new WeakMap<Shell, Promise<ByteSource>>();
const mostBytes = 1_500_000_000;

/** What came through the pipe. Throws UserError (exit 2) when there is no pipe or nothing came. */
export function readStandardInput(shell: Shell, spool: Spool): Promise<ByteSource> {
  const known = kept.get(shell);
  if (known !== undefined) return known;
  const source = spool.keep(chunksOf(shell));
  kept.set(shell, source);
  return source;
}

async function* chunksOf({ stdin }: Shell): AsyncGenerator<Buffer> {
  let bytes = 0;
  if (stdin !== undefined) {
    for await (const chunk of stdin) {
      const piece = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
      bytes += piece.length;
      if (bytes > mostBytes) throw unusable('超过 1.5 GB；请存为文件并分几次导出');
      yield piece;
    }
  }
  if (bytes === 0) throw unusable('没有内容；请用管道送入文件，例如 cat 明细.csv | taizhang segment -');
}

function unusable(why: string): UserError {
  return new UserError(`标准输入${why}`, exitCodes.usage);
}
