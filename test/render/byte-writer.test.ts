import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newByteWriter, phraseOf } from '../../src/render/byte-writer.js';

const texts = ['', '1', '12', '元', '余额', 'é', '"', '\n', '𠮷', '\ud842', '元"元', '\u001f'];
const step = fc.oneof(
  fc.record({ kind: fc.constant('byte'), code: fc.integer({ min: 0x20, max: 0x7e }) }),
  fc.record({ kind: fc.constant('phrase'), text: fc.constantFrom(...texts) }),
  fc.record({ kind: fc.constant('quoted'), text: fc.constantFrom(...texts) }),
  fc.record({ kind: fc.constant('number'), value: fc.constantFrom(0, 9, 10, 99, 100, 2147483647, -1, -2147483648) }),
  fc.record({ kind: fc.constant('number'), value: fc.double() }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;

function textOf(of: Step): string {
  if ('code' in of) return String.fromCharCode(of.code);
  if ('value' in of) return JSON.stringify(of.value);
  return of.kind === 'quoted' ? JSON.stringify(of.text) : of.text;
}

test('no byte is lost where the room ends, however little there was of it', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 40 }), fc.array(step, { maxLength: 12 }), (capacity, steps) => {
      const out = newByteWriter(capacity);
      for (const of of steps) {
        if ('code' in of) out.byte(of.code);
        else if ('value' in of) out.number(of.value);
        else if (of.kind === 'quoted') out.quoted(of.text);
        else out.phrase(phraseOf(of.text));
      }
      const expected = Buffer.from(steps.map(textOf).join(''));
      expect(out.length()).toBe(expected.length);
      expect(Buffer.from(out.take())).toEqual(expected);
    }),
    { numRuns: 500, seed: 20250930 },
  );
});

test.each([1, 2, 3, 4, 5, 6, 7, 8, 24, 32, 33])(
  'a writer of %i bytes holds whatever fills it to the last',
  (capacity) => {
    const bytes = newByteWriter(capacity);
    for (let at = 0; at <= capacity; at += 1) bytes.byte(0x61);
    expect(Buffer.from(bytes.take()).toString()).toBe('a'.repeat(capacity + 1));
    const quoted = newByteWriter(capacity);
    quoted.quoted('元'.repeat(capacity));
    expect(Buffer.from(quoted.take()).toString()).toBe(`"${'元'.repeat(capacity)}"`);
    const numbers = newByteWriter(capacity);
    for (const value of [-1.2345678901234567e-123, 2147483647]) numbers.number(value);
    expect(Buffer.from(numbers.take()).toString()).toBe('-1.2345678901234567e-1232147483647');
    const escaped = newByteWriter(capacity);
    escaped.quoted(`"${'元'.repeat(capacity)}`);
    expect(Buffer.from(escaped.take()).toString()).toBe(`"\\"${'元'.repeat(capacity)}"`);
  },
);

test('escapes and characters of three bytes in one text have room for both', () => {
  const out = newByteWriter(24);
  out.quoted('\u001f\u001f\u001f元元元');
  expect(Buffer.from(out.take()).toString()).toBe('"\\u001f\\u001f\\u001f元元元"');
});

test('what was taken is not changed by what is written next', () => {
  const out = newByteWriter(8);
  out.phrase(phraseOf('2025'));
  const first = out.take();
  out.phrase(phraseOf('1999'));
  expect([Buffer.from(first).toString(), Buffer.from(out.take()).toString()]).toEqual(['2025', '1999']);
});

test('a text is written the same whether it was joined, cut from another or never put together', () => {
  const whole = '余额 1,234.56 元，未达基础客户';
  const longer = `${whole}。${'其余'.repeat(20)}`;
  const added = longer.slice(0, 8) + longer.slice(8, whole.length);
  const out = newByteWriter(24);
  for (const text of [whole, longer.slice(0, whole.length), added, [...whole].join('')]) out.quoted(text);
  expect(Buffer.from(out.take()).toString()).toBe(JSON.stringify(whole).repeat(4));
});
