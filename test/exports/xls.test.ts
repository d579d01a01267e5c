import { copyFileSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openFile } from '../../src/exports/container.js';
import { openWorkbook } from '../../src/exports/workbook.js';
import { UserError } from '../../src/model/errors.js';
import { fileOf, rowsOf } from './workbook-file.js';

const folder = join(process.env.TAIZHANG_DATA ?? join(import.meta.dirname, '../../../shared/data'), 'statements');
const name = existsSync(folder) ? readdirSync(folder).find((entry) => /^ccb__.*\.xls$/.test(entry)) : undefined;

describe.skipIf(name === undefined)('a real .xls export', () => {
  const path = join(folder, name ?? '');

  test('has its header in row 6 and six rows of data', async () => {
    const raw = await openWorkbook(path, 'a.xls', 'xls');
    expect(raw).toMatchObject({ container: 'xls', encoding: 'binary', hiddenSheets: [] });
    expect(raw.sha256).toMatch(/^[0-9a-f]{64}$/);
    const rows = await rowsOf(raw);
    expect(rows.map((row) => row.line)).toEqual(rows.map((_, at) => at + 1));
    const header = rows.findIndex((row) => row.cells.some((cell) => String(cell).trim() === '交易日期'));
    expect(rows[header]?.line).toBe(6);
    expect(rows.slice(header + 1).filter((row) => /^\d{8}$/.test(String(row.cells[0]).trim()))).toHaveLength(6);
    expect(raw.tables[0]?.head({}).map(({ line, cells }) => ({ line, cells }))).toEqual(rows.slice(0, 60));
    expect(await rowsOf(raw, 0, 7)).toEqual(rows.slice(6));
  });

  test('is read as what it is under the name .xlsx', async () => {
    const copy = fileOf('名为.xlsx', '');
    copyFileSync(path, copy);
    const raw = await openFile(copy, '名为.xlsx');
    expect(raw.container).toBe('xls');
    expect(await rowsOf(raw)).toEqual(await rowsOf(await openWorkbook(path, 'a.xls', 'xls')));
  });

  test('whose only sheet is hidden is refused, naming it', async () => {
    const bytes = readFileSync(path);
    const listed = bytes.indexOf(Buffer.from([0x85, 0]), 512);
    bytes[listed + 8] = 1;
    await expect(openWorkbook(fileOf('隐藏.xls', bytes), '隐藏.xls', 'xls')).rejects.toMatchObject({
      exitCode: 3,
      problems: [{ code: 'damaged-workbook', message: expect.stringContaining('隐藏的有 “交易明细') }],
    });
  });

  test('with a single wrong bit is read or refused, and never fails otherwise', async () => {
    const whole = readFileSync(path);
    let unseen = 0;
    for (let flip = 0; flip < 200; flip += 1) {
      const bytes = Buffer.from(whole);
      const at = 8 + ((flip * 7919) % (bytes.length - 8));
      bytes[at] = (bytes[at] ?? 0) ^ (1 << (flip % 8));
      try {
        await rowsOf(await openWorkbook(fileOf('错.xls', bytes), '错.xls', 'xls'));
        unseen += 1;
      } catch (error) {
        expect(error).toBeInstanceOf(UserError);
      }
    }
    expect(unseen).toBeGreaterThan(0);
  });

  test('cut short is refused, and never fails otherwise', async () => {
    const bytes = readFileSync(path);
    for (let part = 0; part < 20; part += 1) {
      const cut = bytes.subarray(0, Math.floor((bytes.length * part) / 20) + 8);
      const outcome = await openWorkbook(fileOf('短.xls', cut), '短.xls', 'xls').catch((error: unknown) => error);
      expect(outcome).toBeInstanceOf(UserError);
      expect(outcome).toMatchObject({ exitCode: 3, problems: [{ code: 'damaged-workbook' }] });
    }
  });
});
