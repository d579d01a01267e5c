// Where each hand entry of a form goes: into the line of its customer, an empty line, or to 已移出.
import { ledgerStem } from '../../model/ledger-file.js';
import { shownValue } from './cell-units.js';
import { cellValue, type FormTarget, fieldKey, inputCell, isCarried, lineFor, putValue } from './form-target.js';
import { countCarried, type Incoming, reasons, remove, removeRow, tellConflict, type Work } from './work.js';

/** The form that goes on from the file; an only book goes on from any. Undefined where the run does not replace the file. */
function continuing(
  work: Work,
  row: Incoming,
): { readonly book: number; readonly target: FormTarget | undefined } | undefined {
  const stem = ledgerStem(row.file);
  const named = work.books.findIndex(({ name }) => ledgerStem(name) === stem);
  const targets = work.forms.get(row.sheet) ?? [];
  const book = named < 0 && work.books.length === 1 && targets.length === 1 ? 0 : named;
  return book < 0 ? undefined : { book, target: targets.find((target) => target.book === book) };
}

/** Where nobody is due any more, the line takes its customer along. */
function putOwner(target: FormTarget, line: string, [id = '', name = '']: readonly string[]): void {
  for (const [field, text] of [['customerId', id] as const, ['customerName', id === '' ? name : ''] as const]) {
    const cell = inputCell(target, fieldKey(line, field));
    if (cell !== undefined && text !== '' && cellValue(target, fieldKey(line, field)) === null)
      putValue(target, cell, text);
  }
}

/** Puts the entries of one line; a customer's line may stand elsewhere now. */
export function placeLine(work: Work, row: Incoming): void {
  const to = continuing(work, row);
  if (to === undefined) return;
  const [line = '', ...owners] = row.key === null ? [] : (JSON.parse(row.key) as string[]);
  const { book, target } = to;
  const place = target && lineFor(target, line, owners.find((text) => text !== '') ?? null);
  if (target === undefined || place === undefined) {
    removeRow(work, row, target === undefined ? reasons.noSheet : reasons.noLine, (name) => name);
    return;
  }
  for (const [field, value] of Object.entries(row.cells)) {
    const key = fieldKey(place, field);
    const cell = inputCell(target, key);
    const now = cell === undefined ? null : shownValue(cell.format, cell.value);
    if (cell === undefined) remove(work, row, book, field, field, reasons.noInput);
    else if (isCarried(target, key) && cellValue(target, key) !== value)
      remove(work, row, book, field, field, reasons.taken);
    else {
      if (now !== null && now !== '' && now !== value) tellConflict(work, book, row, field, value, now);
      putValue(target, cell, value);
      countCarried(work, book);
    }
  }
  putOwner(target, place, owners);
}
