import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ascendingMapOf, isAscendingMap } from '../../src/model/ascending-map.js';

type Entry = readonly [string, number];
const entry: fc.Arbitrary<Entry> = fc.tuple(fc.constantFrom('', 'A', 'AB', 'B', '10', '9', '号'), fc.nat(9));

function of(entries: readonly Entry[]) {
  return ascendingMapOf(
    entries,
    ([key]) => key,
    ([, value]) => value,
  );
}

test('entries in ascending order make a map that answers as any other', () => {
  fc.assert(
    fc.property(fc.uniqueArray(entry, { selector: ([key]) => key }), (entries) => {
      const sorted = entries.toSorted(([a], [b]) => (a < b ? -1 : 1));
      const plain = new Map(sorted);
      const map = of(sorted) ?? new Map();
      const visited: Entry[] = [];
      map.forEach((value, key) => {
        visited.push([key, value]);
      });
      expect([isAscendingMap(map), isAscendingMap(plain)]).toEqual([true, false]);
      expect([map.size, ...map.keys()]).toEqual([plain.size, ...plain.keys()]);
      expect([...map.values()]).toEqual([...plain.values()]);
      expect([[...map], [...map.entries()], visited]).toEqual([[...plain], [...plain], [...plain]]);
      for (const key of ['A', 'B', '10', 'Z'])
        expect([map.get(key), map.has(key)]).toEqual([plain.get(key), plain.has(key)]);
    }),
  );
});

test.each<[string, readonly Entry[]]>([
  [
    'descend',
    [
      ['B', 1],
      ['A', 2],
    ],
  ],
  [
    'stand twice',
    [
      ['A', 1],
      ['A', 1],
    ],
  ],
  [
    'ascend as numbers and not as texts',
    [
      ['9', 1],
      ['10', 2],
    ],
  ],
])('there is none of keys that %s', (_, entries) => {
  expect(of(entries)).toBeUndefined();
});
