/** Gathers UTF-8 bytes for output, in a buffer that grows as needed. */
export interface ByteWriter {
  readonly length: () => number;
  /** One ASCII character. */
  byte(code: number): void;
  bytes(these: Uint8Array): void;
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
const largestShort = 0x7fffffff;

/** `capacity` is the number of bytes that are reserved at a time. */
export function newByteWriter(capacity: number): ByteWriter {
  let buffer = Buffer.allocUnsafeSlow(capacity);
  let length = 0;

  function reserve(count: number): void {
    if (length + count <= buffer.length) return;
    const grown = Buffer.allocUnsafeSlow(Math.max(buffer.length * 2, length + count));
    buffer.copy(grown, 0, 0, length);
    buffer = grown;
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
    bytes(these) {
      reserve(these.length);
      for (let at = 0; at < these.length; at += 1) buffer[length + at] = these[at] as number;
      length += these.length;
    },
    quoted(text) {
      reserve(text.length * 3 + 2);
      let to = length;
      buffer[to++] = quote;
      for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code < 0x80) {
          if (code < 0x20 || code === quote || code === backslash) return escaped(text);
          buffer[to++] = code;
        } else if (code < 0x800) {
          buffer[to++] = 0xc0 | (code >> 6);
          buffer[to++] = 0x80 | (code & 0x3f);
        } else if (code >= 0xd800 && code <= 0xdfff) return escaped(text);
        else {
          buffer[to++] = 0xe0 | (code >> 12);
          buffer[to++] = 0x80 | ((code >> 6) & 0x3f);
          buffer[to++] = 0x80 | (code & 0x3f);
        }
      }
      buffer[to++] = quote;
      length = to;
    },
    number(value) {
      reserve(longestNumber);
      if (!(value >= 0 && value <= largestShort && Number.isInteger(value))) {
        latin(Number.isFinite(value) ? String(value) : 'null');
        return;
      }
      let digits = 1;
      for (let limit = 10; limit <= value; limit *= 10) digits += 1;
      let rest = value | 0;
      for (let to = length + digits - 1; to >= length; to -= 1) {
        const tenth = (rest / 10) | 0;
        buffer[to] = zero + rest - tenth * 10;
        rest = tenth;
      }
      length += digits;
    },
    take() {
      const taken = buffer.subarray(0, length);
      buffer = Buffer.allocUnsafeSlow(capacity);
      length = 0;
      return taken;
    },
  };
}
