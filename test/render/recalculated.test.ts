// LibreOffice computes every formula anew (the stored results are taken away first) and must come to the results that were stored.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { differences, hasOffice, recalculated } from '../outside/office.js';
import { checkSheet, salesSheet } from './live-sheets.js';
import { writtenParts } from './written-parts.js';

const count = 30;
const amountFen = Array.from({ length: count }, (_, index) => 5_000_000 + index * 123_457).reduce((a, b) => a + b, 0);
const check = checkSheet({ rows: count, amountFen });

describe.skipIf(!hasOffice)('LibreOffice', () => {
  test.each([
    ['spare rows', [salesSheet(count, { spareRows: 20 }), check]],
    ['subtotals', [salesSheet(count, { subtotalBy: 'seller' }), check]],
  ])('comes to every stored result of a workbook with %s', { timeout: 180_000 }, async (_name, sheets) => {
    const folder = mkdtempSync(join(tmpdir(), 'taizhang-office-'));
    try {
      const { parts } = await writtenParts(sheets);
      const computed = recalculated([{ name: '台账', parts }], folder);
      const { checked, wrong } = differences({ name: '台账', parts }, computed.get('台账') ?? new Map());
      expect(wrong).toEqual([]);
      expect(checked).toBeGreaterThan(count * 4);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
