// One pass over the bytes of a text before anything is cut: fingerprint, encoding, line ends, damage.
import { createHash } from 'node:crypto';
import type { Problem } from '../model/problem.js';
import { type ByteSource, passingChunks, readStart } from './chunks.js';
import { checkDecoding, type Decoding, lineAt, locateUndecodable, type Undecodable } from './decode.js';
import { type Encoding, markedEncoding, unmarkedUtf16 } from './encoding.js';
import { lineEndFinder } from './lines.js';
import { refusal } from './refusal.js';
import { type Utf8Facts, utf8Checker } from './utf8-checker.js';

/** What is known of a text before it is cut into cells. */
interface TextScan extends Decoding {
  readonly sha256: string;
  /** What ends a record, longest first. */
  readonly lineEnds: readonly string[];
  /** There may be a quote character somewhere; never false when there is one. */
  readonly mayQuote: boolean;
  /** Warnings. */
  readonly problems: readonly Problem[];
}

/** What one pass over the bytes finds, whatever the encoding. */
interface ByteFacts {
  readonly sha256: string;
  readonly lineEnds: readonly string[];
  readonly mayQuote: boolean;
  /** Offset of the first zero byte. */
  readonly nulAt: number | undefined;
  readonly utf8: Utf8Facts;
}

/** `"` is this one byte in UTF-8, never part of another character in GB18030, and one of two in UTF-16. */
const quoteByte = 0x22;
const startBytes = 65536;
const fewNonAscii = 4;

/**
 * Reads the whole file once (GB18030 and UTF-16: twice) and decides how it is to be decoded: by its mark, else UTF-8 if all of it is,
 * else GB18030 if all of it is. Throws UserError (exit 3, `undecodable-bytes`) otherwise, and for zero bytes.
 */
export async function scanText(
  source: ByteSource,
  file: string,
  chunkBytes: number,
  onBytes?: (offset: number) => void,
): Promise<TextScan> {
  const start = await readStart(source, startBytes);
  const marked = markedEncoding(start) ?? unmarkedUtf16(start);
  const facts = await scanBytes(source, chunkBytes, onBytes);
  const { sha256, lineEnds, mayQuote } = facts;
  if (marked === 'utf-16le' || marked === 'utf-16be') {
    await requireDecodable(source, file, marked, chunkBytes);
    return { sha256, lineEnds: ['\r\n', '\n', '\r'], mayQuote, encoding: marked, innerMarks: true, problems: [] };
  }
  if (facts.nulAt !== undefined) throw await nulRefusal(source, file, 'gb18030', facts.nulAt);
  if (facts.utf8.decodableTo === undefined) {
    const { innerMarks, nonAscii } = facts.utf8;
    const problems = marked === undefined ? shortText(file, 'utf-8', nonAscii) : [];
    return { sha256, lineEnds, mayQuote, encoding: marked ?? 'utf-8', innerMarks, problems };
  }
  const nonAscii = await requireGb18030(source, file, marked, facts.utf8.decodableTo, chunkBytes);
  const problems = shortText(file, 'gb18030', nonAscii);
  return { sha256, lineEnds, mayQuote, encoding: 'gb18030', innerMarks: true, problems };
}

async function scanBytes(
  source: ByteSource,
  chunkBytes: number,
  onBytes: ((offset: number) => void) | undefined,
): Promise<ByteFacts> {
  const hash = createHash('sha256');
  const ends = lineEndFinder();
  const utf8 = utf8Checker();
  let nulAt: number | undefined;
  let mayQuote = false;
  let position = 0;
  for await (const chunk of passingChunks(source, chunkBytes, onBytes)) {
    hash.update(chunk);
    ends.add(chunk);
    utf8.add(chunk);
    mayQuote ||= chunk.includes(quoteByte);
    const zero = nulAt === undefined ? chunk.indexOf(0) : -1;
    if (zero >= 0) nulAt = position + zero;
    position += chunk.length;
  }
  return { sha256: hash.digest('hex'), lineEnds: ends.found(), mayQuote, nulAt, utf8: utf8.facts() };
}

/**
 * So many hanzi in a row do not come out of GBK bytes by chance (RELIABILITY.md C10): behind them a bad byte is damage in a UTF-8 text,
 * and reading the text as GB18030 would turn all of it into other hanzi.
 */
const surelyUtf8 = 10;

async function requireGb18030(
  source: ByteSource,
  file: string,
  marked: Encoding | undefined,
  utf8To: number,
  chunkBytes: number,
): Promise<number> {
  const inUtf8 = await locateUndecodable(source, 'utf-8', utf8To);
  if (marked !== undefined || inUtf8.wide >= surelyUtf8) throw await undecodable(source, file, 'utf-8', inUtf8);
  const { decodableTo, nonAscii } = await checkDecoding(source, 'gb18030', chunkBytes);
  if (decodableTo === undefined) return nonAscii;
  const inGb18030 = await locateUndecodable(source, 'gb18030', decodableTo);
  if (inUtf8.offset >= inGb18030.offset) throw await undecodable(source, file, 'utf-8', inUtf8);
  throw await undecodable(source, file, 'gb18030', inGb18030);
}

async function requireDecodable(
  source: ByteSource,
  file: string,
  encoding: Encoding,
  chunkBytes: number,
): Promise<void> {
  const { decodableTo, nulAt } = await checkDecoding(source, encoding, chunkBytes);
  if (nulAt !== undefined) throw await nulRefusal(source, file, encoding, nulAt);
  if (decodableTo === undefined) return;
  throw await undecodable(source, file, encoding, await locateUndecodable(source, encoding, decodableTo));
}

const remedy = '应为 UTF-8、GB18030（GBK）或 UTF-16 文本，请重新导出，或用 Excel 打开后另存为 CSV UTF-8';

async function undecodable(source: ByteSource, file: string, encoding: Encoding, at: Undecodable): Promise<Error> {
  const line = await lineAt(source, encoding, at.offset);
  const what = `字节偏移 ${at.offset} 处的 “${at.bytes}” 不是有效的 ${encoding.toUpperCase()} 编码`;
  return refusal({ file, line }, 'undecodable-bytes', `${what}；${remedy}`);
}

async function nulRefusal(source: ByteSource, file: string, encoding: Encoding, offset: number): Promise<Error> {
  const line = await lineAt(source, encoding, offset);
  return refusal({ file, line }, 'undecodable-bytes', `字节偏移 ${offset} 处是空字节 “00”，文本里不应出现；${remedy}`);
}

function shortText(file: string, encoding: Encoding, nonAscii: number): readonly Problem[] {
  if (nonAscii === 0 || nonAscii >= fewNonAscii) return [];
  const message = `全文只有 “${nonAscii}” 个非英文字符，按 ${encoding.toUpperCase()} 读取；请核对中文是否正确，不正确请另存为 CSV UTF-8`;
  return [{ severity: 'warning', code: 'short-text', file, message }];
}
