import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repeatedRows } from '../../src/engine/repeated-rows.js';
import { newTape, type Tape } from '../../src/engine/tape.js';

function tapeOf(days: readonly number[]): Tape {
  const tape = newTape(Math.max(1, days.length));
  tape.day.set(days);
  tape.rows = days.length;
  return tape;
}

/** 31 bits that look like chance. */
function spread(number: number): number {
  const word = Math.imul(number ^ (number >>> 16), 0x45d9f3b);
  return Math.imul(word ^ (word >>> 16), 0x45d9f3b) >>> 1;
}

describe('rows whose key and day stand in another row', () => {
  test('they are all found, ascending, whatever the days are', () => {
    const row = fc.record({ key: fc.integer({ min: 0, max: 40 }), day: fc.integer({ min: -5000, max: 30_000 }) });
    const crowded = fc.record({ key: fc.integer({ min: 0, max: 40 }), day: fc.constantFrom(0, 1, 4096, 20_000) });
    fc.assert(
      fc.property(fc.array(fc.oneof(row, crowded), { maxLength: 300 }), (rows) => {
        const found = repeatedRows(tapeOf(rows.map(({ day }) => day)), (at) => spread(rows[at]!.key));
        const uses = new Map<string, number>();
        for (const { key, day } of rows) uses.set(`${key} ${day}`, (uses.get(`${key} ${day}`) ?? 0) + 1);
        const repeated = [...rows.keys()].filter((at) => uses.get(`${rows[at]!.key} ${rows[at]!.day}`)! > 1);
        expect([...found]).toEqual(expect.arrayContaining(repeated));
        expect([...found]).toEqual([...found].sort((a, b) => a - b));
      }),
    );
  });

  test('rows without a key are never among them', () => {
    const found = repeatedRows(tapeOf([7, 7, 7, 7]), (row) => (row < 2 ? -1 : 5));
    expect([...found]).toEqual([2, 3]);
  });

  test.each([0, 1, 4094, 4095, 4096, 8191, 20_000])('all of two hundred pairs of day %i are found', (day) => {
    const days = Array.from({ length: 400 }, () => day);
    expect([...repeatedRows(tapeOf(days), (row) => spread(row >> 1))]).toHaveLength(400);
  });

  test('0 is a key like any other', () => {
    expect([...repeatedRows(tapeOf([7, 7, 7]), (row) => (row === 1 ? 5 : 0))]).toEqual([0, 2]);
  });

  test.each([
    ['one day', () => 20_000],
    ['a year', (row: number) => 20_000 + (row % 365)],
    ['days that grow', (row: number) => 20_000 + Math.floor(row / 500)],
  ])('of a hundred thousand different rows within %s hardly any is taken for one', (_, dayOf) => {
    const rows = 100_000;
    const found = repeatedRows(tapeOf(Array.from({ length: rows }, (_, row) => dayOf(row))), spread);
    expect(found.length).toBeLessThan(rows / 8);
  });

  test('a tape without rows has none', () => {
    expect(repeatedRows(tapeOf([]), () => 0)).toHaveLength(0);
  });
});
