// The header words of a file as they may be shown: a name or a number may have slipped in among them.
import { cellText } from '../exports/cell-text.js';
import type { OpenExport } from '../exports/export.js';
import { maskName } from '../model/mask.js';
import { longNumber } from '../model/mask-text.js';

const nameFields: ReadonlySet<string | undefined> = new Set(['custName', 'holderName', 'cpName']);

/** In the order of `columns`: without long numbers, and with the names masked that the file itself gives as names. */
export function shownHeaders({ table, layout, columns, facts }: OpenExport): readonly string[] {
  const names = new Set(facts.holderName === undefined ? [] : [facts.holderName]);
  const places = columns.filter(({ field }) => nameFields.has(field)).map(({ index }) => index);
  for (const { cells } of table.head(layout)) for (const place of places) names.add(cellText(cells[place] ?? null));
  return columns.map(({ header, field }) => {
    if (field === undefined && names.has(header)) return maskName(header);
    return header.replace(longNumber, '****');
  });
}
