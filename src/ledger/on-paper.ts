// The paper that a ledger is printed on.
import type { Paper } from '../model/rules-ledger.js';
import type { Sheet } from './sheet.js';

/** Sheets that say how many A4 pages they are wide need half of them on A3 (§4.1); forms are made for A4 and stay. */
export function onPaper(sheets: readonly Sheet[], paper: Paper): readonly Sheet[] {
  if (paper === 'A4') return sheets;
  return sheets.map((sheet) => {
    const { print = {}, form } = sheet;
    const { pagesWide } = print;
    if (form !== undefined) return sheet;
    return {
      ...sheet,
      print: { ...print, paper, ...(pagesWide === undefined ? {} : { pagesWide: Math.ceil(pagesWide / 2) }) },
    };
  });
}
