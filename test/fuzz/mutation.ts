// Seeded damage: the same seed damages the same way on every machine.

export interface Dice {
  /** 0 … below − 1. */
  below(limit: number): number;
}

/** A small generator (mulberry32); good enough to choose places and bytes. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  return {
    below(limit) {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
    },
  };
}

const fragments = [
  '"',
  '""',
  ',',
  '\n',
  '\r\n',
  '\r',
  '\t',
  '|',
  '\u0000',
  '\ufeff',
  '合计',
  '交易日期',
  '=',
  '-',
  '6.22E+18',
  '９',
  '\ufffd',
].map((text) => Buffer.from(text));

/** One to four changes: bytes flipped, cut out, doubled, or pieces put in that a reader may stumble over. */
export function mutated(bytes: Buffer, dice: Dice): Buffer {
  let result = Buffer.from(bytes);
  for (let changes = 1 + dice.below(4); changes > 0; changes--) {
    const at = dice.below(result.length + 1);
    const length = 1 + dice.below(12);
    const fragment = fragments[dice.below(fragments.length)] as Buffer;
    const [before, after] = [result.subarray(0, at), result.subarray(at)];
    switch (dice.below(5)) {
      case 0:
        if (at < result.length) result[at] = (result[at] as number) ^ (1 << dice.below(8));
        break;
      case 1:
        result = Buffer.concat([before, after.subarray(length)]);
        break;
      case 2:
        result = Buffer.concat([before, after.subarray(0, length), after]);
        break;
      case 3:
        result = Buffer.concat([before, fragment, after]);
        break;
      default:
        result = Buffer.from(before);
    }
  }
  return result;
}
