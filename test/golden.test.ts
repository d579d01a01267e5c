import { rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commandOf, freshFolder, goldenCases, transcript } from '../scripts/golden.mjs';
import { runIn } from './run.js';

describe('golden cases', () => {
  test.each(goldenCases().map((folder) => [basename(folder), folder] as const))('%s', async (_, folder) => {
    const out = freshFolder();
    try {
      const run = await runIn(folder, commandOf(folder, out));
      await expect(transcript(out, run)).toMatchFileSnapshot(join(folder, 'expected.txt'));
    } finally {
      rmSync(out, { recursive: true, force: true });
    }
  });
});
