import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { jsonChunks } from '../../src/render/json.js';

function written(...args: Parameters<typeof jsonChunks>): string {
  return Buffer.concat([...jsonChunks(...args)]).toString();
}

describe('json', () => {
  test('the streamed text is what JSON.stringify writes, and a newline', () => {
    const value = fc.oneof(fc.jsonValue({ stringUnit: 'binary' }), fc.jsonValue({ maxDepth: 4 }));
    const report = fc.dictionary(fc.constantFrom('report', 'customers', 'summary', 'problems', 'b'), value);
    fc.assert(
      fc.property(report, fc.boolean(), (value, pretty) => {
        expect(written(value, ['customers', 'problems'], pretty)).toBe(
          `${JSON.stringify(value, null, pretty ? 2 : 0)}\n`,
        );
      }),
    );
  });

  test('objects of different keys in one place are each written with their own', () => {
    const row = fc.dictionary(
      fc.constantFrom('a', 'b', '1', '姓名', '"'),
      fc.oneof(fc.integer(), fc.constant(undefined)),
    );
    fc.assert(
      fc.property(fc.array(row), (customers) => {
        expect(written({ customers }, ['customers'])).toBe(`${JSON.stringify({ customers }, null, 2)}\n`);
      }),
    );
  });

  test.each([
    [0],
    [-0],
    [9],
    [10],
    [99],
    [100],
    [2_147_483_647],
    [2_147_483_648],
    [9_007_199_254_740_991],
    [-1],
    [0.1],
    [1e21],
    [1e-7],
    [Number.NaN],
    [Number.POSITIVE_INFINITY],
  ])('%d is written as JSON.stringify writes it', (value) => {
    expect(written([value], [], false)).toBe(`${JSON.stringify({ 0: value })}\n`);
  });

  test.each([
    ['\u001f'],
    ['"'],
    ['\\'],
    ['\u007f'],
    ['\u0080\u07ff\u0800\uffff'],
    ['赵云栖'],
    ['𠮷'],
    ['half of a pair: \ud842'],
    ['\udfb7'],
    ['\ud800'],
    ['\udbff'],
    ['\udc00'],
    ['\udfff'],
    ['\ud7ff\ue000'],
    ['a\u2028b\u2029\r\n'],
  ])('a text with special characters is written as JSON.stringify writes it: %j', (name) => {
    const value = { [name]: 1, customers: [{ name }] };
    expect(written(value, ['customers'])).toBe(`${JSON.stringify(value, null, 2)}\n`);
  });

  test('an iterable under a streamed key becomes an array, keys keep their order, undefined is left out', () => {
    const report = { b: 1, customers: new Set(['x', 'y']), a: undefined, z: 2 };
    expect(written(report, ['customers'], false)).toBe('{"b":1,"customers":["x","y"],"z":2}\n');
  });

  test('what JSON does not know is left out of objects, and null in lists', () => {
    const strange = [undefined, () => 1, Symbol('x')];
    const report = {
      a: strange[1],
      b: strange[2],
      customers: strange,
      c: { d: strange[1], e: strange[2] },
      f: strange,
    };
    expect(written(report, ['customers'], false)).toBe('{"customers":[null,null,null],"c":{},"f":[null,null,null]}\n');
  });

  test('a hundred thousand customers come in pieces', () => {
    const customers = Array.from({ length: 100_000 }, (_, index) => ({ customerId: `C${index}`, amountFen: index }));
    const pieces = [...jsonChunks({ customers }, ['customers'])];
    expect(Math.max(...pieces.map((piece) => piece.length))).toBeLessThan(280_000);
    expect(JSON.parse(Buffer.concat(pieces).toString())).toEqual({ customers });
  });

  test('an element longer than a piece is written whole', () => {
    const value = { customers: ['好'.repeat(300_000), '"'.repeat(300_000)] };
    expect(written(value, ['customers'])).toBe(`${JSON.stringify(value, null, 2)}\n`);
  });
});
