import type { Tape } from './tape.js';

/** At least so many bits for every row: about one in thirty finds its bit set by chance. */
const bitsPerRow = 16;
/** So many for every row that did: about one row in thirty is taken for repeated by chance. */
const bitsPerRepeat = 32;
const mostBits = 2 ** 29;

/** Days of eleven years; an older one has its bits among those of a newer one. */
const dayCount = 4096;

/** A positive word that is well spread in its low bits and agrees for equal rows, or -1 for a row that is not to be looked at. */
type KeyOf = (row: number) => number;

/** The rows whose key and day stand in another row as well, ascending, and by chance a few more: some bits a row instead of a table. */
export function repeatedRows(tape: Tape, keyOf: KeyOf): Int32Array {
  const repeats = rowsSeenBefore(tape, keyOf);
  if (repeats.length === 0) return new Int32Array(0);
  const size = sizeFor(Math.min(repeats.length * bitsPerRepeat, mostBits));
  const marks = new Uint32Array(size / 32);
  const mask = size - 1;
  for (const row of repeats) {
    const slot = keyOf(row) & mask;
    marks[slot >>> 5]! |= 1 << (slot & 31);
  }
  const found: number[] = [];
  for (let row = 0; row < tape.rows; row += 1) {
    const key = keyOf(row);
    if (key < 0) continue;
    const slot = key & mask;
    if ((marks[slot >>> 5]! & (1 << (slot & 31))) !== 0) found.push(row);
  }
  return Int32Array.from(found);
}

/** Each day has bits of its own: exports are sorted by day, and those of one day stay near the processor. */
function rowsSeenBefore(tape: Tape, keyOf: KeyOf): readonly number[] {
  const { firstWord, mask, words } = placesOf(tape);
  const seen = new Uint32Array(words);
  const repeats: number[] = [];
  for (let row = 0; row < tape.rows; row += 1) {
    const key = keyOf(row);
    if (key < 0) continue;
    const place = tape.day[row]! & (dayCount - 1);
    const slot = key & mask[place]!;
    const word = firstWord[place]! + (slot >>> 5);
    const bit = 1 << (slot & 31);
    if ((seen[word]! & bit) !== 0) repeats.push(row);
    else seen[word]! |= bit;
  }
  return repeats;
}

/** Where the bits of each day are. */
function placesOf({ day, rows }: Tape) {
  const rowsOf = new Uint32Array(dayCount);
  for (let row = 0; row < rows; row += 1) rowsOf[day[row]! & (dayCount - 1)]! += 1;
  const bits = Math.min(bitsPerRow, mostBits / rows);
  const firstWord = new Uint32Array(dayCount);
  const mask = new Uint32Array(dayCount);
  let words = 0;
  for (const [place, count] of rowsOf.entries()) {
    const size = sizeFor(count * bits);
    firstWord[place] = words;
    mask[place] = size - 1;
    words += size / 32;
  }
  return { firstWord, mask, words };
}

/** A power of two. */
function sizeFor(bits: number): number {
  let size = 32;
  while (size < bits) size *= 2;
  return size;
}
