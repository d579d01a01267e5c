/** At least so many bits for every row: about one row in sixteen is taken for repeated by chance. */
const bitsPerRow = 16;
const mostBits = 2 ** 30;

/**
 * The rows whose key stands in another row as well, ascending, and by chance a few more: two bits a key instead of a table.
 * `keyOf` gives a word that is well spread in its low bits, or -1 for a row that is not to be looked at.
 */
export function repeatedRows(rows: number, keyOf: (row: number) => number): Int32Array {
  let size = 1024;
  while (size < rows * bitsPerRow && size < mostBits) size *= 2;
  const mask = size - 1;
  const seen = new Uint32Array(size / 32);
  const again = new Uint32Array(size / 32);
  let repeats = 0;
  for (let row = 0; row < rows; row += 1) {
    const key = keyOf(row);
    if (key < 0) continue;
    const slot = key & mask;
    const bit = 1 << (slot & 31);
    const word = slot >>> 5;
    if ((seen[word]! & bit) !== 0) {
      again[word]! |= bit;
      repeats += 1;
    } else seen[word]! |= bit;
  }
  if (repeats === 0) return new Int32Array(0);
  return rowsAt(rows, keyOf, again, mask);
}

function rowsAt(rows: number, keyOf: (row: number) => number, marks: Uint32Array, mask: number): Int32Array {
  const found: number[] = [];
  for (let row = 0; row < rows; row += 1) {
    const key = keyOf(row);
    if (key < 0) continue;
    const slot = key & mask;
    if ((marks[slot >>> 5]! & (1 << (slot & 31))) !== 0) found.push(row);
  }
  return Int32Array.from(found);
}
