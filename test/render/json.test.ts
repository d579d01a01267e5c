import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonChunks } from '../../src/render/json.js';

describe('json', () => {
  test('the streamed text is what JSON.stringify writes, and a newline', () => {
    const report = fc.dictionary(fc.constantFrom('report', 'customers', 'summary', 'problems', 'b'), fc.jsonValue());
    fc.assert(
      fc.property(report, fc.boolean(), (value, pretty) => {
        const text = [...jsonChunks(value, ['customers', 'problems'], pretty)].join('');
        expect(text).toBe(`${JSON.stringify(value, null, pretty ? 2 : 0)}\n`);
      }),
    );
  });

  test('line separators of other alphabets do not disturb the indentation', () => {
    const value = { customers: [{ name: 'a\u2028b\u2029\r\n' }] };
    expect([...jsonChunks(value, ['customers'])].join('')).toBe(`${JSON.stringify(value, null, 2)}\n`);
  });

  test('an iterable under a streamed key becomes an array, keys keep their order, undefined is left out', () => {
    const report = { b: 1, customers: new Set(['x', 'y']), a: undefined, z: 2 };
    expect([...jsonChunks(report, ['customers'], false)].join('')).toBe('{"b":1,"customers":["x","y"],"z":2}\n');
  });

  test('a hundred thousand customers come in pieces', () => {
    const customers = Array.from({ length: 100_000 }, (_, index) => ({ customerId: `C${index}`, amountFen: index }));
    const pieces = [...jsonChunks({ customers }, ['customers'])];
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(70_000);
    expect(JSON.parse(pieces.join(''))).toEqual({ customers });
  });
});
