// What staff typed survives sorting, deleted rows, inserted columns and another run: nothing is lost, nothing changes its customer.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import excel from 'exceljs';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readHandEntries } from '../../src/exports/hand-entries.js';
import { type Carried, carry } from '../../src/ledger/carry/carry.js';
import { sheetValue } from '../../src/ledger/carry/cell-units.js';
import { entryIndexOf } from '../../src/ledger/carry/entry-index.js';
import type { CellValue, Sheet, SheetColumn } from '../../src/ledger/sheet.js';
import { type HandEntries, type HandValue, noHandEntries } from '../../src/model/hand-entries.js';
import { writeWorkbook } from '../../src/render/xlsx.js';
import { asOf } from '../analysis/branch.js';

const folder = mkdtempSync(join(tmpdir(), 'taizhang-hand-'));
afterAll(() => rmSync(folder, { recursive: true }));

const columns: readonly SheetColumn[] = [
  { key: 'place', header: '序号', format: 'count', width: 5 },
  { key: 'id', header: '客户号', group: '客户', format: 'text', width: 9 },
  { key: 'name', header: '姓名', group: '客户', format: 'text', width: 9 },
  { key: 'status', header: '状态', group: '跟进', format: 'text', width: 9, input: true },
  { key: 'amount', header: '金额(元)', group: '跟进', format: 'fen', width: 12, input: true, total: 'sum' },
  { key: 'on', header: '日期', format: 'day', width: 11, input: true },
  { key: 'remark', header: '备注', format: 'text', width: 14, input: true },
];
const inputs = columns.filter(({ input }) => input === true);
const [name, headerRow] = ['甲台账', 6];
const ids = ['C1', 'C2', 'C3', 'C4', 'C5', 'C6'];

/** The input cells that the export fills, by customer. */
type Exported = Readonly<Record<string, Readonly<Record<string, CellValue>>>>;

function sheetOf(exported: Exported): Sheet {
  const rows = Object.entries(exported).map(([id, cells], index) =>
    columns.map(({ key = '' }) =>
      key === 'place' ? index + 1 : key === 'id' ? id : key === 'name' ? '王*' : (cells[key] ?? null),
    ),
  );
  const summary = {
    id: 'sum',
    columns: [{ key: 'count', header: '户数', format: 'count', width: 8 } as const],
    rows: [[rows.length]],
    rowCount: 1,
  };
  const list = { id: 'list', columns, rows, rowCount: rows.length, isList: true, rowKey: ['id'], spareRows: 3 };
  const texts = { name, title: name, subtitle: '数据日期：2025-09-30' };
  return { ...texts, tables: [summary, list], notes: ['手填的内容会保留'], hasSignature: true };
}

const text = fc.oneof(
  fc.constantFrom('已接触', '=1+1', '拒绝', '合计', '制表：', '12', '客户号'),
  fc
    .string({ minLength: 1, maxLength: 8, unit: fc.constantFrom('好', '不', '明', 'a', '&', '<', ' ', '1') })
    .filter((one) => one.trim() !== ''),
);
const values: Readonly<Record<string, fc.Arbitrary<HandValue>>> = {
  text,
  fen: fc.oneof(
    fc.integer({ min: -1e9, max: 1e9 }).map((fen) => fen / 100),
    fc.constant('约五万'),
  ),
  day: fc.oneof(
    fc.integer({ min: 10, max: 28 }).map((date) => `2025-09-${date}`),
    fc.constant('下周'),
  ),
};
const typedCells = fc.record(Object.fromEntries(inputs.map(({ key = '', format }) => [key, values[format] ?? text])), {
  requiredKeys: [],
});
const exportedCells = typedCells.map((cells) =>
  Object.fromEntries(
    Object.entries(cells).map(([key, value]) => [
      key,
      sheetValue(columns.find((one) => one.key === key)?.format ?? 'text', value as HandValue),
    ]),
  ),
);
const exportedOf = fc
  .subarray(ids, { minLength: 1 })
  .chain((chosen) => fc.record(Object.fromEntries(chosen.map((id) => [id, exportedCells]))));

const wish = fc.record({
  before: exportedOf,
  after: exportedOf,
  typed: fc.dictionary(fc.constantFrom(...ids), typedCells),
  order: fc.array(fc.nat(), { minLength: 6, maxLength: 6 }),
  deleted: fc.subarray(ids, { maxLength: 2 }),
  insertedAt: fc.option(fc.integer({ min: 1, max: 8 })),
  own: fc.option(typedCells),
});
type Wish = typeof wish extends fc.Arbitrary<infer Value> ? Value : never;

