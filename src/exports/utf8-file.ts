// A text as a file in UTF-8 that another program can read, and what must add up when it has been read.
import { stat } from 'node:fs/promises';
import { readChunks, readStart } from './chunks.js';
import { utf8Chunks } from './decode.js';
import { lineStarts } from './lines.js';
import { newSpool } from './spool.js';
import type { TableText } from './table.js';

/** The lines from the first one below the header to the end. */
export interface Utf8File {
  readonly path: string;
  readonly bytes: number;
  /** Quote characters among them. */
  readonly quotes: number;
  /** Line ends at the very end, 0 where the last line has none. */
  readonly lastLineEnds: number;
  /** Reads the lines once more to count those without a single character. */
  countEmptyLines(): Promise<number>;
}

const chunkBytes = 1_048_576;
const headBytes = 262_144;
const tailBytes = 65_536;
const quoteByte = 0x22;

/**
 * The file itself where it is UTF-8 already, else a copy in a file that `newFile` makes. undefined where nothing stands below the
 * header, or where the header is not near the beginning.
 */
export async function utf8File(
  text: TableText,
  dataLine: number,
  newFile: () => Promise<string>,
): Promise<Utf8File | undefined> {
  const path = await pathOf(text, newFile);
  const { size } = await stat(path);
  const start = lineStarts(await readStart(path, headBytes), dataLine)[dataLine - 1];
  if (start === undefined) return undefined;
  const quotes = text.mayQuote ? await countQuotes(path, start) : 0;
  const lineEnd = Buffer.from(text.lineEnds[0] ?? '\n');
  const lastLineEnds = await countLastLineEnds(path, size, lineEnd.toString());
  return {
    path,
    bytes: size - start,
    quotes,
    lastLineEnds,
    countEmptyLines: () => countEmptyLines(path, start, lineEnd),
  };
}

/** Another program can read the text where it stands, without a copy. */
export function isPlainUtf8(text: TableText): text is TableText & { readonly source: string } {
  const { encoding, innerMarks } = text.decoding;
  return (encoding === 'utf-8' || encoding === 'utf-8-bom') && !innerMarks && typeof text.source === 'string';
}

async function pathOf(text: TableText, newFile: () => Promise<string>): Promise<string> {
  if (isPlainUtf8(text)) return text.source;
  const kept = await newSpool(newFile, 0).keep(utf8Chunks(text.source, text.decoding, chunkBytes));
  if (typeof kept !== 'string') throw new RangeError('an empty text was to be copied');
  return kept;
}

async function countQuotes(path: string, start: number): Promise<number> {
  let quotes = 0;
  for await (const chunk of readChunks(path, chunkBytes, start)) {
    for (let at = 0; at < chunk.length; at += 1) if (chunk[at] === quoteByte) quotes += 1;
  }
  return quotes;
}

/** Every line end that follows another one at once, or begins the text. */
async function countEmptyLines(path: string, start: number, lineEnd: Buffer): Promise<number> {
  let count = 0;
  // What came before the first line ended as well.
  let rest: Buffer = lineEnd;
  const pair = Buffer.concat([lineEnd, lineEnd]);
  for await (const chunk of readChunks(path, chunkBytes, start)) {
    const bytes = Buffer.concat([rest, chunk]);
    let at = bytes.indexOf(pair);
    for (; at >= 0; at = bytes.indexOf(pair, at + lineEnd.length)) count += 1;
    rest = bytes.subarray(Math.max(0, bytes.length - pair.length + 1));
  }
  return count;
}

async function countLastLineEnds(path: string, size: number, lineEnd: string): Promise<number> {
  const from = Math.max(0, size - tailBytes);
  const pieces: Buffer[] = [];
  for await (const chunk of readChunks(path, tailBytes, from)) pieces.push(chunk);
  let rest = Buffer.concat(pieces).toString('latin1');
  let count = 0;
  while (rest.endsWith(lineEnd)) {
    rest = rest.slice(0, -lineEnd.length);
    count += 1;
  }
  return count;
}
