import { free } from './free.js';
import { hasId, type Tape } from './tape.js';

/** Days of eleven years; an older one shares its slots with a newer one. */
const dayCount = 4096;

/** Rows, ascending, that share 流水号 (without one: their fingerprint), customer and day with another one. */
export function repeatedRows(tape: Tape): Int32Array {
  const isRepeated = new Uint8Array(tape.rows);
  const { firstSlot, mask, size } = placesOf(tape);
  // Row + 1; 0 = free.
  const slots = new Int32Array(size);
  let repeats = 0;
  for (let row = 0; row < tape.rows; row += 1) {
    const place = tape.day[row]! & (dayCount - 1);
    const first = firstSlot[place]!;
    let offset = hashOf(tape, row) & mask[place]!;
    while (slots[first + offset] !== 0 && !isSame(tape, slots[first + offset]! - 1, row))
      offset = (offset + 1) & mask[place]!;
    const held = slots[first + offset]! - 1;
    if (held < 0) {
      slots[first + offset] = row + 1;
      continue;
    }
    repeats += 2 - isRepeated[held]!;
    isRepeated[held] = 1;
    isRepeated[row] = 1;
  }
  free([slots]);
  return rowsOf(isRepeated, repeats);
}

function hashOf(tape: Tape, row: number): number {
  const low = (tape.bits[row]! & hasId) === 0 ? tape.low[row]! : tape.idLow[row]!;
  return low ^ Math.imul(tape.customer[row]!, 0x9e3779b1);
}

function isSame(tape: Tape, a: number, b: number): boolean {
  if (tape.customer[a] !== tape.customer[b] || tape.day[a] !== tape.day[b]) return false;
  const id = tape.bits[a]! & hasId;
  if (id !== (tape.bits[b]! & hasId)) return false;
  return id === 0
    ? tape.low[a] === tape.low[b] && tape.high[a] === tape.high[b]
    : tape.idLow[a] === tape.idLow[b] && tape.idHigh[a] === tape.idHigh[b];
}

/** Each day has slots of its own, at most two thirds full: exports are sorted by day, and those of one day stay near the processor. */
function placesOf({ day, rows }: Tape) {
  const rowsOf = new Uint32Array(dayCount);
  for (let row = 0; row < rows; row += 1) rowsOf[day[row]! & (dayCount - 1)]! += 1;
  const firstSlot = new Uint32Array(dayCount);
  const mask = new Uint32Array(dayCount);
  let size = 0;
  for (const [place, count] of rowsOf.entries()) {
    if (count === 0) continue;
    const slots = 2 ** Math.ceil(Math.log2(count * 1.5));
    firstSlot[place] = size;
    mask[place] = slots - 1;
    size += slots;
  }
  return { firstSlot, mask, size };
}

function rowsOf(isRepeated: Uint8Array, repeats: number): Int32Array {
  const rows = new Int32Array(repeats);
  let found = 0;
  for (let row = 0; found < repeats; row += 1) if (isRepeated[row] === 1) rows[found++] = row;
  return rows;
}
