// Ledger workbooks of ours, read back: what staff typed, wherever sorting, filtering and inserting have moved it.
import { readFile } from 'node:fs/promises';
import { exitCodes, UserError } from '../model/errors.js';
import {
  type EntryIndex,
  type EntryLayout,
  entryIndexSheetName,
  type ForeignPlace,
  type HandEntries,
  type HandRow,
  handValueText,
  numberKind,
  type RemovedEntry,
  removedTableId,
} from '../model/hand-entries.js';
import { openFile } from './container.js';
import { formRows } from './entry-form.js';
import { readEntryIndex } from './entry-index.js';
import { type EntryArea, filledExtras, handRowsOf } from './entry-rows.js';
import { allRows, columnLetters, entryAreas, entryHeaders, refuseAt } from './entry-tables.js';
import { handValue, unreadable } from './hand-value.js';
import type { RawTable } from './table.js';
import { formulaPlaces, readAllXlsxTables } from './xlsx.js';

function notOurs(file: string): UserError {
  return new UserError(
    `${file}: 不是 taizhang ledger 写出的台账，读不出手填内容；请指定上期的台账 .xlsx`,
    exitCodes.usage,
  );
}

interface LedgerFile {
  readonly tables: readonly RawTable[];
  readonly bytes: Buffer;
}

async function openLedger(path: string, file: string): Promise<LedgerFile> {
  const raw = await openFile(path, file);
  if (raw.container !== 'xlsx') {
    const message = `${file}: 台账不是 .xlsx 格式，读不出手填内容；请用 Excel 或 WPS 另存为 .xlsx`;
    throw new UserError(message, exitCodes.usage);
  }
  const bytes = await readFile(path);
  return { tables: await readAllXlsxTables(bytes, { file }), bytes };
}

function isEmptySheet(table: RawTable): boolean {
  return table.head({}).every(({ cells }) => cells.every((cell) => handValue(cell) === null));
}

/** Two rows of the same key are one where they say the same, or where one says nothing. */
function checkDoubles(area: EntryArea, rows: readonly HandRow[]): void {
  const first = new Map<string, HandRow>();
  for (const row of rows) {
    const before = row.key === null ? undefined : first.get(row.key);
    if (row.key !== null && before === undefined) first.set(row.key, row);
    if (before === undefined) continue;
    const texts = [before, row].map(({ cells }) =>
      JSON.stringify(Object.entries(cells).map(([key, value]) => [key, handValueText(value)])),
    );
    if (texts[0] === texts[1]) continue;
    const message = `和第 ${before.line} 行是同一笔，手填内容却不同，不知道以哪一行为准；请只留一行`;
    refuseAt(area.file, area.sheet, `第 ${row.line} 行`, message);
  }
}

function distinct(rows: readonly HandRow[]): readonly HandRow[] {
  const seen = new Set<string>();
  return rows.filter(({ key }) => key === null || (!seen.has(key) && seen.add(key)));
}

function handRows(area: EntryArea): readonly HandRow[] {
  const rows = handRowsOf(area, (line, { key }, message) => {
    const column = columnLetters(area.header.places.get(key) ?? 0);
    return refuseAt(area.file, area.sheet, `${column}${line}`, message);
  });
  checkDoubles(area, rows);
  return distinct(rows);
}

/** The entries of 已移出, one per row of that sheet. */
function removedEntries({ file, rows, header, end }: EntryArea): readonly RemovedEntry[] {
  return rows.slice(header.leaf + 1, end).flatMap(({ cells }) => {
    const text = (key: string) => {
      const value = handValue(cells[header.places.get(key) ?? -1]);
      return value === null || value === unreadable ? '' : handValueText(value);
    };
    const shown = handValue(cells[header.places.get('value') ?? -1]);
    if (shown === null || shown === unreadable || text('table') === '' || text('column') === '') return [];
    const [sheet, row, since, reason] = [text('sheet'), text('row'), text('since'), text('reason')];
    const number = Number(shown);
    const value = text('kind') === numberKind && Number.isFinite(number) ? number : shown;
    const entry = { table: text('table'), key: text('key'), column: text('column'), header: text('header') };
    return [{ sheet, row, since, reason, file, ...entry, value }];
  });
}

interface Found {
  readonly rows: HandRow[];
  readonly removed: RemovedEntry[];
  readonly warnings: string[];
  readonly foreign: ForeignPlace[];
}

