import { describe, expect, test } from 'vitest';
import { dayInName, settleAsOf } from '../../src/cli/as-of.js';
import type { Day } from '../../src/model/day.js';
import { UserError } from '../../src/model/errors.js';

const day = (text: string) => text as Day;
const nothing = { option: undefined, snapshots: [], statedEnds: [], names: [] };

describe('as-of day', () => {
  test.each([
    ['交易明细_20250930.csv', '2025-09-30'],
    ['交易明细_2025-09-30', '2025-09-30'],
    ['2025-09', '2025-09-30'],
    ['202502', '2025-02-28'],
    ['2024年2月', '2024-02-29'],
    ['2025年9月3日', '2025-09-03'],
    ['交易明细_202412-202503.csv', '2025-03-31'],
    ['账户清单.csv', undefined],
    ['流水6222021234567890123.csv', undefined],
    ['20251301.csv', undefined],
    ['2025.csv', undefined],
  ])('the name %s says %s', (name, expected) => {
    expect(dayInName(name)).toBe(expected);
  });

  test('the option beats the snapshot, the snapshot the preamble, the preamble the name', () => {
    const all = {
      option: day('2025-09-30'),
      snapshots: [day('2025-08-31'), day('2025-07-31')],
      statedEnds: [day('2025-06-30')],
      names: ['2025-05'],
    };
    expect(settleAsOf(all)).toEqual({ asOf: '2025-09-30', source: '--as-of' });
    expect(settleAsOf({ ...all, option: undefined }).asOf).toBe('2025-08-31');
    expect(settleAsOf({ ...all, option: undefined, snapshots: [] }).asOf).toBe('2025-06-30');
    expect(settleAsOf({ ...nothing, names: all.names }).asOf).toBe('2025-05-31');
  });

  test('nothing that says a day is a usage error, never today', () => {
    expect(() => settleAsOf(nothing)).toThrow(UserError);
    expect(() => settleAsOf(nothing)).toThrow(/--as-of/);
  });
});
