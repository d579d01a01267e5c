import fc from 'fast-check';
import { expect, test } from 'vitest';
import { passingChunks } from '../../src/exports/chunks.js';
import { fileOf } from './workbook-file.js';

test('pieces that share their buffers are the bytes of the file in order, with the offsets behind them', async () => {
  const bytes = fc.uint8Array({ maxLength: 40 });
  await fc.assert(
    fc.asyncProperty(bytes, fc.integer({ min: 1, max: 9 }), fc.boolean(), async (content, chunkBytes, isFile) => {
      const source = isFile ? fileOf('chunks.bin', content) : Buffer.from(content);
      const offsets: number[] = [];
      const found: number[] = [];
      for await (const piece of passingChunks(source, chunkBytes, (offset) => offsets.push(offset))) {
        found.push(...piece);
        expect(offsets.at(-1)).toBe(found.length);
      }
      expect(found).toEqual([...content]);
    }),
  );
});

test('a consumer may stop early', async () => {
  for await (const piece of passingChunks(fileOf('early.bin', Buffer.alloc(1000)), 10)) {
    expect(piece).toHaveLength(10);
    break;
  }
});
