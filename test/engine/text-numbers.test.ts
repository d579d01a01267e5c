import fc from 'fast-check';
import { expect, test } from 'vitest';
import { textNumbers } from '../../src/engine/text-numbers.js';

const texts = fc.array(fc.oneof(fc.stringMatching(/^\d{0,3}$/), fc.stringMatching(/^\d{12,20}$/), fc.string()), {
  maxLength: 60,
});

test.each<[string, (text: string) => number]>([
  ['hashes that all differ a little', (text) => Number(text.slice(0, 9)) | 0],
  ['hashes of few values, below 0 too', (text) => text.length - 5],
  ['one hash for all, at the end of the slots', () => 1023],
  ['the largest hash of all', () => -1],
])('each text has the number of its first place among the different ones: %s', (_, hashOf) => {
  fc.assert(
    fc.property(texts, (asked) => {
      const { texts: known, numberOf } = textNumbers();
      const different = [...new Set(asked)];
      for (const text of asked) expect(numberOf(text, hashOf(text))).toBe(different.indexOf(text));
      expect(known).toEqual(different);
    }),
  );
});

test('numbers stay what they are while room is made for more', () => {
  const { texts: known, numberOf } = textNumbers();
  const asked = Array.from({ length: 5000 }, (_, at) => String(9900000000000000 + at * 7));
  const hashOf = (text: string) => Math.imul(Number(text.slice(-9)), 0x9e3779b1);
  for (const round of [1, 2]) {
    const numbers = asked.map((text) => numberOf(text, hashOf(text)));
    expect(
      numbers.every((number, at) => number === at),
      `round ${round}`,
    ).toBe(true);
  }
  expect(known).toEqual(asked);
});
