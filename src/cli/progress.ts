// Progress of long reads on a terminal: one line, rewritten in place; nothing in pipes, nothing when quiet, nothing in the first second.
import { cutDisplay, displayWidth } from '../render/width.js';
import { clockOf, type Shell } from './shell.js';

export interface Progress {
  /** How far into a file a walk over its bytes has come; a walk that begins anew is timed anew. */
  bytes(file: string, bytes: number, total: number): void;
  /** Rows read so far of a file. */
  rows(file: string, rows: number): void;
  /** Takes the line away; to be called before anything else is written to the terminal. */
  clear(): void;
}

/** One walk over one file. */
interface Walk {
  readonly file: string;
  readonly from: number;
  readonly total: number | undefined;
  bytes: number;
  rows: number;
}

const firstAfterMs = 1000;
const everyMs = 100;
const leastNameWidth = 12;
const usualColumns = 80;
/** Back to the first column, and nothing more on the line. */
export const eraseLine = '\r\u001b[K';

export function progressOn(shell: Shell, quiet: boolean): Progress {
  if (quiet || !shell.isMessageTerminal) return { bytes: () => {}, rows: () => {}, clear: () => {} };
  const now = clockOf(shell);
  let next = now() + firstAfterMs;
  let walk: Walk | undefined;
  let isShown = false;

  function show(current: Walk): void {
    const at = now();
    if (at < next) return;
    next = at + everyMs;
    isShown = true;
    const columns = shell.messageColumns?.() || usualColumns;
    shell.stderr.write(`${eraseLine}${progressLine(current, at - current.from, columns - 1)}`);
  }

  return {
    bytes(file, bytes, total) {
      if (walk?.file !== file || walk.total === undefined || bytes < walk.bytes)
        walk = { file, from: now(), total, bytes, rows: 0 };
      walk.bytes = bytes;
      show(walk);
    },
    rows(file, rows) {
      if (walk?.file !== file) walk = { file, from: now(), total: undefined, bytes: 0, rows };
      walk.rows = rows;
      show(walk);
    },
    clear() {
      walk = undefined;
      if (isShown) shell.stderr.write(eraseLine);
      isShown = false;
    },
  };
}

/** At most `width` columns; the name of the file gives way to the figures. */
function progressLine({ file, total, bytes, rows }: Walk, elapsedMs: number, width: number): string {
  const figures = [
    ...(total === undefined || total === 0 ? [] : [bytesText(bytes, total)]),
    ...(rows === 0 ? [] : [`${grouped(rows)} 行`]),
    ...(total === undefined ? [] : timeLeft(bytes, total, elapsedMs)),
  ].join('，');
  const [before, after] = ['读取 ', ` … ${figures}`];
  const room = Math.max(leastNameWidth, width - displayWidth(before + after));
  const name = cutDisplay(file.replace(/\p{Cc}/gu, ''), room);
  return cutDisplay(`${before}${name}${after}`, width);
}

function bytesText(bytes: number, total: number): string {
  const [unit, size] = total < 1_000_000 ? ['KB', 1000] : ['MB', 1_000_000];
  const share = Math.floor((100 * bytes) / total);
  return `${grouped(Math.round(bytes / size))}/${grouped(Math.round(total / size))} ${unit}（${share}%）`;
}

/** Nothing in the first second of a walk, which says too little. */
function timeLeft(bytes: number, total: number, elapsedMs: number): readonly string[] {
  if (elapsedMs < firstAfterMs || bytes === 0 || bytes >= total) return [];
  const seconds = Math.ceil((elapsedMs * (total - bytes)) / bytes / 1000);
  return [seconds < 60 ? `约剩 ${seconds} 秒` : `约剩 ${Math.floor(seconds / 60)} 分 ${seconds % 60} 秒`];
}

function grouped(count: number): string {
  return String(count).replace(/\B(?=(\d{3})+$)/g, ',');
}
