// Results that lie among the exports: read as exports they would count customers, accounts or referrals twice.
import { fixListSheetName } from '../model/fix-list.js';
import { definitionsSheetName, filesSheetName, ownHeaders } from '../model/own-result.js';
import { cellText } from './cell-text.js';
import type { RawFile, RawTable } from './table.js';

const ownSheets = [definitionsSheetName, filesSheetName, fixListSheetName];

/** True for every workbook, list and page that this tool writes, whatever was filled in or saved again since. */
export function isOwnResult({ tables }: RawFile): boolean {
  return tables.some((table) => ownSheets.includes(table.sheet ?? '') || hasOwnHeader(table));
}

function hasOwnHeader(table: RawTable): boolean {
  return table.layouts.some((layout) =>
    table.head(layout).some(({ cells }) => {
      const texts = new Set(cells.map(cellText));
      return ownHeaders.some((headers) => headers.every((header) => texts.has(header)));
    }),
  );
}
