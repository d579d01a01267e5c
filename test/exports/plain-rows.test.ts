import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cut, csvRows } from '../../src/exports/csv.js';
import { plainRows } from '../../src/exports/plain-rows.js';
import type { RawRow } from '../../src/exports/table.js';
import { UserError } from '../../src/model/errors.js';

async function* inPieces(text: string, size: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text, 'utf8');
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

type Reader = typeof plainRows;

async function read(reader: Reader, text: string, cut: Cut, size: number): Promise<RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of reader(inPieces(text, size), cut, '明细.csv', 3)) rows.push(...batch);
  return rows;
}

const endings = [['\n'], ['\r\n'], ['\r'], ['\r\n', '\n', '\r']] as const;

describe('plain rows', () => {
  test('text without quotes is cut as csv-parse cuts it, wherever the pieces end', async () => {
    const cell = fc.string({ unit: fc.constantFrom('a', '1', '中', '𠮷', ' ', '-', '.'), maxLength: 4 });
    const lines = fc.array(fc.tuple(fc.array(cell, { minLength: 1, maxLength: 4 }), fc.nat(2)), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        lines,
        fc.constantFrom(...endings),
        fc.constantFrom(',', '\t', '|+|'),
        fc.integer({ min: 1, max: 20 }),
        fc.boolean(),
        async (records, lineEnds, delimiter, size, endsOpen) => {
          const text = records
            .map(([cells, end], at) => {
              const isLast = at === records.length - 1;
              return cells.join(delimiter) + (isLast && endsOpen ? '' : lineEnds[end % lineEnds.length]);
            })
            .join('');
          const cut = { delimiter, lineEnds };
          expect(await read(plainRows, text, cut, size)).toEqual(await read(csvRows, text, cut, 1 << 16));
        },
      ),
      { numRuns: 500, seed: 20250930 },
    );
  });

  test.each(['a,b\n', ''])('a line of exactly 1 MB is read, whether it ends or not, behind “%s”', async (before) => {
    const cells = ['x'.repeat(1_048_570), 'y'.repeat(5)];
    const first = before === '' ? [] : [{ line: 3, cells: ['a', 'b'] }];
    for (const size of [65_536, 1_048_576, 4_000_000])
      for (const after of ['', '\n', '\nc']) {
        const rows = await read(
          plainRows,
          `${before}${cells.join(',')}${after}`,
          { delimiter: ',', lineEnds: ['\n'] },
          size,
        );
        const last = after === '\nc' ? [{ line: 4 + first.length, cells: ['c'] }] : [];
        expect(rows).toEqual([...first, { line: 3 + first.length, cells }, ...last]);
      }
  });

  test('a line of more than 1 MB is refused with its number, whether it ends or not', async () => {
    const long = 'x'.repeat(1_048_577);
    for (const text of [`a,b\n${long}\nc\n`, `a,b\n${long}`]) {
      const refused = read(plainRows, text, { delimiter: ',', lineEnds: ['\n'] }, 65_536);
      await expect(refused).rejects.toThrow(UserError);
      await expect(refused).rejects.toMatchObject({ problems: [{ code: 'oversized-record', line: 4 }] });
    }
  });
});
