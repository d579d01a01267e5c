import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { datedStem, pathInside, safeNamePart, uniqueStems } from '../../src/cli/ledger-file-name.js';

describe('names of ledger files', () => {
  test.each([
    ['../../etc/passwd', 'etcpasswd'],
    ['城东（支行）', '城东(支行)'],
    ['a\u202Eb', 'ab'],
    ['李\u0000四', '李四'],
    ['阿迪力·买买提', '阿迪力·买买提'],
    ['<>:"/\\|?*', ''],
  ])('of %j only %j may stand in one', (text, safe) => {
    expect(safeNamePart(text)).toBe(safe);
  });

  test('parts that are unknown are left out', () => {
    expect(datedStem('台账', [null, '城东支行'], '20250930')).toBe('台账_城东支行_20250930');
    expect(datedStem('台账', [null, null], '20250930')).toBe('台账_20250930');
  });

  test('twins that differ by case only are told apart', () => {
    expect(uniqueStems(['台账_A1', '台账_a1', '台账_A1'])).toEqual(['台账_A1', '台账_a1~2', '台账_A1~3']);
  });

  test('no name leads out of the folder or is too long for a disk', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 120 }), fc.string({ maxLength: 120 }), (no, name) => {
        const file = `${datedStem('台账', [no, name], '20250930')}.xlsx`;
        expect(pathInside('/结果', file)).toBe(`/结果/${file}`);
        expect(Buffer.byteLength(file)).toBeLessThanOrEqual(180);
      }),
      { numRuns: 2000 },
    );
  });

  test('a name with a separator is a bug', () => {
    expect(() => pathInside('/结果', '../台账.xlsx')).toThrow(RangeError);
  });
});
