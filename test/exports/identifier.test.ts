import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasLostDigits, readId } from '../../src/exports/identifier.js';
import { isMasked } from '../../src/model/mask.js';

describe('an id is text from first to last', () => {
  test.each([
    ['0001234567', '0001234567'],
    ['6222021234567890123', '6222021234567890123'],
    ['6222 0212 3456 7890 123', '6222021234567890123'],
    ['6222 **** 0123', '6222****0123'],
    ['C０１２', 'C012'],
    ['６２２２', '6222'],
    ['62\u200b22', '6222'],
    ['11010119900307123X', '11010119900307123X'],
    ['12E34', '12E34'],
    ['1E5', '1E5'],
    ['010-62220212', '010-62220212'],
    ['AB 12', 'AB 12'],
    ['12345678 张三', '12345678'],
    ['1234 5678 张三', '12345678'],
    ['1234 567 张三', undefined],
    ['6222 0212 3456 张3', undefined],
    ['1234 张三', '1234 张三'],
    ['__proto__', '__proto__'],
  ])('%s is %s', (text, id) => {
    expect(readId(text)).toBe(id);
  });

  test.each([
    '6.22202E+18',
    '6.22202123456789e+18',
    '6E+18',
    '6.2E+5',
    '6222021234567890.0',
    '6.22202E18',
    '6222021234567890000.0',
    '６.２２Ｅ＋１８',
  ])('%s has lost digits and is no id', (text) => {
    expect(readId(text)).toBeUndefined();
    expect(hasLostDigits(text.normalize('NFKC'))).toBe(true);
  });

  test.each(['622202123456789.0', '6222021234567890', '12E34', '1E5', 'E+5', '6.5', ''])(
    '“%s” has not lost digits',
    (text) => {
      expect(hasLostDigits(text)).toBe(false);
    },
  );

  test('a decimal number is no id', () => {
    expect(readId('10086.0')).toBeUndefined();
  });

  test('digits come out as they went in, whatever their number', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^\d{1,30}$/), (digits) => {
        expect(readId(digits)).toBe(digits);
        expect(hasLostDigits(digits)).toBe(false);
      }),
    );
  });

  test('reading an id twice changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const id = readId(text);
        if (id !== undefined) expect(readId(id)).toBe(id);
      }),
    );
  });

  test.each([
    ['6222****1234', true],
    ['1234＊＊＊9876', true],
    ['6222021234', false],
  ])('%s is masked: %s', (text, masked) => {
    expect(isMasked(text)).toBe(masked);
  });
});
