import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { scanText } from '../../src/exports/scan.js';
import { withFile } from './text-file.js';

const scanned = (content: string | Uint8Array, chunkBytes = 4096) =>
  withFile(content, (path) => scanText(path, 'a.csv', chunkBytes));

describe('line ends', () => {
  const all = ['\r\n', '\n', '\r'];

  test.each<[string, readonly string[]]>([
    ['a\nb\n', ['\n']],
    ['a\r\nb\r\n', ['\r\n']],
    ['a\rb\r', all],
    ['a\r\nb\n', all],
    ['a\nb\r\n', all],
    ['a\r\nb\r', all],
    ['a\n\rb\n', all],
    ['a', ['\n']],
    ['', ['\n']],
  ])('of %j', async (text, lineEnds) => {
    for (const chunkBytes of [1, 2, 3, 100]) expect((await scanned(text, chunkBytes)).lineEnds).toEqual(lineEnds);
  });
});

test('marks after the beginning are noticed, wherever they are cut', async () => {
  for (const chunkBytes of [1, 2, 3, 4, 5, 100]) {
    expect((await scanned('\ufeff客,b\n', chunkBytes)).innerMarks).toBe(false);
    expect((await scanned('客,b\n\ufeffc', chunkBytes)).innerMarks).toBe(true);
    expect((await scanned('\ufeff\ufeffa', chunkBytes)).innerMarks).toBe(true);
  }
});

test('any Chinese text of ten hanzi or more is told apart in UTF-8 and GB18030, in pieces of any size', async () => {
  const hanzi = fc.string({
    unit: fc.integer({ min: 0x4e00, max: 0x9fa5 }).map((code) => String.fromCharCode(code)),
    minLength: 10,
    maxLength: 60,
  });
  await fc.assert(
    fc.asyncProperty(hanzi, fc.integer({ min: 1, max: 17 }), async (text, chunkBytes) => {
      expect((await scanned(text, chunkBytes)).encoding).toBe('utf-8');
      expect((await scanned(iconv.encode(text, 'gb18030'), chunkBytes)).encoding).toBe('gb18030');
    }),
    { numRuns: 300, seed: 20250930 },
  );
});
