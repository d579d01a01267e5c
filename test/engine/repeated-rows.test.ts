import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repeatedRows } from '../../src/engine/repeated-rows.js';
import { hasId, newTape, type Tape } from '../../src/engine/tape.js';

interface Row {
  readonly day: number;
  readonly customer: number;
  /** Of 流水号; undefined = it has none. */
  readonly id?: number | undefined;
  /** Of the whole row. */
  readonly print: number;
}

function tapeOf(rows: readonly Row[]): Tape {
  const tape = newTape(Math.max(1, rows.length));
  for (const [row, { day, customer, id, print }] of rows.entries()) {
    tape.day[row] = day;
    tape.customer[row] = customer;
    tape.bits[row] = id === undefined ? 0 : hasId;
    [tape.idLow[row], tape.idHigh[row]] = [(id ?? 0) & 3, (id ?? 0) >> 2];
    [tape.low[row], tape.high[row]] = [print & 3, print >> 2];
  }
  tape.rows = rows.length;
  return tape;
}

const fresh: Row = { day: 20_000, customer: 1, id: 5, print: 9 };

describe('rows that share 流水号, customer and day with another one', () => {
  test('they are found, all of them and no others, ascending, whatever the days are', () => {
    const few = fc.integer({ min: 0, max: 8 });
    const row = fc.record({
      day: fc.oneof(fc.constantFrom(0, 1, 4096, 20_000), fc.integer({ min: -5000, max: 30_000 })),
      customer: fc.integer({ min: -1, max: 3 }),
      id: fc.option(few, { nil: undefined }),
      print: few,
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 300 }), (rows) => {
        const keys = rows.map(({ day, customer, id, print }) => [day, customer, id ?? `no ${print}`].join(' '));
        const uses = new Map<string, number>();
        for (const key of keys) uses.set(key, (uses.get(key) ?? 0) + 1);
        const repeated = [...rows.keys()].filter((at) => uses.get(keys[at]!)! > 1);
        expect([...repeatedRows(tapeOf(rows))]).toEqual(repeated);
      }),
    );
  });

  test.each<[string, Partial<Row>, readonly number[]]>([
    ['in nothing but the rest of the row', { print: 8 }, [0, 1]],
    ['in the day', { day: 20_001 }, []],
    ['by 4096 days', { day: 20_000 + 4096 }, []],
    ['in the customer', { customer: 2 }, []],
    ['in the 流水号', { id: 6 }, []],
    ['in the other half of the 流水号', { id: 9 }, []],
    ['in having a 流水号', { id: undefined, print: 5 }, []],
  ])('of two rows that differ %s', (_, other, found) => {
    expect([...repeatedRows(tapeOf([fresh, { ...fresh, ...other }]))]).toEqual(found);
  });

  test('rows without 流水号 are compared as a whole', () => {
    const rows = [9, 8, 9].map((print): Row => ({ ...fresh, id: undefined, print }));
    expect([...repeatedRows(tapeOf(rows))]).toEqual([0, 2]);
  });

  test.each([0, 1, 4094, 4095, 4096, 8191, 20_000])('all of two hundred pairs of day %i are found', (day) => {
    const rows = Array.from({ length: 400 }, (_, row): Row => ({ day, customer: 7, id: row >> 1, print: row }));
    expect([...repeatedRows(tapeOf(rows))]).toEqual([...rows.keys()]);
  });

  test('a tape without rows has none', () => {
    expect(repeatedRows(tapeOf([]))).toHaveLength(0);
  });
});
