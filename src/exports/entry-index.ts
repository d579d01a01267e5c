// The hidden sheet of a ledger workbook: what stands where, and what the tool itself wrote into the cells for hand entries.
import { parseDay } from '../model/day.js';
import {
  type EntryColumn,
  type EntryIndex,
  type EntryLayout,
  entryIndexSheetName,
  entryIndexVersion,
  type HandValue,
  indexRowKinds,
  type WrittenRow,
} from '../model/hand-entries.js';
import { cellText } from './cell-text.js';
import type { RawTable } from './table.js';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function columnOf(value: unknown): readonly EntryColumn[] {
  if (!isRecord(value)) return [];
  const { key, header, group, isInput, isKey, isFormula } = value;
  if (typeof key !== 'string' || typeof header !== 'string') return [];
  const flags = { isInput: isInput === true, isKey: isKey === true, isFormula: isFormula === true };
  return [{ key, header, group: typeof group === 'string' ? group : null, ...flags }];
}

function layoutOf(sheet: string, table: string, text: string): readonly EntryLayout[] {
  const value = parsed(text);
  if (!isRecord(value) || !Array.isArray(value.columns)) return [];
  const heading = typeof value.heading === 'string' ? value.heading : null;
  return [{ sheet, table, heading, columns: value.columns.flatMap(columnOf) }];
}

function rowOf(sheet: string, table: string, key: string, text: string): readonly WrittenRow[] {
  const value = parsed(text);
  if (!isRecord(value)) return [];
  const originals: [string, HandValue][] = [];
  for (const [column, original] of Object.entries(value))
    if (typeof original === 'string' || typeof original === 'number') originals.push([column, original]);
  return [{ sheet, table, key, originals: Object.fromEntries(originals) }];
}

/** Undefined where the workbook has no such sheet, or one of another version. */
export async function readEntryIndex(tables: readonly RawTable[]): Promise<EntryIndex | undefined> {
  const hidden = tables.find(({ sheet }) => sheet === entryIndexSheetName);
  if (hidden === undefined) return undefined;
  const sheets: string[] = [];
  const layouts: EntryLayout[] = [];
  const notes: string[] = [];
  const written: WrittenRow[] = [];
  let [version, asOf] = ['', ''];
  for await (const rows of hidden.rows({}, 1)) {
    for (const { cells } of rows) {
      const [kind, sheet = '', table = '', key = '', content = ''] = cells.map((cell) =>
        typeof cell === 'string' ? cell : cellText(cell),
      );
      if (kind === indexRowKinds.mark) version = content;
      if (kind === indexRowKinds.asOf) asOf = content;
      if (kind === indexRowKinds.sheet) sheets.push(sheet);
      if (kind === indexRowKinds.note) notes.push(content);
      if (kind === indexRowKinds.table) layouts.push(...layoutOf(sheet, table, content));
      if (kind === indexRowKinds.row) written.push(...rowOf(sheet, table, key, content));
    }
  }
  if (version !== entryIndexVersion) return undefined;
  return { asOf: parseDay(asOf) ?? null, sheets, layouts, notes, rows: written };
}
