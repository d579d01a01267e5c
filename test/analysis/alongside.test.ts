import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alongside } from '../../src/analysis/alongside.js';
import { ascendingMap } from '../../src/model/ascending-map.js';

test('whatever is asked for in whatever order, the answer is that of the map', () => {
  const key = fc.constantFrom(...'ABCDEFGHIJKL');
  fc.assert(
    fc.property(fc.uniqueArray(key), fc.array(key), fc.boolean(), (held, asked, isSorted) => {
      const map = new Map((isSorted ? held.toSorted() : held).map((name) => [name, `of ${name}`]));
      const read = alongside(map);
      const keys = isSorted ? asked.toSorted() : asked;
      expect(keys.map(read)).toEqual(keys.map((name) => map.get(name)));
    }),
  );
});

test('a key that is asked for twice is found twice', () => {
  const read = alongside(new Map([['A', 1]]));
  expect([read('A'), read('A'), read('B'), read('A')]).toEqual([1, 1, undefined, 1]);
});

test('along an ascending map the answer is the same, for keys that it does not hold as well', () => {
  const key = fc.constantFrom(...'ABCDEFGHIJKL');
  fc.assert(
    fc.property(fc.uniqueArray(key), fc.array(key), fc.boolean(), (held, asked, isSorted) => {
      const names = held.toSorted();
      const read = alongside(
        ascendingMap(
          names,
          names.map((name) => `of ${name}`),
        ),
      );
      const keys = isSorted ? asked.toSorted() : asked;
      expect(keys.map(read)).toEqual(keys.map((name) => (held.includes(name) ? `of ${name}` : undefined)));
    }),
  );
});