function takeArea(area: EntryArea, found: Found): void {
  if (area.header.layout.table === removedTableId) {
    found.removed.push(...removedEntries(area));
    return;
  }
  if (!area.header.layout.columns.some(({ isInput }) => isInput)) return;
  found.rows.push(...handRows(area));
  for (const { index, header } of filledExtras(area)) {
    const name = header === '' ? `${columnLetters(index)} 列` : `“${header}”一列`;
    const message = '不是台账原有的列，里面的内容不会带入新台账；需要保留时请抄到黄色的列里或另存一份';
    found.warnings.push(`${area.file}:${area.sheet}: ${name}${message}`);
    found.foreign.push({ sheet: area.sheet, place: `${columnLetters(index)} 列` });
  }
}

async function takeSheet(file: string, table: RawTable, name: string, index: EntryIndex, found: Found): Promise<void> {
  const { areas, lost } = await entryAreas(file, table, layoutsOf(index, name), index);
  const [first] = lost;
  if (first !== undefined) {
    const header = first.columns.find(({ isKey }) => isKey)?.header ?? first.columns[0]?.header ?? '';
    refuseAt(file, table.sheet ?? '', '表头', `找不到含“${header}”的表头，手填内容认不出来；请恢复原来的表头再运行`);
  }
  for (const area of areas) takeArea(area, found);
}

function layoutsOf({ layouts }: EntryIndex, name: string): readonly EntryLayout[] {
  return layouts.filter(({ sheet }) => sheet === name);
}

/** Nothing is known of what the tool wrote: whatever stands in an input cell counts as typed. */
function forgetful(index: EntryIndex): EntryIndex {
  const forms = index.forms.map((form) => ({ ...form, cells: form.cells.map((cell) => ({ ...cell, text: null })) }));
  return { ...index, rows: null, forms };
}

async function takeForms(
  file: string,
  tables: readonly RawTable[],
  bytes: Buffer,
  { forms }: EntryIndex,
  found: Found,
): Promise<void> {
  const present = tables.filter(({ sheet }) => forms.some((form) => form.sheet === sheet));
  const formulas = await formulaPlaces(
    bytes,
    present.map(({ sheet }) => sheet ?? ''),
  );
  for (const table of present) {
    const sheet = table.sheet ?? '';
    const page = { file, sheet, rows: await allRows(table), formulas: formulas.get(sheet) ?? new Set<string>() };
    for (const form of forms) if (form.sheet === sheet) found.rows.push(...formRows(page, form));
  }
}

/** The name under which a worksheet was written: its own, or that of a missing sheet with the same headers. */
async function writtenName(table: RawTable, missing: ReadonlySet<string>, index: EntryIndex): Promise<string> {
  const name = table.sheet ?? '';
  if (index.sheets.includes(name)) return name;
  for (const candidate of missing) {
    const layouts = layoutsOf(index, candidate);
    if (layouts.length === 0) continue;
    if ((await entryHeaders(table, layouts)).length === layouts.length) return candidate;
  }
  return name;
}

/**
 * What staff typed into a workbook of `taizhang ledger`. `current` describes the ledgers as this version writes them, for workbooks
 * that have lost their hidden sheet. Throws UserError: exit 2 for a workbook that is not ours, exit 3 where a header was renamed or
 * two rows of one key contradict each other.
 */
export async function readHandEntries(path: string, file: string, current: EntryIndex): Promise<HandEntries> {
  const { tables, bytes } = await openLedger(path, file);
  const own = await readEntryIndex(tables);
  const index = own ?? forgetful(current);
  if (own === undefined && !tables.some(({ sheet }) => index.sheets.includes(sheet ?? ''))) throw notOurs(file);
  const found: Found = { rows: [], removed: [], warnings: [], foreign: [] };
  await takeForms(file, tables, bytes, index, found);
  const missing = new Set(index.sheets.filter((name) => !tables.some(({ sheet }) => sheet === name)));
  for (const table of tables) {
    const name = await writtenName(table, missing, index);
    missing.delete(name);
    if (layoutsOf(index, name).length > 0) await takeSheet(file, table, name, index, found);
    const isOurs = index.sheets.includes(name) || name === entryIndexSheetName || /^_(?:参数|字典)$/.test(name);
    if (isOurs || isEmptySheet(table)) continue;
    found.warnings.push(`${file}:${name}: 不是台账原有的工作表，不会带入新台账；需要保留时请另存一份`);
    found.foreign.push({ sheet: name, place: '' });
  }
  for (const name of own === undefined ? [] : missing)
    if (layoutsOf(own ?? index, name).some(({ columns }) => columns.some(({ isInput }) => isInput)))
      found.warnings.push(`${file}: 找不到工作表“${name}”，它的手填内容无法带入；若不是有意删除，请从备份恢复`);
  return found;
}

/** Whether staff typed anything into the workbook, or added sheets or columns: what overwriting it would lose. */
export async function hasHandEntries(path: string, file: string, current: EntryIndex): Promise<boolean> {
  const { rows, removed, warnings } = await readHandEntries(path, file, current);
  return rows.length + removed.length + warnings.length > 0;
}