function stored(value: HandValue): string | number | Date {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T00:00:00Z`) : value;
}

/** As staff would do it in Excel: type, sort, delete, insert. */
function edit(workbook: excel.Workbook, { before, typed, order, deleted, insertedAt, own }: Wish): void {
  const sheet = workbook.getWorksheet(name) as excel.Worksheet;
  const list = Object.keys(before);
  const first = headerRow + 2;
  const at = (key: string | undefined) => columns.findIndex((column) => column.key === key) + 1;
  for (const [index, id] of list.entries())
    for (const [key, value] of Object.entries(typed[id] ?? {}))
      sheet.getCell(first + index, at(key)).value = stored(value as HandValue);
  for (const [key, value] of Object.entries(own ?? {}))
    sheet.getCell(first + list.length + 1, at(key)).value = stored(value as HandValue);
  const rows = list.map((_, index) => columns.map((_, column) => sheet.getCell(first + index, column + 1).value));
  const sorted = rows.toSorted((a, b) => (order[rows.indexOf(a)] ?? 0) - (order[rows.indexOf(b)] ?? 0));
  for (const [index, row] of sorted.entries())
    for (const [column, value] of row.entries())
      sheet.getCell(first + index, column + 1).value = deleted.includes(String(row[1])) ? null : value;
  if (insertedAt === null) return;
  for (const merge of [...(sheet as unknown as { model: { merges: string[] } }).model.merges])
    sheet.unMergeCells(merge);
  sheet.spliceColumns(insertedAt, 0, []);
}

async function written(carried: Carried, change: (workbook: excel.Workbook) => void): Promise<string> {
  const path = join(folder, 'a.xlsx');
  const { sheets, removedSheet, indexSheet } = carried;
  await writeWorkbook([...sheets, ...(removedSheet === null ? [] : [removedSheet]), indexSheet], path, {
    asOf,
    remembersRows: true,
  });
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(readFileSync(path) as never);
  change(workbook);
  writeFileSync(path, Buffer.from(await workbook.xlsx.writeBuffer()));
  return path;
}

/** Customer, column and value of every hand entry, sorted. */
function typedOf({ before, typed, deleted }: Wish): readonly string[] {
  return Object.keys(before)
    .filter((id) => !deleted.includes(id))
    .flatMap((id) =>
      Object.entries(typed[id] ?? {}).flatMap(([key, value]) => {
        const format = columns.find((column) => column.key === key)?.format ?? 'text';
        const cell = sheetValue(format, value as HandValue);
        const original = before[id]?.[key];
        const isSame = original !== undefined && String(original).trim() === String(cell).trim();
        return isSame ? [] : [entryText(id, key, cell)];
      }),
    )
    .sort();
}

function entryText(id: string, key: string, value: CellValue): string {
  return JSON.stringify([id, key, value]);
}

/** The entries among those of `wanted` that stand in the rows of their customers or in 已移出, sorted. */
function foundOf({ sheets, removed }: Carried, wanted: readonly string[]): readonly string[] {
  const rows = [...(sheets[0]?.tables[1]?.rows ?? [])];
  const inRows = rows.flatMap((row) =>
    columns.map(({ key = '' }, at) => entryText(String(row[1]), key, row[at] ?? null)),
  );
  const outside = removed.map(({ key, column, value }) => {
    const format = columns.find((one) => one.key === column)?.format ?? 'text';
    return entryText((JSON.parse(key) as string[])[0] ?? '', column, sheetValue(format, value));
  });
  return [...inRows, ...outside].filter((entry) => wanted.includes(entry)).sort();
}

async function readAgain(path: string, current: Sheet): Promise<HandEntries> {
  return readHandEntries(path, '上期.xlsx', entryIndexOf([current], asOf));
}

test('hand entries are in the row of their customer or in 已移出, and come back from there', async () => {
  const check = async (one: Wish) => {
    const path = await written(carry([sheetOf(one.before)], noHandEntries, asOf), (workbook) => edit(workbook, one));
    const after = sheetOf(one.after);
    const entries = await readAgain(path, after);
    // All that staff do here is understood: nothing passes for a change elsewhere.
    expect(entries.foreign).toEqual([]);
    const carried = carry([after], entries, asOf);
    const wanted = typedOf(one);
    const ownCount = Object.keys(one.own ?? {}).length;
    expect(foundOf(carried, wanted)).toEqual(wanted);
    expect(carried.carried + carried.removed.length).toBe(wanted.length + ownCount);
    expect(carried.sheets[0]?.tables[1]?.staffRows ?? []).toHaveLength(ownCount > 0 ? 1 : 0);
    for (const row of carried.sheets[0]?.tables[1]?.rows ?? []) {
      const id = String(row[1]);
      for (const [at, { key = '', input }] of columns.entries())
        if (input === true && row[at] !== (one.after[id]?.[key] ?? null))
          expect(wanted).toContain(entryText(id, key, row[at] ?? null));
    }
    const again = await written(carried, () => {});
    const all = sheetOf(Object.fromEntries(ids.map((id) => [id, {}])));
    const back = carry([all], await readAgain(again, all), asOf);
    expect(back.removed).toEqual([]);
    // What an export has said meanwhile is no hand entry any more.
    const kept = wanted.filter((entry) => {
      const [id, key, value] = JSON.parse(entry) as [string, string, CellValue];
      const said = one.after[id]?.[key];
      return said === undefined || String(said).trim() !== String(value).trim();
    });
    expect(foundOf(back, kept)).toEqual(kept);
  };
  await fc.assert(fc.asyncProperty(wish, check), { numRuns: 60, seed: 20250930 });
}, 180_000);
