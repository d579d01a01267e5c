import { describe, expect, test } from 'vitest';
import type { Field } from '../../src/exports/export.js';
import {
  codeField,
  dayField,
  fenField,
  idField,
  missingValue,
  personal,
  textField,
  timeField,
} from '../../src/exports/field.js';

describe('a field says how its column is called and read', () => {
  const cases: readonly (readonly [string, Field<unknown>, string, unknown])[] = [
    ['id', idField('账号 帐号'), '0622', '0622'],
    ['text', textField('摘要'), '结息', '结息'],
    ['fen', fenField('金额'), '1,234.56', 123456],
    ['day', dayField('日期'), '2025年9月30日', '2025-09-30'],
    ['time', timeField('时间'), '140506', '14:05:06'],
    ['code', codeField('标志', '', (text) => text === '是', '是或否'), '是', true],
  ];

  test.each(cases)('%s', (kind, field, text, value) => {
    expect(field.kind).toBe(kind);
    expect(field.read(text, 1)).toBe(value);
    expect(field.expected).toMatch(/\p{Script=Han}/u);
  });

  test('the first header is the one we print, and second choices stand apart', () => {
    expect(idField('账号 帐号', '卡号')).toMatchObject({ headers: ['账号', '帐号'], fallbackHeaders: ['卡号'] });
    expect(idField('账号')).not.toHaveProperty('fallbackHeaders');
  });

  test('a sentinel date is understood and says nothing', () => {
    expect(dayField('日期').read('99991231', 1)).toBeNull();
  });

  test('money follows the unit of its column', () => {
    expect(fenField('余额').read('1.5', 10000)).toBe(1500000);
  });

  test('personal columns are marked', () => {
    expect(textField('户名', '', personal).personal).toBe(true);
    expect(textField('摘要').personal).toBeUndefined();
  });
});

test('a missing value names its column, or all columns of which one would do', () => {
  expect(missingValue('交易日期')).toMatchObject({ code: 'missing-value', column: '交易日期' });
  expect(missingValue('账号', '客户号')).not.toHaveProperty('column');
  expect(missingValue('账号', '客户号').message).toContain('“账号”和“客户号”为空');
  expect(missingValue('账号').message).toContain('若为公式，请用 Excel 打开并保存一次');
});
