import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sheetNames } from '../../src/render/sheet-names.js';

test.each([
  [['RFM汇总'], ['RFM汇总']],
  [['a*b?c:d\\e/f[g]'], ['a_b_c_d_e_f_g_']],
  [
    ['明细', '明细'],
    ['明细', '明细~2'],
  ],
  [
    ['abc', 'ABC', 'Abc'],
    ['abc', 'ABC~2', 'Abc~3'],
  ],
  [['History'], ['表History']],
  [[''], ['表']],
  [["'甲'"], ['’甲’']],
  [
    ['长'.repeat(40), '长'.repeat(40)],
    ['长'.repeat(31), `${'长'.repeat(29)}~2`],
  ],
  [[`${'a'.repeat(30)}𠮷`], ['a'.repeat(30)]],
])('%j become %j', (names, expected) => expect(sheetNames(names)).toEqual(expected));

test('two thousand random names are valid, and different without regard to case', () => {
  const name = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(..."aAbB表单*?/[]:'\u0001~2 ") }),
  );
  fc.assert(
    fc.property(fc.array(name, { minLength: 20, maxLength: 20 }), (names) => {
      const valid = sheetNames(names);
      expect(new Set(valid.map((text) => text.toLowerCase())).size).toBe(names.length);
      for (const text of valid) {
        expect(text).toMatch(/^[^*?:\\/[\]'\u0000-\u001f][^*?:\\/[\]\u0000-\u001f]*$/u);
        expect(text.length).toBeLessThanOrEqual(31);
        expect(text).not.toMatch(/\p{Cs}/u);
        expect(text.toLowerCase()).not.toBe('history');
      }
    }),
  );
});
