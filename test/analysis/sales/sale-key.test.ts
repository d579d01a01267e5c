import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saleKeys, withoutRepeats } from '../../../src/analysis/sales/sale-key.js';

interface Sale {
  readonly no: string | undefined;
  readonly day: string;
  readonly amount: number;
}

const sale = fc.record({
  no: fc.constantFrom(undefined, 'N1', 'N2'),
  day: fc.constantFrom('2025-07-01', '2025-07-02'),
  amount: fc.integer({ min: 1, max: 3 }),
});

const base = ({ no, day, amount }: Sale) => no ?? `${day}|${amount}`;
const keysOf = (sales: readonly Sale[]) => saleKeys(sales, base, ({ day }) => day);

describe('keys of sales', () => {
  test('are unique, and belong to what a sale says whatever the order of the file', () => {
    fc.assert(
      fc.property(
        fc
          .array(sale, { maxLength: 12 })
          .chain((sales) => fc.tuple(fc.constant(sales), fc.shuffledSubarray(sales, { minLength: sales.length }))),
        ([sales, shuffled]) => {
          const named = (list: readonly Sale[]) =>
            [...keysOf(list)].map(([of, key]) => `${key} ${JSON.stringify(of)}`).sort();
          expect(new Set(keysOf(sales).values()).size).toBe(sales.length);
          expect(named(shuffled)).toEqual(named(sales));
        },
      ),
    );
  });

  test('stay as they are when a later sale with the same number comes', () => {
    const first = { no: 'N1', day: '2025-07-01', amount: 3 };
    const second = { no: 'N1', day: '2025-07-02', amount: 1 };
    expect(keysOf([first]).get(first)).toBe('N1');
    expect([...keysOf([second, first]).entries()]).toEqual([
      [first, 'N1'],
      [second, 'N1#2'],
    ]);
  });

  test('exact repeats count once where they have a number, as two purchases where they have none', () => {
    const numbered = { no: 'N1', day: '2025-07-01', amount: 3 };
    const plain = { ...numbered, no: undefined };
    const sales = [numbered, { ...numbered }, plain, { ...plain }, { ...numbered, amount: 4 }];
    expect(withoutRepeats(sales, ({ no }) => no)).toEqual([numbered, plain, plain, { ...numbered, amount: 4 }]);
  });
});
