// What DuckDB may use, and when it is worth while to ask it.
import { statSync } from 'node:fs';
import { availableParallelism, freemem } from 'node:os';
import type { BulkMachine } from '../engine/activity.js';
import type { OpenExport } from '../exports/export.js';
import { say } from './messages.js';
import { privateFile } from './private-folder.js';
import type { Settings } from './settings.js';
import type { Shell } from './shell.js';

/** Below this the start of DuckDB costs more than it saves (`npm run bench -- --only auto`). */
const worthwhileBytes = 20_000_000;
const leastMemoryMb = 256;
const usualMemoryMb = 1000;
const shareOfFree = 0.7;

const stepsAside = {
  missing: '这台机器没有 DuckDB，改用 stream 引擎，结果相同，大文件较慢',
  unfit: '交易明细的写法 duckdb 引擎不能读，改用 stream 引擎，结果相同',
} as const;

/** undefined where the row reader is to read all of these files. */
export function machineFor(files: readonly OpenExport[], settings: Settings, shell: Shell): BulkMachine | undefined {
  const { engine, memoryLimitMb, quiet, progress, stages } = settings;
  const reason = reasonForStream(files, engine);
  if (files.length > 0) stages.note(reason === undefined ? '引擎 duckdb' : `引擎 stream：${reason}`);
  if (reason !== undefined) return undefined;
  const freeMb = Math.floor((freemem() / 1_000_000) * shareOfFree);
  return {
    threads: availableParallelism(),
    memoryLimitMb: memoryLimitMb ?? Math.max(leastMemoryMb, Math.min(usualMemoryMb, freeMb)),
    newFile: privateFile,
    onStepAside(reason) {
      // Which engine reads changes nothing but the time it takes: only who asked for one is told.
      const isTold = !quiet && (reason === 'missing' || engine === 'duckdb');
      progress.clear();
      if (isTold) say(shell, [stepsAside[reason]]);
      else stages.note(stepsAside[reason]);
    },
  };
}

/** Why the row reader is to read all files; undefined where DuckDB is worth while. */
function reasonForStream(files: readonly OpenExport[], engine: Settings['engine']): string | undefined {
  if (engine === 'stream') return '--engine 指定';
  const fit = files.filter(({ bulk }) => bulk !== undefined);
  if (fit.length === 0) return '交易明细不是文本文件，或有更正要采用';
  const isSmall = fit.reduce((sum, of) => sum + bytesOf(of), 0) < worthwhileBytes;
  return engine === 'auto' && isSmall ? `交易明细不到 ${worthwhileBytes / 1_000_000} MB` : undefined;
}

function bytesOf({ bulk }: OpenExport): number {
  const source = bulk?.text.source;
  if (source === undefined) return 0;
  return typeof source === 'string' ? statSync(source).size : source.length;
}
