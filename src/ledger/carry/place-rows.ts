// Where each hand entry of a table goes: into the row of its key, into the rows of staff, or to 已移出.
import type { CellValue } from '../sheet.js';
import { sheetValue, shownValue } from './cell-units.js';
import { columnKey } from './entry-index.js';
import { rowWith, sameRow } from './same-row.js';
import { columnOf, fits, isFilled, putCell, says, type Target, takenOverBy, targetName } from './target.js';
import { bookOf, countCarried, type Incoming, reasons, remove, removeRow, tellConflict, type Work } from './work.js';

function putRow(work: Work, row: Incoming, target: Target, place: number): void {
  const { book } = target;
  for (const [name, value] of Object.entries(row.cells)) {
    const found = columnOf(target, name);
    const isInputCell = found !== undefined && fits(target, place, found, value);
    if (found !== undefined && (isInputCell || row.isOwn) && says(target, place, found, value)) {
      countCarried(work, book);
    } else if (found === undefined || !isInputCell) {
      const isTaken = found !== undefined && target.patches.get(place)?.has(found.at) === true;
      const reason = isTaken ? reasons.taken : row.isOwn ? reasons.exported : reasons.noInput;
      remove(work, row, book, name, found?.column.header ?? name, reason);
    } else {
      const exported = shownValue(found.column.format, target.rows[place]?.[found.at] ?? null);
      if (isFilled(target, place, found)) tellConflict(work, book, row, found.column.header, value, exported);
      putCell(target, place, found, value);
      countCarried(work, book);
    }
  }
}

/** A row that only staff know of stays at the end of its list. */
function keepOwn(work: Work, row: Incoming, target: Target): void {
  const known = new Set(target.table.columns.map(columnKey));
  target.staffRows.push(
    target.table.columns.map((column): CellValue => {
      const value = row.cells[columnKey(column)];
      return value === undefined ? null : sheetValue(column.format, value);
    }),
  );
  for (const name of Object.keys(row.cells)) {
    if (known.has(name)) countCarried(work, target.book);
    else remove(work, row, target.book, name, name, reasons.noInput);
  }
}

/** Puts the entries of one row where they belong, or among the removed ones. */
export function placeRow(work: Work, row: Incoming): void {
  const targets = work.targets.get(targetName(row.sheet, row.table)) ?? [];
  const { key } = row;
  const keyed = key === null ? undefined : rowWith(targets, ({ places }) => places.get(key));
  const found =
    sameRow(targets, keyed, row) ??
    (row.isOwn ? rowWith(targets, (target) => takenOverBy(target, row.cells)) : undefined);
  const own = bookOf(work, row.file);
  const home = targets.find(({ book }) => book === own);
  if (found !== undefined) putRow(work, row, found.target, found.place);
  else if (row.isOwn && keyed === undefined && (home?.table.spareRows ?? 0) > 0) keepOwn(work, row, home as Target);
  else {
    const missing = row.isOwn ? reasons.noKey : reasons.gone;
    const reason = home === undefined ? reasons.noSheet : keyed === undefined ? missing : reasons.passedOn;
    removeRow(work, row, reason, (name) => (home && columnOf(home, name)?.column.header) ?? name);
  }
}
