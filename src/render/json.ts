// A report as JSON in pieces: the long arrays element by element, so that a million customers never stand in memory as text.
import { type ByteWriter, newByteWriter, type Phrase, phraseOf } from './byte-writer.js';

const chunkBytes = 262_144;
/** Room for the element that fills a chunk up. */
const spareBytes = 16_384;

/**
 * A place in the report where values stand. Objects in one place mostly have the same keys: what is written before each of their values
 * is kept from the last one.
 */
interface Place {
  readonly level: number;
  keys: readonly string[];
  /** Line break, indentation, key and colon. */
  heads: readonly Phrase[];
  members: readonly Place[];
  items: Place | undefined;
}

function newPlace(level: number): Place {
  return { level, keys: [], heads: [], members: [], items: undefined };
}

const code = { comma: 0x2c, open: 0x7b, close: 0x7d, openList: 0x5b, closeList: 0x5d } as const;
const literal = { null: phraseOf('null'), true: phraseOf('true'), false: phraseOf('false') } as const;

interface JsonWriter {
  /** Any plain value; what JSON does not know is null. */
  value(value: unknown, place: Place): void;
  /** Line break and indentation. */
  newline(level: number): void;
  head(key: string, level: number): void;
}

function jsonWriter(out: ByteWriter, pretty: boolean): JsonWriter {
  const newlines: Phrase[] = [];

  function newline(level: number): void {
    if (!pretty) return;
    newlines[level] ??= phraseOf(`\n${'  '.repeat(level)}`);
    out.phrase(newlines[level]);
  }

  function headOf(key: string, level: number): Phrase {
    const line = pretty ? `\n${'  '.repeat(level)}` : '';
    return phraseOf(`${line}${JSON.stringify(key)}:${pretty ? ' ' : ''}`);
  }

  function learn(place: Place, keys: readonly string[]): void {
    place.keys = keys;
    place.heads = keys.map((key) => headOf(key, place.level + 1));
    place.members = keys.map(() => newPlace(place.level + 1));
  }

  function object(from: Readonly<Record<string, unknown>>, place: Place): void {
    let opening: number = code.open;
    let at = 0;
    for (const key in from) {
      if (key !== place.keys[at]) learn(place, Object.keys(from));
      const member = from[key];
      if (!isOmitted(member)) {
        out.byte(opening);
        opening = code.comma;
        out.phrase(place.heads[at] as Phrase);
        value(member, place.members[at] as Place);
      }
      at += 1;
    }
    if (opening === code.open) out.byte(code.open);
    else newline(place.level);
    out.byte(code.close);
  }

  function list(from: readonly unknown[], place: Place): void {
    place.items ??= newPlace(place.level + 1);
    out.byte(code.openList);
    for (let at = 0; at < from.length; at += 1) {
      if (at > 0) out.byte(code.comma);
      newline(place.level + 1);
      value(from[at], place.items);
    }
    if (from.length > 0) newline(place.level);
    out.byte(code.closeList);
  }

  function value(of: unknown, place: Place): void {
    if (typeof of === 'string') out.quoted(of);
    else if (typeof of === 'number') out.number(of);
    else if (typeof of === 'boolean') out.phrase(of ? literal.true : literal.false);
    else if (of === null || isOmitted(of)) out.phrase(literal.null);
    else if (Array.isArray(of)) list(of, place);
    else object(of as Readonly<Record<string, unknown>>, place);
  }

  return { value, newline, head: (key, level) => out.phrase(headOf(key, level)) };
}

function isOmitted(value: unknown): boolean {
  return value === undefined || typeof value === 'function' || typeof value === 'symbol';
}

function isIterable(value: unknown): value is Iterable<unknown> {
  return typeof value === 'object' && value !== null && Symbol.iterator in value;
}

/** The elements of one array, one level down. */
function* elements(values: Iterable<unknown>, out: ByteWriter, writer: JsonWriter): Generator<Uint8Array> {
  const place = newPlace(2);
  let isEmpty = true;
  out.byte(code.openList);
  for (const value of values) {
    if (!isEmpty) out.byte(code.comma);
    isEmpty = false;
    writer.newline(2);
    writer.value(value, place);
    if (out.length() >= chunkBytes) yield out.take();
  }
  if (!isEmpty) writer.newline(1);
  out.byte(code.closeList);
}

/**
 * The same bytes as JSON.stringify (indented by two, or compact) writes of plain values, in UTF-8, and a newline, in pieces of about
 * 256 KB. The values under `streamedKeys` may be any iterable and are written as arrays, one element at a time.
 * @example Buffer.concat([...jsonChunks({ a: [1] }, ['a'], false)]).toString() // => '{"a":[1]}\n'
 */
export function* jsonChunks(report: object, streamedKeys: readonly string[], pretty = true): Generator<Uint8Array> {
  const out = newByteWriter(chunkBytes + spareBytes);
  const writer = jsonWriter(out, pretty);
  let opening: number = code.open;
  for (const [key, value] of Object.entries(report)) {
    if (isOmitted(value)) continue;
    out.byte(opening);
    opening = code.comma;
    writer.head(key, 1);
    if (streamedKeys.includes(key) && isIterable(value)) yield* elements(value, out, writer);
    else writer.value(value, newPlace(1));
    if (out.length() >= chunkBytes) yield out.take();
  }
  if (opening === code.open) out.byte(code.open);
  else writer.newline(0);
  out.byte(code.close);
  out.byte(0x0a);
  yield out.take();
}
