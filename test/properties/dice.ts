// Seeded chance: the same seed gives the same branch on every machine.

export interface Dice {
  /** 0 ≤ n < below. */
  below(below: number): number;
  between(from: number, to: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  shuffled<T>(list: readonly T[]): readonly T[];
}

export function diceOf(seed: number): Dice {
  let state = (seed * 0x9e3779b1) >>> 0;
  function below(limit: number): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * limit);
  }
  return {
    below,
    between: (from, to) => from + below(to - from + 1),
    chance: (share) => below(1_000_000) < share * 1_000_000,
    pick: (list) => list[below(list.length)]!,
    shuffled(list) {
      const rest = [...list];
      for (let at = rest.length - 1; at > 0; at -= 1) {
        const other = below(at + 1);
        [rest[at], rest[other]] = [rest[other]!, rest[at]!];
      }
      return rest;
    },
  };
}
