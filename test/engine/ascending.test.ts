import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ascending } from '../../src/engine/ascending.js';

test('texts come in the order of <, whatever they are written with', () => {
  const text = fc.oneof(
    fc.stringMatching(/^00\d{0,3}$/),
    fc.stringMatching(/^\d{8,20}$/),
    fc.stringMatching(/^6222[\d Ee.xX+-]{0,16}$/),
    fc.constantFrom('', '0', 'Infinity', 'C1', 'c1', '客户1', '\u{1f600}'),
    fc.string(),
  );
  fc.assert(
    fc.property(fc.uniqueArray(text, { maxLength: 60 }), (texts) => {
      expect(ascending(texts).map((index) => texts[index])).toEqual([...texts].sort());
    }),
  );
});

test('so do a hundred thousand numbers of nineteen digits, met in any order', () => {
  const texts = Array.from(
    { length: 100_000 },
    (_, at) => `62220212345${String((at * 7919) % 100_003).padStart(8, '0')}`,
  );
  expect(ascending(texts).map((index) => texts[index])).toEqual([...texts].sort());
});

test.each([
  ['shorter numbers with the digits of longer ones', ['20', '10', '1', '100']],
  ['letters among digits', ['1a', '19', '1:', '10', '1 ']],
  ['more digits than one number holds', ['10000000000000000000', '20000000000000000001', '20000000000000000000']],
])('so do %s', (_, texts) => {
  expect(ascending(texts).map((index) => texts[index])).toEqual([...texts].sort());
});
