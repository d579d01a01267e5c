// The rows of an XML spreadsheet (Excel 2003), cell by cell.
import { dayOf } from '../model/day.js';
import { resolveEntities } from './entities.js';
import { newMarkupReader } from './markup.js';
import { attributesOf } from './markup-attributes.js';
import type { SheetRow } from './sheet-rows.js';

/** A sheet as far as it has been read; `isHidden` is known at its end. */
export interface SpreadsheetSheet {
  readonly name: string;
  isHidden: boolean;
}

/** A row and the number of its sheet, from 0. */
export interface SpreadsheetRow extends SheetRow {
  readonly sheet: number;
}

export type SpreadsheetFault = 'doctype' | 'position' | 'too-long';

export interface SpreadsheetReader {
  /** The rows that end in this piece of the document. */
  feed(text: string): readonly SpreadsheetRow[];
  /** Whether the document is whole. */
  end(): boolean;
  fault(): SpreadsheetFault | undefined;
  readonly sheets: readonly SpreadsheetSheet[];
}

type Value = SheetRow['values'][number];

const longestCell = 1_048_576;
const maxRow = 1_048_576;
const maxColumn = 16_384;
const localName = (name: string) => name.slice(name.indexOf(':') + 1);

export function newSpreadsheetReader(): SpreadsheetReader {
  const sheets: SpreadsheetSheet[] = [];
  const path: string[] = [];
  let rows: SpreadsheetRow[] = [];
  let fault: SpreadsheetFault | undefined;
  let isClosed = false;
  let row = 0;
  let skipped = 0;
  let column = 0;
  let merged = 0;
  let values: Value[] = [];
  let type = '';
  let text = '';

  /** Index and spans count from 1 and rise. */
  function placed(stated: string | undefined, next: number, most: number): number {
    const at = stated === undefined ? next : Number(stated) - 1;
    if (!Number.isInteger(at) || at < next || at >= most) fault ??= 'position';
    return Math.min(Math.max(at || 0, next), most - 1);
  }

  function spanOf(stated: string | undefined, most: number): number {
    const span = Number(stated ?? 0);
    if (!Number.isInteger(span) || span < 0 || span > most) fault ??= 'position';
    return Math.min(Math.max(span || 0, 0), most);
  }

  const opening: Readonly<Record<string, (attributes: ReadonlyMap<string, string>) => void>> = {
    worksheet(attributes) {
      sheets.push({ name: resolveEntities(attributes.get('name') ?? `Sheet${sheets.length + 1}`), isHidden: false });
      [row, skipped] = [-1, 0];
    },
    row(attributes) {
      row = placed(attributes.get('index'), row + 1 + skipped, maxRow);
      skipped = spanOf(attributes.get('span'), maxRow);
      [column, merged, values] = [-1, 0, []];
    },
    cell(attributes) {
      column = placed(attributes.get('index'), column + 1 + merged, maxColumn);
      merged = spanOf(attributes.get('mergeacross'), maxColumn);
    },
    data(attributes) {
      [type, text] = [attributes.get('type') ?? 'String', ''];
    },
    visible() {
      text = '';
    },
  };

  const closing: Readonly<Record<string, () => void>> = {
    row() {
      rows.push({ sheet: sheets.length - 1, index: row, values });
    },
    data() {
      if (path.at(-1) !== 'cell') return;
      while (values.length < column) values.push(null);
      values[column] = cellValue(type, resolveEntities(text));
    },
    visible() {
      const sheet = sheets.at(-1);
      if (sheet !== undefined && /^\s*Sheet(?:Very)?Hidden\s*$/.test(text)) sheet.isHidden = true;
    },
    workbook() {
      isClosed = path.length === 0;
    },
  };

  const reader = newMarkupReader({
    doctype() {
      fault ??= 'doctype';
    },
    text(piece) {
      if (!path.includes('data') && path.at(-1) !== 'visible') return;
      if (text.length + piece.length > longestCell) fault ??= 'too-long';
      else text += piece;
    },
    open(name, attributes) {
      const local = localName(name);
      const isCellData = local !== 'data' || path.at(-1) === 'cell';
      path.push(local);
      if (isCellData) opening[local]?.(attributesOf(attributes));
      if (path.length > 100) fault ??= 'position';
    },
    close(name) {
      const local = localName(name);
      if (path.at(-1) !== local) return;
      path.pop();
      closing[local]?.();
    },
  });

  function taken(): readonly SpreadsheetRow[] {
    const found = rows;
    rows = [];
    return found;
  }

  return {
    feed(piece) {
      reader.feed(piece);
      return taken();
    },
    end() {
      reader.end();
      return isClosed;
    },
    fault: () => fault,
    sheets,
  };
}

function cellValue(type: string, text: string): Value {
  if (text === '') return null;
  if (type === 'Number') return /^-?\d+(?:\.\d+)?(?:E[-+]?\d+)?$/i.test(text.trim()) ? Number(text) : text;
  if (type === 'Boolean') return /^[01]$/.test(text.trim()) ? text.trim() === '1' : text;
  return type === 'DateTime' ? dateOf(text.trim()) : text;
}

/** The wall clock in UTC fields; a text that is no date stays a text and is refused where a date is needed. */
function dateOf(text: string): Date | string {
  const found = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2}):(\d{2})(?:\.\d+)?)?$/.exec(text);
  if (found === null) return text;
  const [year, month, date, hour, minute, second] = found.slice(1).map((part) => Number(part ?? 0));
  const isDay = year !== undefined && month !== undefined && date !== undefined;
  if (!isDay || (year >= 1900 && dayOf(year, month, date) === undefined)) return text;
  return new Date(Date.UTC(year, month - 1, date, hour, minute, second));
}
