import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const coverage = readFileSync(join(root, 'docs/coverage.md'), 'utf8');

/** How many rules the domain specification has under each letter. */
const counts = { A: 15, B: 9, C: 19, D: 20, E: 9, F: 14, G: 25, H: 14, I: 12, J: 3, K: 8 } as const;
const ids = [
  ...Object.entries(counts).flatMap(([letter, count]) =>
    Array.from({ length: count }, (_, at) => `${letter}${at + 1}`),
  ),
  'L',
  ...Array.from({ length: 16 }, (_, at) => `1.${at + 1}`),
  ...Array.from({ length: 9 }, (_, at) => `4.${at + 1}`),
  ...Array.from({ length: 14 }, (_, at) => `7.${at + 1}`),
  ...Array.from({ length: 9 }, (_, at) => `8.${at + 1}`),
];
const rows = coverage.split('\n').filter((line) => /^\| (?:[A-K]\d|L |[1478]\.)/.test(line));

describe('coverage of the domain specification', () => {
  test('every rule has exactly one row', () => {
    const listed = rows.map((row) => row.split('|')[1]?.trim());
    expect(listed.toSorted()).toEqual(ids.toSorted());
  });

  test('every row names a source and a test that exist, or says "not yet"', () => {
    const missing = rows.filter((row) => {
      const files = [...row.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
      return files.length === 2 ? files.some((file) => !existsSync(join(root, file))) : !row.includes('| not yet |');
    });
    expect(missing).toEqual([]);
  });

  test('a test named for a rule speaks of something the source exports', () => {
    for (const row of rows.filter((line) => line.includes('`'))) {
      const [source = ''] = [...row.matchAll(/`([^`]+)`/g)].map(([, file = '']) => file);
      expect(readFileSync(join(root, source), 'utf8'), source).toContain('export ');
    }
  });
});
