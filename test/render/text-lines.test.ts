import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { lineCount, textUnits, textWidth } from '../../src/render/text-lines.js';

describe('lines of a wrapped text', () => {
  test.each([
    ['', 10, 1],
    ['核心客户', 8, 1],
    ['核心客户', 7, 2],
    ['核心客户', 4, 2],
    ['第一行\n第二行', 20, 2],
    ['第一行\n第二行', 4, 4],
  ])('%j takes in %d units %i', (text, room, lines) => {
    expect(lineCount(text, room)).toBe(lines);
  });

  test('an amount is not broken while it fits on a line of its own', () => {
    expect(lineCount('差3,946,622.40元', 15)).toBe(2);
    expect(lineCount('3946622403946622', 10)).toBe(2);
  });

  test('no line begins with 。', () => {
    expect(lineCount('客户客户。客', 8)).toBe(2);
    expect(lineCount('客户客户。', 8)).toBe(2);
  });

  test('never fewer than the units divided by the room, and one where the width is its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('客', '户', '。', 'A', '1', ',', ' ', '（') }), (text) => {
        expect(lineCount(text, 12)).toBeGreaterThanOrEqual(Math.ceil(textUnits(text) / 12 - 1e-9));
        expect(lineCount(text, textWidth(text))).toBe(1);
      }),
    );
  });
});
