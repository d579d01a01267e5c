/** Small numbers for 64-bit hashes, in the order in which they appear: open addressing, 12 bytes a slot, at most 60 % full. */
export interface HashIndex {
  /** The number of a hash; -1 where it is new and has just got the next one. */
  claim(low: number, high: number): number;
  /** The number of a hash, -1 where it has none. */
  find(low: number, high: number): number;
}

export function hashIndex(): HashIndex {
  let mask = 1023;
  let numbers = new Int32Array(mask + 1).fill(-1);
  let words = new Uint32Array((mask + 1) * 2);
  let used = 0;

  function slotOf(low: number, high: number): number {
    let slot = low & mask;
    while (numbers[slot]! >= 0 && (words[slot * 2] !== low || words[slot * 2 + 1] !== high)) slot = (slot + 1) & mask;
    return slot;
  }

  function put(low: number, high: number, number: number): void {
    const slot = slotOf(low, high);
    numbers[slot] = number;
    words[slot * 2] = low;
    words[slot * 2 + 1] = high;
  }

  function double(): void {
    const [oldNumbers, oldWords] = [numbers, words];
    mask = mask * 2 + 1;
    numbers = new Int32Array(mask + 1).fill(-1);
    words = new Uint32Array((mask + 1) * 2);
    for (const [slot, number] of oldNumbers.entries())
      if (number >= 0) put(oldWords[slot * 2]!, oldWords[slot * 2 + 1]!, number);
  }

  return {
    find: (low, high) => numbers[slotOf(low, high)]!,
    claim(low, high) {
      const known = numbers[slotOf(low, high)]!;
      if (known >= 0) return known;
      if (used * 5 > mask * 3) double();
      put(low, high, used);
      used += 1;
      return -1;
    },
  };
}

/** A hash of DuckDB out of its two words. */
export function hash64(low: number, high: number): bigint {
  return (BigInt(high) << 32n) | BigInt(low);
}
