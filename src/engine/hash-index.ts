/** Small numbers for 64-bit hashes, in the order in which they appear: open addressing, 16 bytes a slot, at most 60 % full. */
export interface HashIndex {
  /** The number of a hash; -1 where it is new and has just got the next one. */
  claim(low: number, high: number): number;
  /** The number of a hash, -1 where it has none. */
  find(low: number, high: number): number;
}

/** Words of a slot: low, high, number + 1 (0 = free), and one that keeps a slot within one line of the processor's memory. */
const slotWords = 4;

export function hashIndex(): HashIndex {
  let mask = 1023;
  let slots = new Uint32Array((mask + 1) * slotWords);
  let used = 0;

  /** Where the slot begins that has the hash, or would get it. */
  function placeOf(low: number, high: number): number {
    let slot = low & mask;
    for (;;) {
      const place = slot * slotWords;
      if (slots[place + 2] === 0 || (slots[place] === low && slots[place + 1] === high)) return place;
      slot = (slot + 1) & mask;
    }
  }

  function put(low: number, high: number, number: number): void {
    const place = placeOf(low, high);
    slots[place] = low;
    slots[place + 1] = high;
    slots[place + 2] = number + 1;
  }

  function double(): void {
    const old = slots;
    mask = mask * 2 + 1;
    slots = new Uint32Array((mask + 1) * slotWords);
    for (let place = 0; place < old.length; place += slotWords)
      if (old[place + 2] !== 0) put(old[place]!, old[place + 1]!, old[place + 2]! - 1);
  }

  return {
    find: (low, high) => slots[placeOf(low, high) + 2]! - 1,
    claim(low, high) {
      const known = slots[placeOf(low, high) + 2]! - 1;
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
