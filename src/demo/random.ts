/** Repeatable dice: the same seed and stream always give the same numbers. */
export interface Random {
  /** A fraction with 0 ≤ x < 1. */
  fraction(): number;
  /** A whole number, both ends inclusive. */
  int(from: number, to: number): number;
  /** True in this share of the calls. */
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  /** A new list; the given one is left alone. */
  shuffle<T>(list: readonly T[]): readonly T[];
}

/** Spreads neighbouring seeds and streams far apart (the finaliser of MurmurHash3). */
function scramble(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** The dice of one stream (mulberry32): streams of one seed are independent, so a customer can be invented again alone. */
export function randomOf(seed: number, stream: number): Random {
  let state = scramble(scramble(seed) + Math.imul(stream + 1, 0x9e3779b1));
  const fraction = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
  const int = (from: number, to: number): number => from + Math.floor(fraction() * (to - from + 1));
  return {
    fraction,
    int,
    chance: (share) => fraction() < share,
    pick: (list) => {
      if (list.length === 0) throw new RangeError('nothing to pick from');
      return list[int(0, list.length - 1)] as (typeof list)[number];
    },
    shuffle: (list) => {
      const shuffled = [...list];
      for (let last = shuffled.length - 1; last > 0; last--) {
        const other = int(0, last);
        [shuffled[last], shuffled[other]] = [shuffled[other]!, shuffled[last]!];
      }
      return shuffled;
    },
  };
}
