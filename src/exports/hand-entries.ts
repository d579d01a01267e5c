// Ledger workbooks of ours, read back: what staff typed, wherever sorting, filtering and inserting have moved it.
import { readFile } from 'node:fs/promises';
import { type EntryIndex, entryIndexSheetName } from '../model/entry-index.js';
import { exitCodes, UserError } from '../model/errors.js';
import type { HandEntries } from '../model/hand-entries.js';
import { openFile } from './container.js';
import { readEntryIndex } from './entry-index.js';
import { entryHeaders } from './entry-tables.js';
import { handValue } from './hand-value.js';
import { readRowMarks } from './row-marks.js';
import { type Found, layoutsOf, takeSheet } from './sheet-entries.js';
import { readWrittenSheets, type WrittenSheet, type WrittenTable } from './xlsx.js';

function notOurs(file: string): UserError {
  return new UserError(
    `${file}: 不是 taizhang ledger 写出的台账，读不出手填内容；请指定上期的台账 .xlsx`,
    exitCodes.usage,
  );
}

/** Ours, and nobody types there. */
const hiddenSheets = /^_(?:参数|字典|手填|原样)$/;

/** Saved as something else: what is wrong with it as an export does not help. */
function otherFormat(file: string): UserError {
  return new UserError(`${file}: 台账不是 .xlsx 格式，读不出手填内容；请用 Excel 或 WPS 另存为 .xlsx`, exitCodes.usage);
}

async function openLedger(path: string, file: string): Promise<readonly WrittenSheet[]> {
  const raw = await openFile(path, file).catch((error: unknown) => {
    throw error instanceof UserError && /\.(?:ods|et|csv|txt|pdf|numbers)$/i.test(file) ? otherFormat(file) : error;
  });
  if (raw.container !== 'xlsx') throw otherFormat(file);
  return readWrittenSheets(await readFile(path), { file });
}

async function isEmptySheet(table: WrittenTable): Promise<boolean> {
  for await (const rows of table.rows({}, 1))
    if (rows.some(({ cells }) => cells.some((cell) => handValue(cell) !== null))) return false;
  return true;
}

/** Nothing is known of what the tool wrote: whatever stands in an input cell counts as typed. */
function forgetful(index: EntryIndex): EntryIndex {
  const forms = index.forms.map((form) => ({ ...form, cells: form.cells.map((cell) => ({ ...cell, text: null })) }));
  return { ...index, rows: null, forms };
}

/** The name under which a worksheet was written: its own, or that of a missing sheet with the same headers. */
async function writtenName(table: WrittenTable, missing: ReadonlySet<string>, index: EntryIndex): Promise<string> {
  const name = table.sheet ?? '';
  if (index.sheets.includes(name)) return name;
  for (const candidate of missing) {
    const layouts = layoutsOf(index, candidate);
    if (layouts.length === 0) continue;
    if ((await entryHeaders(table, layouts)).length === layouts.length) return candidate;
  }
  return name;
}

/** Without its hidden sheet a ledger is known by a table or form that people fill in; reports have none. */
async function isLedger(sheets: readonly WrittenSheet[], { layouts, forms }: EntryIndex): Promise<boolean> {
  for (const { table } of sheets) {
    if (forms.some(({ sheet }) => sheet === table.sheet)) return true;
    const filled = layouts.filter(
      ({ sheet, columns }) => sheet === table.sheet && columns.some(({ isInput }) => isInput),
    );
    if (filled.length > 0 && (await entryHeaders(table, filled)).length > 0) return true;
  }
  return false;
}

function isFilledIn(index: EntryIndex, name: string): boolean {
  if (index.forms.some(({ sheet }) => sheet === name)) return true;
  return layoutsOf(index, name).some(({ columns }) => columns.some(({ isInput }) => isInput));
}

function tellMissing(file: string, missing: ReadonlySet<string>, index: EntryIndex, found: Found): void {
  for (const name of missing)
    if (isFilledIn(index, name))
      found.warnings.push(`${file}: 找不到工作表“${name}”，它的手填内容无法带入；若不是有意删除，请从备份恢复`);
}

/**
 * What staff typed into a workbook of `taizhang ledger`. `current` describes the ledgers as this version writes them, for workbooks
 * that have lost their hidden sheet. Throws UserError: exit 2 for a workbook that is not ours, exit 3 where a header was renamed or
 * two rows of one key contradict each other.
 */
export async function readHandEntries(path: string, file: string, current: EntryIndex): Promise<HandEntries> {
  const sheets = await openLedger(path, file);
  const tables = sheets.map(({ table }) => table);
  const own = await readEntryIndex(tables);
  if (own === undefined && !(await isLedger(sheets, current))) throw notOurs(file);
  const index = own ?? forgetful(current);
  const ledger = { file, index, marks: await readRowMarks(tables) };
  const found: Found = { rows: [], removed: [], warnings: [], foreign: [] };
  if (own === undefined)
    found.warnings.push(`${file}: 缺少隐藏的工作表“${entryIndexSheetName}”，黄色格里的内容都按手填处理`);
  const missing = new Set(index.sheets.filter((name) => !tables.some(({ sheet }) => sheet === name)));
  for (const sheet of sheets) {
    const name = await writtenName(sheet.table, missing, index);
    missing.delete(name);
    if (hiddenSheets.test(name)) continue;
    const isOurs = index.sheets.includes(name) || ledger.marks.has(name);
    if (isOurs) await takeSheet(ledger, sheet, name, found);
    if (isOurs || (await isEmptySheet(sheet.table))) continue;
    found.warnings.push(`${file}:${name}: 不是台账原有的工作表，不会带入新台账；需要保留时请另存一份`);
    found.foreign.push({ sheet: name, place: '' });
  }
  if (own !== undefined) tellMissing(file, missing, index, found);
  return found;
}

/** Whether staff typed anything into the workbook, or added sheets or columns: what overwriting it would lose. */
export async function hasHandEntries(path: string, file: string, current: EntryIndex): Promise<boolean> {
  const { rows, removed, warnings } = await readHandEntries(path, file, current);
  return rows.length + removed.length + warnings.length > 0;
}
