import { userInfo } from 'node:os';

/** Everything a run takes from and gives to the outside; the real process in bin/, plain streams in tests. */
export interface Shell {
  /** What comes through a pipe; absent when there is none. */
  readonly stdin?: NodeJS.ReadableStream | undefined;
  readonly stdout: NodeJS.WritableStream;
  readonly stderr: NodeJS.WritableStream;
  /** Relative paths start here. */
  readonly cwd: string;
  /** Results go to a terminal: colour is allowed. */
  readonly isTerminal: boolean;
  /** Messages go to a terminal: progress is allowed. */
  readonly isMessageTerminal: boolean;
  /** Columns of that terminal, as they are now; undefined where it does not tell. */
  readonly messageColumns?: () => number | undefined;
  /** NO_COLOR is set. */
  readonly noColor: boolean;
  /** Milliseconds of a clock that only goes forward; the machine's where it is absent. */
  readonly now?: () => number;
  /** The calendar's time; the machine's where it is absent. Only the audit log asks for it. */
  readonly moment?: () => Date;
  /** The name of the user as the system knows it; asked of the machine where it is absent. */
  readonly user?: () => string;
}

const two = (value: number) => String(value).padStart(2, '0');

/** Now, as 2025-10-09T14:05:07+08:00, in the time zone of the machine. */
export function momentOf({ moment }: Shell): string {
  const now = moment === undefined ? new Date() : moment();
  const offset = -now.getTimezoneOffset();
  const day = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  const time = [now.getHours(), now.getMinutes(), now.getSeconds()].map(two).join(':');
  const zone = `${offset < 0 ? '-' : '+'}${two(Math.floor(Math.abs(offset) / 60))}:${two(Math.abs(offset) % 60)}`;
  return `${day}T${time}${zone}`;
}

export function userOf({ user }: Shell): string {
  if (user !== undefined) return user();
  try {
    return userInfo().username;
  } catch {
    // Containers may run under a number without a name.
    return `uid ${process.getuid?.() ?? '?'}`;
  }
}

export function clockOf({ now }: Shell): () => number {
  return now ?? (() => performance.now());
}
