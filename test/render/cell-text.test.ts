import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Format } from '../../src/ledger/sheet.js';
import { cellText, plainCellText } from '../../src/render/cell-text.js';

describe('cell texts', () => {
  const cases: readonly (readonly [Format, number | string | null, string, string])[] = [
    ['text', 'C001', 'C001', 'C001'],
    ['count', 1234567, '1,234,567', '1234567'],
    ['count', 0, '0', '0'],
    ['count', -1000, '-1,000', '-1000'],
    ['fen', 0, '0.00', '0.00'],
    ['fen', -520, '-5.20', '-5.20'],
    ['fen', 123456789012, '1,234,567,890.12', '1234567890.12'],
    ['fen', Number.MAX_SAFE_INTEGER, '90,071,992,547,409.91', '90071992547409.91'],
    ['fenWan', 4999, '0.00', '0.004999'],
    ['fenWan', 5000, '0.01', '0.005000'],
    ['fenWan', -5000, '-0.01', '-0.005000'],
    ['fenWan', -4999, '0.00', '-0.004999'],
    ['fenWan', 123456789012, '123,456.79', '123456.789012'],
    ['ratio', 0.22, '22.00%', '0.2200'],
    ['ratio', 1 / 3, '33.33%', '0.3333'],
    ['ratio', 0.00125, '0.13%', '0.0013'],
    ['ratio', 0.01005, '1.01%', '0.0101'],
    ['ratio', null, '—', ''],
    ['fen', null, '', ''],
    ['decimal', 12.005, '12.01', '12.01'],
    ['decimal', -0.5, '-0.50', '-0.50'],
    ['day', '2025-09-30', '2025-09-30', '2025-09-30'],
    ['fen', '未提供', '未提供', ''],
    ['decimal', '—', '—', ''],
    ['text', '未提供', '未提供', '未提供'],
  ];
  test.each(cases)('%s %j reads %s for people and %s for machines', (format, value, people, machines) => {
    expect(cellText(format, value)).toBe(people);
    expect(plainCellText(format, value)).toBe(machines);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])('%d is refused', (value) => {
    expect(() => cellText('count', value)).toThrow(TypeError);
    expect(() => plainCellText('fen', value)).toThrow(TypeError);
  });

  test('an amount in a machine file has two decimals and reads back to the same 分', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), (amount) => {
        const text = plainCellText('fen', amount);
        expect(text).toMatch(/^-?\d+\.\d{2}$/);
        expect(BigInt(text.replace('.', ''))).toBe(BigInt(amount));
      }),
    );
  });
});
