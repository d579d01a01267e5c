import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Sheet } from '../../src/ledger/sheet.js';
import { type Day, parseDay } from '../../src/model/day.js';
import { type Leak, type Secrets, scanForLeaks, secretIn } from '../../src/render/leak-scan.js';
import { writeWorkbook } from '../../src/render/xlsx.js';

const none: Secrets = { values: new Map(), shown: new Set() };
const some: Secrets = {
  values: new Map([
    ['6222021234561234', '账号'],
    ['88001234', '手机号'],
  ]),
  shown: new Set(['13912345678']),
};

const plain: Sheet = { name: '表', title: '表', subtitle: '', tables: [], notes: [] };

async function leaksOf(sheet: Partial<Sheet>, secrets = some, rowsInMemory = 5_000): Promise<readonly Leak[]> {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-leak-'));
  try {
    const path = join(folder, 'a.xlsx');
    await writeWorkbook([{ ...plain, ...sheet }], path, { asOf: parseDay('2025-09-30') as Day, rowsInMemory });
    return await scanForLeaks(path, secrets);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function listOf(format: 'text' | 'fen', value: string | number): Partial<Sheet> {
  const columns = [{ key: 'a', header: '甲', format, width: 20 }] as const;
  return { tables: [{ columns, rows: [[value]], rowCount: 1 }] };
}

describe('secretIn', () => {
  test.each([
    ['回电 13812345678。', '手机号'],
    ['138 1234 5678', '手机号'],
    ['11010519491231002X', '证件号'],
    ['卡号6222 0212 3456 1234', '账号'],
    ['座机 8800-1234', '手机号'],
  ])('%s is a %s', (text, kind) => {
    expect(secretIn(text, some)).toBe(kind);
  });

  test.each([
    ['132****2345'],
    ['622202******1234'],
    ['110105194912310021'],
    ['13912345678'],
    ['20250930123456789012'],
    ['138123456789'],
    ['23812345678'],
    ['2025-09-30 至 2025-10-09'],
    ['a3f1138123456789bc'],
  ])('%s is none', (text) => {
    expect(secretIn(text, some)).toBeUndefined();
  });
});

describe('scanForLeaks', () => {
  test('a cell that shows an account is named by its place', async () => {
    expect(await leaksOf(listOf('text', '6222021234561234'))).toEqual([{ kind: '账号', place: '表!A4' }]);
  });

  test('streamed workbooks are read as well', async () => {
    expect((await leaksOf(listOf('text', '6222021234561234'), some, 0)).map(({ kind }) => kind)).toEqual(['账号']);
  });

  test.each([
    ['hidden sheet', { ...listOf('text', '6222021234561234'), isHidden: true as const }],
    ['title', { title: '客户 6222021234561234' }],
    ['note', { notes: ['见 6222021234561234'] }],
    ['sheet name', { name: '6222021234561234' }],
  ])('a %s is no hiding place', async (_, sheet) => {
    const visible: Sheet = { ...plain, name: '首页' };
    const folder = mkdtempSync(join(tmpdir(), 'taizhang-leak-'));
    try {
      const path = join(folder, 'a.xlsx');
      await writeWorkbook([visible, { ...plain, ...sheet }], path, { asOf: parseDay('2025-09-30') as Day });
      expect(await scanForLeaks(path, some)).not.toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('an amount that looks like a phone is none', async () => {
    expect(await leaksOf(listOf('fen', 1381234567800), none)).toEqual([]);
  });

  test('nor is a total that looks like one, but a number in a formula is', async () => {
    const column = { key: 'a', header: '甲', format: 'fen', width: 20 } as const;
    const rows = [[1381234560000], [7800]];
    const summed = { columns: [{ ...column, total: 'sum' as const }], rows, rowCount: 2 };
    expect(await leaksOf({ tables: [summed] }, none)).toEqual([]);
    const written = { columns: [{ ...column, formula: '13812345678/100' }], rows, rowCount: 2 };
    expect(await leaksOf({ tables: [written] }, none)).toEqual([{ kind: '手机号', place: '表' }]);
  });

  test('a clean workbook has no leaks', async () => {
    expect(await leaksOf(listOf('text', '622202******1234'))).toEqual([]);
  });
});
