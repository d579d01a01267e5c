// Is a file that arrives in pieces UTF-8 throughout?
import { isAscii, isUtf8 } from 'node:buffer';
import { countNonAscii } from './decode.js';

/** What is known of the bytes if they are read as UTF-8. */
export interface Utf8Facts {
  /** Bytes up to here are UTF-8; undefined when all are. */
  readonly decodableTo: number | undefined;
  readonly innerMarks: boolean;
  /** Characters outside ASCII, counted up to 4 or a little more. */
  readonly nonAscii: number;
}

const fewNonAscii = 4;
const utf8Mark = Buffer.of(0xef, 0xbb, 0xbf);

/** Feed it the whole file; pieces may end within a character. After the first bad byte it looks no further. */
export function utf8Checker(): { add(chunk: Buffer): void; facts(): Utf8Facts } {
  let carry = Buffer.alloc(0);
  let position = 0;
  let decodable = true;
  let innerMarks = false;
  let nonAscii = 0;
  return {
    add(chunk) {
      if (!decodable) return;
      const bytes = carry.length === 0 ? chunk : Buffer.concat([carry, chunk]);
      const whole = bytes.subarray(0, lastBorder(bytes));
      decodable = isUtf8(whole);
      if (!decodable) return;
      innerMarks ||= whole.indexOf(utf8Mark, position === 0 ? 1 : 0) >= 0;
      if (nonAscii < fewNonAscii && !isAscii(whole)) nonAscii += countNonAscii(whole.toString());
      carry = Buffer.from(bytes.subarray(whole.length));
      position += whole.length;
    },
    facts: () => ({ decodableTo: decodable && carry.length === 0 ? undefined : position, innerMarks, nonAscii }),
  };
}

/** Where the last character that may still be unfinished begins; the end when there is none. */
function lastBorder(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] as number;
    if (byte < 0x80) break;
    if (byte >= 0xc0)
      return byte >= 0xf0 || (byte >= 0xe0 && back < 3) || back < 2 ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}
