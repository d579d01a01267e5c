// One table onto the paper: heading, header, rows, totals, and what follows the rows (filter, dropdowns, colours).
import type { CellValue, SheetColumn } from '../ledger/sheet.js';
import { columnLetter } from './column-letter.js';
import { writeLiveCells } from './live-cells.js';
import { breakPage, finishRow, type Pen, type PlacedTable, type WrittenTable } from './pen.js';
import { dataHeight, dataRowHeight } from './row-height.js';
import { writeHeader } from './table-header.js';
import type { RowRange } from './table-place.js';
import { writeDataRow, writeSpareRow, writeTotalRow } from './table-rows.js';
import { emptyNotice, hasTotals, isNotice, type RunningTotals, runningTotals, statedTotals } from './table-totals.js';
import { emptyStyle } from './workbook-styles.js';

const rowsPerPause = 500;
/** So many spare rows are seen and printed; the rest is hidden, for paper's sake. */
export const spareRowsShown = 10;

interface Progress {
  readonly areas: RowRange[];
  readonly all: RunningTotals;
  run: { readonly value: CellValue; readonly from: number; readonly totals: RunningTotals } | null;
  count: number;
  isEmpty: boolean;
}

function writeNothing(pen: Pen, { starts }: PlacedTable): void {
  const block = { top: pen.row, bottom: pen.row + 1, start: starts[0] ?? 0, end: starts.at(-1) ?? 1 };
  pen.paper.put(block, emptyNotice, emptyStyle);
  finishRow(pen, dataHeight);
}

/** The row that was just written is one of data. */
function markRow(areas: RowRange[], row: number): void {
  const last = areas.at(-1);
  if (last !== undefined && last.to === row - 1) areas[areas.length - 1] = { from: last.from, to: row };
  else areas.push({ from: row, to: row });
}

function endRun(pen: Pen, table: PlacedTable, progress: Progress): void {
  const { run } = progress;
  if (run === null) return;
  const label = run.value === null || run.value === '' ? '小计' : `${run.value} 小计`;
  writeTotalRow(pen, table, run.totals.cells(label), { from: run.from, to: pen.row - 1 });
  progress.run = null;
}

function addToRun(pen: Pen, table: PlacedTable, progress: Progress, values: readonly CellValue[], by: number): void {
  const value = values[by] ?? null;
  if (progress.run !== null && progress.run.value !== value) endRun(pen, table, progress);
  progress.run ??= { value, from: pen.row, totals: runningTotals(table.columns) };
  progress.run.totals.add(values);
}

/** The row that comes next, the last one, goes to the page of the signature. */
function keepWithTail(pen: Pen, height: number): void {
  if (pen.tail > 0 && pen.used + height + pen.tail > pen.plan.pageHeight) breakPage(pen);
}

async function writeRows(pen: Pen, table: PlacedTable, progress: Progress, pause: () => Promise<void>): Promise<void> {
  const by = table.columns.findIndex(({ key }: SheetColumn) => key !== undefined && key === table.subtotalBy);
  const adds = table.columns.some(({ total }) => total !== undefined);
  for (const values of table.rows) {
    progress.isEmpty = progress.count === 0 && isNotice(values);
    if (by >= 0 && !progress.isEmpty) addToRun(pen, table, progress, values, by);
    if (adds) progress.all.add(values);
    if (progress.count === table.rowCount - 1 && !hasTotals(table)) keepWithTail(pen, dataRowHeight(table, values));
    writeDataRow(pen, table, values, progress.count);
    markRow(progress.areas, pen.row - 1);
    progress.count += 1;
    if (progress.count % rowsPerPause === 0) await pause();
  }
  endRun(pen, table, progress);
}

function writeSpareRows(pen: Pen, table: PlacedTable, areas: RowRange[], all: RunningTotals): void {
  for (const values of table.staffRows ?? []) {
    all.add(values);
    writeSpareRow(pen, table, false, values);
    markRow(areas, pen.row - 1);
  }
  for (let index = 0; index < (table.spareRows ?? 0); index += 1) {
    writeSpareRow(pen, table, index >= spareRowsShown);
    markRow(areas, pen.row - 1);
  }
}

/** Returns where the rows came to stand. */
export async function writeTable(pen: Pen, table: PlacedTable, pause: () => Promise<void>): Promise<WrittenTable> {
  writeHeader(pen, table);
  const headerRow = pen.row - 1;
  const progress: Progress = { areas: [], all: runningTotals(table.columns), run: null, count: 0, isEmpty: false };
  await writeRows(pen, table, progress, pause);
  const { areas } = progress;
  const dataAreas = [...areas];
  if (progress.count === 0) writeNothing(pen, table);
  writeSpareRows(pen, table, areas, progress.all);
  if (table.isFiltered && areas.length > 0)
    pen.paper.filter(`A${headerRow}:${columnLetter(table.starts.at(-1) ?? 1)}${pen.row - 1}`);
  const written = { headerRow, areas };
  if (table.place !== undefined && !pen.paper.isBlank)
    writeLiveCells(pen, table, progress.isEmpty ? [] : dataAreas, areas);
  if (!hasTotals(table) || progress.count === 0 || progress.isEmpty) return { ...written, totalRow: null };
  keepWithTail(pen, dataHeight);
  writeTotalRow(pen, table, statedTotals(table, progress.all), { from: headerRow + 1, to: pen.row - 1 });
  return { ...written, totalRow: pen.row - 1 };
}
