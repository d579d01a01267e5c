// The ledger tables of one worksheet, found by their headers, in the order in which they were written.

import type { EntryColumn, EntryIndex, EntryLayout, WrittenRow } from '../model/entry-index.js';
import { exitCodes, UserError } from '../model/errors.js';
import { type EntryHeader, findHeader } from './entry-header.js';
import { type EntryArea, entryArea, isSignature } from './entry-rows.js';
import type { RawRow } from './table.js';
import type { WrittenTable } from './xlsx.js';

/** @example columnLetters(27) // => 'AB' */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

/** Throws UserError (exit 3) that names the place. */
export function refuseAt(file: string, sheet: string, cell: string, message: string): never {
  throw new UserError(`${file}:${sheet}:${cell}: ${message}`, exitCodes.refused);
}

function columnName({ group, header }: EntryColumn): string {
  return group === null ? header : `${group}/${header}`;
}

/** Key and input columns must be there, once and under their names. */
function checkHeader(file: string, sheet: string, rows: readonly RawRow[], header: EntryHeader): void {
  const line = rows[header.leaf]?.line ?? 0;
  for (const { column, found } of header.missing) {
    if (!column.isKey && !column.isInput) continue;
    const meant = `应为“${columnName(column)}”`;
    if (found !== null)
      refuseAt(
        file,
        sheet,
        `${columnLetters(found.index)}${line}`,
        `表头是“${found.header}”，${meant}；请改回原来的列名再运行`,
      );
    refuseAt(file, sheet, `第 ${line} 行`, `表头里找不到“${columnName(column)}”这一列；请恢复这一列再运行`);
  }
  for (const { column, index } of header.doubled) {
    if (!column.isKey && !column.isInput) continue;
    const cell = `${columnLetters(index)}${line}`;
    refuseAt(file, sheet, cell, `表头“${columnName(column)}”出现了两次，不知道以哪一列为准；请给另一列换个名字`);
  }
}

/** All rows of a sheet, the first at place 0. */
export async function allRows(table: WrittenTable): Promise<readonly RawRow[]> {
  const rows: RawRow[] = [];
  for await (const batch of table.rows({}, 1)) rows.push(...batch);
  return rows;
}

export interface EntrySheet {
  readonly areas: readonly EntryArea[];
  /** Tables with inputs whose header was not found. */
  readonly lost: readonly EntryLayout[];
}

function headersIn(rows: readonly RawRow[], layouts: readonly EntryLayout[]): readonly EntryHeader[] {
  const headers: EntryHeader[] = [];
  for (const layout of layouts) {
    const header = findHeader(rows, (headers.at(-1)?.leaf ?? -1) + 1, layout);
    if (header !== undefined) headers.push(header);
  }
  return headers;
}

/** The headers of those layouts that the sheet has, in their order. */
export async function entryHeaders(
  table: WrittenTable,
  layouts: readonly EntryLayout[],
): Promise<readonly EntryHeader[]> {
  return headersIn(await allRows(table), layouts);
}

/** Throws UserError (exit 3) where a header that hand entries need was changed. */
export function entryAreas(
  file: string,
  sheet: string,
  rows: readonly RawRow[],
  layouts: readonly EntryLayout[],
  index: EntryIndex,
): EntrySheet {
  const headers = headersIn(rows, layouts);
  const found = new Set(headers.map(({ layout }) => layout));
  const lost = layouts.filter((one) => !found.has(one) && one.columns.some(({ isInput }) => isInput));
  const notes = new Set([...index.notes, ...index.layouts.flatMap(({ heading }) => heading ?? [])]);
  const signature = rows.findIndex(isSignature);
  const areas = headers.map((header, at): EntryArea => {
    checkHeader(file, sheet, rows, header);
    const end = headers[at + 1]?.top ?? (signature < 0 ? rows.length : signature);
    const { table: id, sheet: name } = header.layout;
    const own = index.rows?.filter((row) => row.sheet === name && row.table === id);
    const written = own === undefined ? null : new Map(own.map((row): [string, WrittenRow] => [row.key, row]));
    return entryArea({ file, sheet, rows, header, end, written, notes });
  });
  return { areas, lost };
}
