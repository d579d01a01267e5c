// One sheet of a ledger: the hand entries on it, and what staff wrote there that is not carried.
import type { EntryIndex, EntryLayout } from '../model/entry-index.js';
import { type ForeignPlace, type HandRow, type RemovedEntry, removedTableId } from '../model/hand-entries.js';
import { handRows, removedEntries } from './area-entries.js';
import { changedRows } from './changed-rows.js';
import { formRows } from './entry-form.js';
import { type EntryArea, filledExtras } from './entry-rows.js';
import { allRows, columnLetters, entryAreas, refuseAt } from './entry-tables.js';
import type { SheetParts } from './sheet-parts.js';
import type { Cell, RawRow } from './table.js';
import type { WrittenSheet } from './xlsx.js';

export interface LedgerFile {
  readonly file: string;
  readonly index: EntryIndex;
  readonly marks: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What is collected over the sheets. */
export interface Found {
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

function refuseLost(file: string, sheet: string, lost: readonly EntryLayout[]): void {
  const [first] = lost;
  if (first === undefined) return;
  const header = first.columns.find(({ isKey }) => isKey)?.header ?? first.columns[0]?.header ?? '';
  refuseAt(file, sheet, '表头', `找不到含“${header}”的表头，手填内容认不出来；请恢复原来的表头再运行`);
}

export function layoutsOf({ layouts }: EntryIndex, name: string): readonly EntryLayout[] {
  return layouts.filter(({ sheet }) => sheet === name);
}

const toKeep = '，不会带入新台账；要保留请抄到黄色的格里或另存一份';

/** What was changed or written where nothing is carried from, one sentence for a sheet. */
function tellChanges(file: string, sheet: string, places: readonly string[], found: Found): void {
  const [first] = places;
  if (first === undefined) return;
  const more = places.length > 1 ? `（这样的共 ${places.length} 处）` : '';
  found.warnings.push(`${file}:${sheet}:${first}: 有改动或新写的内容${more}${toKeep}`);
  found.foreign.push({ sheet, place: first });
}

function tellObjects(file: string, sheet: string, { comments, hasDrawings }: SheetParts, found: Found): void {
  const [first] = comments;
  if (first !== undefined) {
    const more = comments.length > 1 ? `（共 ${comments.length} 条）` : '';
    found.warnings.push(`${file}:${sheet}:${first}: 有批注${more}${toKeep}`);
    found.foreign.push({ sheet, place: first });
  }
  if (!hasDrawings) return;
  found.warnings.push(`${file}:${sheet}: 有图片或文本框${toKeep}`);
  found.foreign.push({ sheet, place: '' });
}

/** A formula without a result stands as a value that cannot be told, and not as an empty cell. */
function marked(rows: readonly RawRow[], { unresolved }: SheetParts): readonly RawRow[] {
  const changed = new Map<number, Cell[]>();
  for (const place of unresolved) {
    const [row = 0, column = 0] = place.split(',').map(Number);
    const cells = changed.get(row) ?? [...(rows[row]?.cells ?? [])];
    while (cells.length < column) cells.push(null);
    cells[column] = { day: undefined };
    changed.set(row, cells);
  }
  return rows.map((row, at) => ({ ...row, cells: changed.get(at) ?? row.cells }));
}

/** A sheet of the ledger, whose name was `name` when it was written. */
export async function takeSheet(ledger: LedgerFile, written: WrittenSheet, name: string, found: Found): Promise<void> {
  const { file, index, marks } = ledger;
  const { table, parts } = written;
  const sheet = table.sheet ?? '';
  const rows = marked(await allRows(table), parts);
  const { areas, lost } = entryAreas(file, sheet, rows, layoutsOf(index, name), index);
  refuseLost(file, sheet, lost);
  for (const area of areas) takeArea(area, found);
  const passedOver = new Set(parts.formulas);
  for (const form of index.forms.filter((one) => one.sheet === name)) {
    found.rows.push(...formRows({ file, sheet, rows, formulas: parts.formulas ?? new Set() }, form));
    for (const { row, column } of form.cells) passedOver.add(`${row - 1},${column - 1}`);
  }
  const known = marks.get(name);
  if (known !== undefined && parts.formulas !== null)
    tellChanges(file, sheet, changedRows({ rows, passedOver, marks: known }, areas), found);
  tellObjects(file, sheet, parts, found);
}
