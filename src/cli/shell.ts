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
}

export function clockOf({ now }: Shell): () => number {
  return now ?? (() => performance.now());
}
