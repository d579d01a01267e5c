// A recognised reading, worked out once: which columns are read how, and what rows around the data look like.

import { type Column, newColumnState } from './column.js';
import type { ColumnUse, Export } from './export.js';
import { headerText, normaliseHeader } from './header.js';
import { fieldOf } from './kind-matcher.js';
import type { Reading } from './reading.js';
import { type RowShape, rowText } from './rowkind.js';
import type { HeadRow } from './table.js';

/** Unit of the amounts in a column, in 元: the user's, else its header's, else that of the lines above; undefined = nobody says. */
function unitOf({ matcher, facts }: Reading, field: string, unit: number | undefined): number | undefined {
  return matcher.units.get(field) ?? unit ?? facts.unit;
}

/** Every column of the heading and what it is read as, in the order of the file. */
export function columnUses(reading: Reading): readonly ColumnUse[] {
  const { heading, match, matcher } = reading;
  const fields = new Map([...match.columns].map(([field, column]) => [column, field]));
  return heading.columns.map((column) => {
    const { index, header } = column;
    const field = fields.get(column);
    if (field === undefined) return { index, header };
    if (fieldOf(matcher.spec, field).kind !== 'fen') return { index, header, field };
    return { index, header, field, unit: unitOf(reading, field, column.unit) ?? 1 };
  });
}

const joinKeys: ReadonlySet<string> = new Set(['custNo', 'acctNo']);

/** Fresh columns for one walk through the file, in the order of the file. */
export function newColumns(reading: Reading): readonly Column[] {
  const { match, matcher } = reading;
  const required = new Set(keyGroups(reading, ['day', 'moment', 'fen', 'id']).flat());
  const columns = [...match.columns].map(([name, { index, header, unit }]): Column => {
    const field = fieldOf(matcher.spec, name);
    const isMeasured = ['day', 'moment', 'fen'].includes(field.kind);
    return {
      name,
      key: recordKey(matcher.spec, name),
      field,
      index,
      header,
      unit: unitOf(reading, name, unit) ?? 1,
      isUnitAssumed: field.kind === 'fen' && unitOf(reading, name, unit) === undefined,
      isJoinKey: joinKeys.has(name),
      isEssential: isMeasured && required.has(name),
      seen: newColumnState(),
    };
  });
  return columns.toSorted((a, b) => a.index - b.index);
}

/** The key of a field in the record; null = its values are not kept. */
export function recordKey({ recordKeys }: Export<unknown>, name: string): string | null {
  const key = recordKeys?.[name];
  return key === undefined ? name : key;
}

/** Values that stand for every row, by their keys in the record. */
export function constantValues(reading: Reading): Readonly<Record<string, unknown>> {
  const values: Record<string, unknown> = {};
  for (const [name, text] of reading.match.constants) {
    const key = recordKey(reading.matcher.spec, name);
    if (key !== null)
      values[key] = text === '' ? undefined : (fieldOf(reading.matcher.spec, name).read(text, 1) ?? undefined);
  }
  return values;
}

/** The required groups whose fields are all of these kinds and that no constant settles, by the names of their matched fields. */
export function keyGroups({ matcher, match }: Reading, kinds: readonly string[]): readonly (readonly string[])[] {
  return matcher.required
    .map((group) => group.flat())
    .filter((names) => names.every((name) => kinds.includes(fieldOf(matcher.spec, name).kind)))
    .filter((names) => !names.some((name) => (match.constants.get(name) ?? '') !== ''))
    .map((names) => names.filter((name) => match.columns.has(name)))
    .filter((names) => names.length > 0);
}

export function rowShape(reading: Reading): RowShape {
  const { match, heading, above } = reading;
  const indexOf = (name: string) => match.columns.get(name)?.index ?? -1;
  const keys = keyGroups(reading, ['id', 'day', 'moment']).map((names) => names.map(indexOf));
  const ids = keyGroups(reading, ['id']).flat().map(indexOf);
  const headers = heading.rows.map((row) => row.cells.map((cell) => normaliseHeader(headerText(cell)).name));
  return { headers, keys, ids, above: new Set(above.map(rowText).filter((text) => text !== '')) };
}

/** How many cells a record may have: as many as the header rows. */
export function headingWidth(reading: Reading): number {
  return Math.max(...reading.heading.rows.map((row) => row.cells.length));
}

/** Columns up to the last one with a header text; a header line may end in delimiters. */
export function namedWidth(reading: Reading): number {
  return Math.max(...reading.heading.columns.map(({ index }) => index + 1));
}

/** First line after the header. */
export function dataLine(reading: Reading): number {
  return (reading.heading.rows.at(-1) as HeadRow).nextLine;
}
