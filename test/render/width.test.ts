import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutDisplay, displayWidth, padDisplay, wrapDisplay } from '../../src/render/width.js';

describe('display width', () => {
  test.each([
    ['', 0],
    ['abc', 3],
    ['睡眠客户', 8],
    ['ＡＢ', 4],
    ['，。（）', 8],
    ['R=30≤30', 7],
    ['𠮷野', 4],
    ['e\u0301', 1],
    ['a\u200bb', 2],
    ['\u0007', 0],
    ['—…', 2],
    ['\u3000', 2],
    ['한글', 4],
  ])('%j takes %i columns', (text, width) => expect(displayWidth(text)).toBe(width));

  test('a cut text is never wider than asked, and short texts stay whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(30), (text, width) => {
        const cut = cutDisplay(text, width);
        expect(displayWidth(cut)).toBeLessThanOrEqual(Math.max(width, 0));
        if (displayWidth(text) <= width) expect(cut).toBe(text);
      }),
    );
  });

  test('a Chinese character is never cut in half', () => {
    expect(cutDisplay('核心客户', 4)).toBe('核…');
    expect(cutDisplay('核心客户', 5)).toBe('核心…');
    expect(cutDisplay('核心客户', 8)).toBe('核心客户');
  });

  test('padding reaches the width on either side', () => {
    expect(padDisplay('户数', 6, 'left')).toBe('户数  ');
    expect(padDisplay('户数', 6, 'right')).toBe('  户数');
    expect(padDisplay('户数', 2, 'right')).toBe('户数');
  });

  test('wrapped lines join to the text and keep the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 2, max: 20 }), (text, width) => {
        const lines = wrapDisplay(text, width);
        expect(lines.join('')).toBe(text);
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(width);
      }),
    );
  });
});
