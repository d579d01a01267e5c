// Bytes → text, strictly: decoded whole before it is cut into cells.
import { type ByteSource, readChunks } from './chunks.js';
import { type Encoding, strictDecoder } from './encoding.js';
import { lineCounter } from './lines.js';

/** How the bytes of a file become UTF-8. */
export interface Decoding {
  readonly encoding: Encoding;
  /** The file holds byte-order marks after its beginning (files glued together). */
  readonly innerMarks: boolean;
}

const utf8MarkBytes = 3;

/**
 * The file as UTF-8 without any byte-order mark, in pieces that may end anywhere. The file must have been found decodable. `onBytes` hears
 * the offset in the file that reading has come to.
 */
export function utf8Chunks(
  source: ByteSource,
  decoding: Decoding,
  chunkBytes: number,
  onBytes?: (offset: number) => void,
): AsyncGenerator<Buffer> {
  const { encoding, innerMarks } = decoding;
  if (encoding === 'utf-8' && !innerMarks) return readChunks(source, chunkBytes, 0, onBytes);
  if (encoding === 'utf-8-bom' && !innerMarks) return readChunks(source, chunkBytes, utf8MarkBytes, onBytes);
  return transcoded(readChunks(source, chunkBytes, 0, onBytes), encoding);
}

async function* transcoded(chunks: AsyncIterable<Buffer>, encoding: Encoding): AsyncGenerator<Buffer> {
  const decoder = strictDecoder(encoding);
  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true }).replaceAll('\ufeff', '');
    if (text !== '') yield Buffer.from(text);
  }
}

/** What a strict reading of the whole file finds. */
interface DecodeCheck {
  /** Bytes up to here are decodable; undefined when all are. Where exactly it stops is for `locateUndecodable` to find. */
  readonly decodableTo: number | undefined;
  /** Characters outside ASCII, counted up to 4 or a little more. */
  readonly nonAscii: number;
  /** Offset of the first U+0000 in a UTF-16 text, where it is no pattern of the encoding but damage. */
  readonly nulAt: number | undefined;
}

const enoughNonAscii = 4;

/** Characters outside ASCII, marks left out; counting stops at 4. */
export function countNonAscii(text: string): number {
  let count = 0;
  for (const match of text.matchAll(/[^\u0000-\u007f\ufeff]/gu)) {
    count += match.length;
    if (count >= enoughNonAscii) break;
  }
  return count;
}

/** Reads the whole file strictly. */
export async function checkDecoding(source: ByteSource, encoding: Encoding, chunkBytes: number): Promise<DecodeCheck> {
  const decoder = strictDecoder(encoding);
  let decodableTo = 0;
  let nonAscii = 0;
  let units = 0;
  let nulAt: number | undefined;
  try {
    for await (const chunk of readChunks(source, chunkBytes)) {
      const text = decoder.decode(chunk, { stream: true });
      const zero = nulAt === undefined ? text.indexOf('\0') : -1;
      if (zero >= 0) nulAt = 2 * (units + zero);
      if (nonAscii < enoughNonAscii) nonAscii += countNonAscii(text);
      units += text.length;
      decodableTo += chunk.length;
    }
    decoder.decode();
  } catch (fault) {
    if (isUndecodable(fault)) return { decodableTo, nonAscii, nulAt };
    throw fault;
  }
  return { decodableTo: undefined, nonAscii, nulAt };
}

function isUndecodable(fault: unknown): boolean {
  return fault instanceof TypeError && 'code' in fault && fault.code === 'ERR_ENCODING_INVALID_ENCODED_DATA';
}

/** Where decoding stops. */
export interface Undecodable {
  /** Offset of the first byte of the character that cannot be decoded, from 0. */
  readonly offset: number;
  /** The bytes from there on, two at most, as hexadecimal digits. */
  readonly bytes: string;
  /** Characters of three and more UTF-8 bytes (all hanzi are) before it. */
  readonly wide: number;
}

/** Bytes; so many before the doubtful place are read one by one, to know where a character begins. */
const longestCharacter = 4;

/** Finds the first undecodable character of a file that is known to hold one behind `decodableTo`. */
export async function locateUndecodable(
  source: ByteSource,
  encoding: Encoding,
  decodableTo: number,
): Promise<Undecodable> {
  const decoder = strictDecoder(encoding);
  let position = 0;
  let offset = 0;
  let wide = 0;
  const decode = (bytes: Buffer) => {
    const text = decoder.decode(bytes, { stream: true });
    position += bytes.length;
    if (text !== '') offset = position;
    for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) >= 0x800) wide++;
  };
  try {
    for await (const chunk of readChunks(source, 65536)) {
      const known = Math.min(Math.max(decodableTo - longestCharacter - position, 0), chunk.length);
      if (known > 0) decode(chunk.subarray(0, known));
      for (let i = known; i < chunk.length; i++) decode(chunk.subarray(i, i + 1));
    }
  } catch (fault) {
    if (!isUndecodable(fault)) throw fault;
  }
  return { offset, bytes: await hexAt(source, offset), wide };
}

async function hexAt(source: ByteSource, offset: number): Promise<string> {
  for await (const chunk of readChunks(source, 2, offset)) return chunk.toString('hex').toUpperCase();
  return '';
}

/** The 1-based line that the byte at `offset` stands on; everything before it must be decodable. */
export async function lineAt(source: ByteSource, encoding: Encoding, offset: number): Promise<number> {
  const decoder = new TextDecoder(strictDecoder(encoding).encoding);
  const counter = lineCounter();
  let left = offset;
  for await (const chunk of readChunks(source, 65536)) {
    counter.add(decoder.decode(chunk.subarray(0, left), { stream: true }));
    left -= chunk.length;
    if (left <= 0) break;
  }
  return counter.line();
}
