// The hidden sheet of a ledger workbook: what stands where, and what the tool itself wrote into the cells for hand entries.
import { parseDay } from '../model/day.js';
import {
  type EntryColumn,
  type EntryForm,
  type EntryFormCell,
  type EntryIndex,
  type EntryLayout,
  entryIndexSheetName,
  entryIndexVersion,
  indexRowKinds,
  type WrittenRow,
} from '../model/entry-index.js';
import type { HandValue } from '../model/hand-entries.js';
import { cellText } from './cell-text.js';
import type { WrittenTable } from './xlsx.js';

/** Undefined for what is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
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

/** The cells and texts of a form are written as [row, column, text, key]. */
function formOf(sheet: string, text: string): readonly EntryForm[] {
  const value = parsed(text);
  if (!isRecord(value) || !Array.isArray(value.cells) || !Array.isArray(value.texts)) return [];
  const cells = value.cells.flatMap((cell: unknown): readonly EntryFormCell[] => {
    const [row, column, original, key]: readonly unknown[] = Array.isArray(cell) ? cell : [];
    if (typeof row !== 'number' || typeof column !== 'number' || typeof key !== 'string') return [];
    return [{ row, column, key, text: typeof original === 'string' || typeof original === 'number' ? original : null }];
  });
  const texts = value.texts.flatMap((cell: unknown): EntryForm['texts'] => {
    const [row, column, fixed]: readonly unknown[] = Array.isArray(cell) ? cell : [];
    if (typeof row !== 'number' || typeof column !== 'number' || typeof fixed !== 'string') return [];
    return [{ row, column, text: fixed }];
  });
  return [{ sheet, cells, texts }];
}

/** Undefined where the workbook has no such sheet, or one of another version. */
export async function readEntryIndex(tables: readonly WrittenTable[]): Promise<EntryIndex | undefined> {
  const hidden = tables.find(({ sheet }) => sheet === entryIndexSheetName);
  if (hidden === undefined) return undefined;
  const sheets: string[] = [];
  const layouts: EntryLayout[] = [];
  const forms: EntryForm[] = [];
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
      if (kind === indexRowKinds.form) forms.push(...formOf(sheet, content));
      if (kind === indexRowKinds.note) notes.push(content);
      if (kind === indexRowKinds.table) layouts.push(...layoutOf(sheet, table, content));
      if (kind === indexRowKinds.row) written.push(...rowOf(sheet, table, key, content));
    }
  }
  if (version !== entryIndexVersion) return undefined;
  return { asOf: parseDay(asOf) ?? null, sheets, layouts, forms, notes, rows: written };
}
