import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { currentNumbers, withCurrentNumber, withoutFormerRows } from '../../src/model/customer-merge.js';

const merges = (...pairs: readonly string[]) => pairs.map((pair) => ({ oldNo: pair[0] ?? '', newNo: pair[1] ?? '' }));

describe('the 客户号 of today', () => {
  test.each([
    ['a chain is followed to its end', ['AB', 'BC'], { A: 'C', B: 'C' }],
    ['also when its rows come the other way round', ['CD', 'BC', 'AB'], { A: 'D', B: 'D', C: 'D' }],
    ['two numbers may be merged into one', ['AC', 'BC'], { A: 'C', B: 'C' }],
    ['a row that comes twice says it once', ['AB', 'AB'], { A: 'B' }],
    ['a number merged into itself stays', ['AA'], {}],
  ])('%s', (_, pairs, expected) => {
    const { numbers, conflicts } = currentNumbers(merges(...pairs));
    expect(Object.fromEntries(numbers)).toEqual(expected);
    expect(conflicts).toEqual([]);
  });

  test.each([
    ['a cycle', ['AB', 'BA'], [{ kind: 'cycle', custNo: 'A' }]],
    ['a cycle behind a chain, once', ['XC', 'CB', 'BC', 'YX'], [{ kind: 'cycle', custNo: 'B' }]],
    ['a number merged into two', ['BC', 'AB', 'AC'], [{ kind: 'fork', custNo: 'A' }]],
  ])('%s is a conflict', (_, pairs, expected) => {
    expect(currentNumbers(merges(...pairs)).conflicts).toEqual(expected);
  });

  test('a long chain takes no time', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) => ({ oldNo: String(at), newNo: String(at + 1) }));
    expect(currentNumbers(chain).numbers.get('0')).toBe('20000');
  });

  test('nobody is sent to a number that is no longer used, whatever is merged', () => {
    const number = fc.constantFrom('A', 'B', 'C', 'D', 'E');
    fc.assert(
      fc.property(fc.array(fc.record({ oldNo: number, newNo: number })), (pairs) => {
        const { numbers } = currentNumbers(pairs);
        for (const current of numbers.values()) expect(numbers.has(current)).toBe(false);
      }),
    );
  });
});

describe('records', () => {
  const { numbers } = currentNumbers(merges('AB'));

  test('change their number and nothing else; others stay the very same', () => {
    const other = { custNo: 'C' };
    expect(withCurrentNumber({ custNo: 'A', aum: 1 }, numbers)).toMatchObject({ custNo: 'B', aum: 1 });
    expect(withCurrentNumber(other, numbers)).toBe(other);
    expect(withCurrentNumber<{ custNo?: string }>({}, numbers)).toEqual({});
  });

  test('a former customer row gives way to the row of the number of today, and stands in where there is none', () => {
    const [former, own] = [
      { custNo: 'A', name: '旧' },
      { custNo: 'B', name: '新' },
    ];
    expect(withoutFormerRows([former, own], numbers)).toEqual([own]);
    expect(withoutFormerRows([former], numbers)).toMatchObject([{ custNo: 'B', name: '旧' }]);
  });
});
