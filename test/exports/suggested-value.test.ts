import { describe, expect, test } from 'vitest';
import { codeField, dayField, fenField, idField, personal, textField } from '../../src/exports/field.js';
import { suggestedValue } from '../../src/exports/suggested-value.js';

const day = dayField('交易日期');
const fen = fenField('交易金额');
const dc = codeField('借贷标志', '', (text) => (text === '借' ? 'D' : undefined), '借或贷');

describe('a suggestion', () => {
  test.each([
    ['*2025-09-10。', '2025-09-10'],
    ['“2025-09-10”', '2025-09-10'],
    ['2025-09-O7', '2025-09-07'],
    ['2025-09-l7', '2025-09-17'],
    ['2025-09/10', '2025-09-10'],
    ['2025- 09 -10', '2025-09-10'],
    ['2025,9,1', '2025-09-01'],
  ])('for the day %s is %s', (text, expected) => {
    expect(suggestedValue(day, text, 1)).toBe(expected);
  });

  test.each(['2025-02-30', '2025/13/01', '25-09-01', '09/10', '', '2025-09-10至2025-09-11', '不详', '*1900-01-01*'])(
    'for the day “%s” would be a guess',
    (text) => {
      expect(suggestedValue(day, text, 1)).toBeUndefined();
    },
  );

  test.each([
    ['1,234.50。', '1,234.50'],
    ['1234.5O', '1234.50'],
    ['1,234.5元整', '1,234.5元'],
    ['12。50', '12.50'],
    ['~100.00', '100.00'],
  ])('for the amount %s is %s', (text, expected) => {
    expect(suggestedValue(fen, text, 1)).toBe(expected);
  });

  test.each(['12.345', '1,23,456', '12.3.4', '1.2E+05', '100.00-200.00', 'USD 12', '壹佰元', '5²'])(
    'for the amount “%s” would be a guess',
    (text) => {
      expect(suggestedValue(fen, text, 1)).toBeUndefined();
    },
  );

  test('for a code is what stands between stray characters', () => {
    expect(suggestedValue(dc, '“借”', 1)).toBe('借');
  });

  test('is never made for personal fields, ids or texts', () => {
    expect(suggestedValue({ ...day, ...personal }, '2025-09-O7', 1)).toBeUndefined();
    expect(suggestedValue(idField('客户号'), '6.2E+18', 1)).toBeUndefined();
    expect(suggestedValue(textField('摘要'), '*工资', 1)).toBeUndefined();
  });
});
