import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saleKeyOf, saleKeys, withoutRepeats } from '../../../src/analysis/sales/sale-key.js';
import { secretIn } from '../../../src/render/leak-scan.js';

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

test.each<[number, string]>([
  [12_999_999_999, 'C01|P1|12999999999'],
  [13_000_000_000, 'C01|P1|130,000,000.00'],
  [19_999_999_999, 'C01|P1|199,999,999.99'],
  [-15_000_000_000, 'C01|P1|-150,000,000.00'],
  [20_000_000_000, 'C01|P1|20000000000'],
  [150_000_000_000, 'C01|P1|150000000000'],
])('a key with %d 分 reads %s, and nothing in it looks like a phone', (amountFen, key) => {
  expect(saleKeyOf(['C01', 'P1', amountFen])).toBe(key);
  expect(secretIn(key, { values: new Map(), shown: new Set() })).toBeUndefined();
});
