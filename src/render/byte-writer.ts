/** A text that is written many times, as UTF-8, four bytes to the word. */
export interface Phrase {
  readonly words: Uint32Array;
  /** In bytes. */
  readonly length: number;
}

const wordBytes = 4;

export function phraseOf(text: string): Phrase {
  const bytes = Buffer.from(text);
  const words = new Uint32Array(Math.ceil(bytes.length / wordBytes));
  const padded = new DataView(new ArrayBuffer(words.length * wordBytes));
  bytes.forEach((byte, at) => {
    padded.setUint8(at, byte);
  });
  return { words: words.map((_, at) => padded.getUint32(at * wordBytes, true)), length: bytes.length };
}

/** Gathers UTF-8 bytes for output, in a buffer that grows as needed. */
export interface ByteWriter {
  readonly length: () => number;
  /** One ASCII character. */
  byte(code: number): void;
  phrase(phrase: Phrase): void;
  /** A text as a JSON string, quotes included. */
  quoted(text: string): void;
  /** A number as JSON writes it. */
  number(value: number): void;
  /** What was written since the last call; the next bytes go elsewhere. */
  take(): Uint8Array;
}

const quote = 0x22;
const backslash = 0x5c;
const zero = 0x30;
const longestNumber = 32;
const mostDigits = 10;

/** Looked up once: texts that were cut, joined or read are of more kinds to V8 than it keeps apart, and it would look again for every character. */
const { charCodeAt } = String.prototype;

/** `capacity` is the number of bytes that are reserved at a time. */
export function newByteWriter(capacity: number): ByteWriter {
  let buffer = Buffer.allocUnsafeSlow(capacity);
  let words = new DataView(buffer.buffer);
  let length = 0;

  function goOnIn(next: Buffer<ArrayBuffer>): void {
    buffer = next;
    words = new DataView(next.buffer);
  }

  function reserve(count: number): void {
    if (length + count <= buffer.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(buffer.length * 2, length + count));
    buffer.copy(grown, 0, 0, length);
    goOnIn(grown);
  }

  function latin(text: string): void {
    for (let at = 0; at < text.length; at += 1) buffer[length + at] = text.charCodeAt(at);
    length += text.length;
  }

  /** What JSON must escape is left to JSON.stringify: control characters, quotes, halves of surrogate pairs. */
  function escaped(text: string): void {
    const json = JSON.stringify(text);
    reserve(json.length * 3);
    length += buffer.write(json, length);
  }

  return {
    length: () => length,
    byte(code) {
      reserve(1);
      buffer[length] = code;
      length += 1;
    },
    // What the last word holds beyond the phrase is written over by what follows.
    phrase(phrase) {
      reserve(phrase.length + wordBytes);
      const into = words;
      const from = phrase.words;
      for (let at = 0; at < from.length; at += 1) into.setUint32(length + at * wordBytes, from[at] as number, true);
      length += phrase.length;
    },
    quoted(text) {
      const count = text.length;
      reserve(count * 3 + 2);
      const into = buffer;
      let to = length;
      into[to++] = quote;
      for (let at = 0; at < count; at += 1) {
        const code = charCodeAt.call(text, at);
        if (code < 0x80) {
          if (code < 0x20 || code === quote || code === backslash) return escaped(text);
          into[to++] = code;
        } else if (code < 0x800) {
          into[to++] = 0xc0 | (code >> 6);
          into[to++] = 0x80 | (code & 0x3f);
        } else if (code >= 0xd800 && code <= 0xdfff) return escaped(text);
        else {
          into[to++] = 0xe0 | (code >> 12);
          into[to++] = 0x80 | ((code >> 6) & 0x3f);
          into[to++] = 0x80 | (code & 0x3f);
        }
      }
      into[to++] = quote;
      length = to;
    },
    number(value) {
      reserve(longestNumber);
      let rest = value | 0;
      if (rest !== value || rest < 0) {
        latin(Number.isFinite(value) ? String(value) : 'null');
        return;
      }
      const into = buffer;
      let digits = 1;
      for (let limit = 10; digits < mostDigits && rest >= limit; limit = Math.imul(limit, 10)) digits += 1;
      for (let to = length + digits - 1; to >= length; to -= 1) {
        const tenth = (rest / 10) | 0;
        into[to] = zero + rest - tenth * 10;
        rest = tenth;
      }
      length += digits;
    },
    take() {
      const taken = buffer.subarray(0, length);
      goOnIn(Buffer.allocUnsafeSlow(capacity));
      length = 0;
      return taken;
    },
  };
}
