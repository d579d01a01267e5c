import fc from 'fast-check';
import { expect, test } from 'vitest';
import { narrower } from '../../src/exports/narrow.js';

const cell = fc.option(fc.integer(), { nil: undefined });
const record = fc.record({ custNo: fc.string(), aumFen: cell, fundFen: cell, loanFen: cell });

test('every record says the same as before, whichever of its columns are filled first', () => {
  fc.assert(
    fc.property(fc.array(record), (records) => {
      expect(records.map(narrower())).toEqual(records);
    }),
  );
});

test('a column that no row fills takes no room', () => {
  const narrow = narrower<{ readonly custNo: string; readonly aumFen?: number | undefined }>();
  expect(Object.keys(narrow({ custNo: 'C1', aumFen: undefined }))).toEqual(['custNo']);
  expect(Object.keys(narrow({ custNo: 'C2', aumFen: 5 }))).toEqual(['custNo', 'aumFen']);
  expect(Object.keys(narrow({ custNo: 'C3', aumFen: undefined }))).toEqual(['custNo', 'aumFen']);
});
