// The hand entries of one ledger table, and those of 已移出.
import {
  type HandRow,
  handValueText,
  identityOf,
  numberKind,
  type RemovedEntry,
  type RowIdentity,
} from '../model/hand-entries.js';
import { isRecord, parsed } from './entry-index.js';
import { type EntryArea, handRowsOf } from './entry-rows.js';
import { columnLetters, refuseAt } from './entry-tables.js';
import { handValue, unreadable } from './hand-value.js';

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

/** A row for each key. Throws UserError (exit 3) where two rows of one key say different things. */
export function handRows(area: EntryArea): readonly HandRow[] {
  const rows = handRowsOf(area, (line, { key }, message) => {
    const column = columnLetters(area.header.places.get(key) ?? 0);
    return refuseAt(area.file, area.sheet, `${column}${line}`, message);
  });
  checkDoubles(area, rows);
  return distinct(rows);
}

function parsedIdentity(text: string): RowIdentity | undefined {
  const value = parsed(text);
  if (!isRecord(value)) return undefined;
  const told = Object.entries(value).filter(([, part]) => typeof part === 'string' || typeof part === 'number');
  return identityOf(Object.fromEntries(told) as RowIdentity);
}

/** The entries of 已移出, one per row of that sheet. */
export function removedEntries({ file, rows, header, end }: EntryArea): readonly RemovedEntry[] {
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
    const identity = parsedIdentity(text('identity'));
    return [{ sheet, row, since, reason, file, ...entry, value, ...(identity && { identity }) }];
  });
}
