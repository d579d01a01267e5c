// The combinations of words that a file is known to hold, in the form that the row query looks them up in.

/**
 * The combinations of words that are known, by hash, as two lists of one length: `words[slot]` is the hash that stands in a slot,
 * `special[slot]` its flags that ask for the row itself. Looked up in a list and not in a table, because no join keeps the order of rows.
 */
export interface KnownWords {
  readonly words: readonly bigint[];
  readonly special: readonly number[];
  /** The slot is `(hash >> shift) & (length - 1)`. */
  readonly shift: number;
}

const [leastSlots, mostSlots] = [256, 4096];
const shifts = [0, 8, 16, 24, 32, 40, 48];

/**
 * Puts hashes of words into slots. Two that fall into one slot get in each other's way, and the later one stays unknown: of several ways
 * to make slots of hashes the one that leaves out the fewest is taken.
 */
export function knownWords(special: ReadonlyMap<bigint, number>): KnownWords {
  let slots = leastSlots;
  while (slots < special.size * 8 && slots < mostSlots) slots *= 2;
  const ways = shifts.map((shift) => {
    const taken = new Map<number, bigint>();
    for (const hash of special.keys()) {
      const slot = Number((hash >> BigInt(shift)) & BigInt(slots - 1));
      if (!taken.has(slot)) taken.set(slot, hash);
    }
    return { shift, taken };
  });
  const { shift, taken } = ways.reduce((best, way) => (way.taken.size > best.taken.size ? way : best));
  const words = Array.from({ length: slots }, (_, slot) => taken.get(slot) ?? 0n);
  return { shift, words, special: words.map((hash) => special.get(hash) ?? 0) };
}
