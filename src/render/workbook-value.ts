// The façade in front of exceljs: nothing but a string, a finite number or null gets through, so no object can become a formula or link.
import type { CellValue, Format } from '../ledger/sheet.js';
import { parseDay } from '../model/day.js';
import { formatYuan } from '../model/fen.js';
import { excelSerial } from '../model/row-mark.js';

/** What had to be changed on the way into the visible sheets of a workbook; all 0 for ordinary data. */
export interface WorkbookTally {
  /** Texts that lost characters which XML cannot hold. */
  cleanedTexts: number;
  /** Texts cut at 32,767 characters. */
  cutTexts: number;
  /** Amounts of more than 15 significant digits, written as text. */
  textAmounts: number;
}

export function newTally(): WorkbookTally {
  return { cleanedTexts: 0, cutTexts: 0, textAmounts: 0 };
}

const longestText = 32_767;
const exactFen = 1e15;
const forbidden = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\ufffe\uffff]|\p{Cs}/gu;

/** A text as the workbook stores it: `_xHHHH_` escaped, carriage returns kept as `_x000D_`. */
function storedText(text: string, tally: WorkbookTally): string | null {
  let kept = text.replace(forbidden, '');
  if (kept !== text) tally.cleanedTexts += 1;
  if (kept.length > longestText) {
    tally.cutTexts += 1;
    kept = `${kept.slice(0, longestText - 1).replace(/[\ud800-\udbff]$/, '')}…`;
  }
  if (kept === '') return null;
  return kept.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_').replaceAll('\r', '_x000D_');
}

/** Excel's number of a day, or of a day with its time (the fraction); undefined for another text or format. */
function serialOf(format: Format, text: string): number | undefined {
  if (format !== 'day' && format !== 'moment') return undefined;
  const [, dayText = '', time] = /^(\d{4}-\d{2}-\d{2})(?: (\d{2}:\d{2}(?::\d{2})?))?$/.exec(text) ?? [];
  const day = parseDay(dayText);
  if (day === undefined || (format === 'day' && dayText !== text)) return undefined;
  return excelSerial(day, time);
}

function storedNumber(format: Format, value: number, tally: WorkbookTally): string | number {
  if (!Number.isFinite(value)) throw new TypeError('a cell holds a number that is not finite');
  if (format === 'text' || format === 'day' || format === 'moment') return String(value);
  if (format !== 'fen' && format !== 'fenWan' && format !== 'fenWanChange') return value;
  if (Math.abs(value) < exactFen) return value / (format === 'fen' ? 100 : 1_000_000);
  tally.textAmounts += 1;
  return format === 'fen' ? formatYuan(value) : `${formatYuan(value)}元`;
}

/** The value that goes into the cell: 元 or 万元 for amounts, Excel's day number for days, — for a ratio without denominator. */
export function workbookValue(
  format: Format,
  value: CellValue | undefined,
  tally: WorkbookTally,
): string | number | null {
  if (value === null || value === undefined) return format === 'ratio' ? '—' : null;
  if (typeof value === 'number') return storedNumber(format, value, tally);
  if (typeof value !== 'string') throw new TypeError('a cell holds neither text nor number');
  return serialOf(format, value) ?? storedText(value, tally);
}
