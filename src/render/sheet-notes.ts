// What stands below the tables: notes on single columns, where the spare rows are, and the notes of the sheet itself.
import type { Sheet } from '../ledger/sheet.js';
import { headerNotes } from './shown-table.js';
import type { TablePlace } from './table-place.js';
import { spareRowsShown } from './table-writer.js';

function spareNote({ table, areas }: TablePlace): readonly string[] {
  const spare = table.spareRows ?? 0;
  const last = areas.at(-1);
  if (spare === 0 || last === undefined) return [];
  const first = last.to - spare + 1;
  const seen = Math.min(spare, spareRowsShown);
  const hidden =
    spare > seen
      ? `，不够时选中第 ${first + seen - 1} 至 ${last.to + 1} 行，点右键“取消隐藏”，另有 ${spare - seen} 行`
      : '';
  return [`第 ${first} 至 ${first + seen - 1} 行为空行，供补登${hidden}`];
}

/** `places` are those of the sheet's own tables. */
export function sheetNotes(sheet: Sheet, places: readonly TablePlace[]): readonly string[] {
  return [...places.flatMap(spareNote), ...headerNotes(sheet), ...sheet.notes];
}
