// What staff typed into a ledger workbook, as it is found in the file and before it is put into a new one.
import type { Day } from './day.js';

/** As the cell shows it: amounts in 元 or 万元, days and moments as text. */
export type HandValue = string | number;

/** A column of a ledger table, as far as its hand entries need it. */
export interface EntryColumn {
  readonly key: string;
  readonly header: string;
  /** null = stands alone. */
  readonly group: string | null;
  readonly isInput: boolean;
  readonly isKey: boolean;
  readonly isFormula: boolean;
}

/** A table of a ledger as it was written; every table of a sheet with inputs has one, so that each knows where it ends. */
export interface EntryLayout {
  readonly sheet: string;
  readonly table: string;
  readonly heading: string | null;
  readonly columns: readonly EntryColumn[];
}

/** A page that is filled in by hand, as it was written: its input cells, and the fixed texts by which it is known. */
export interface EntryForm {
  readonly sheet: string;
  readonly cells: readonly EntryFormCell[];
  readonly texts: readonly FormPlace<string>[];
}

/** Rows and columns count from 1. */
interface FormPlace<Text> {
  readonly row: number;
  readonly column: number;
  readonly text: Text;
}

/** `text` is what the tool wrote; null = nothing. */
export interface EntryFormCell extends FormPlace<HandValue | null> {
  readonly key: string;
}

/** Where a written row is found again, with what the tool itself wrote into its input cells. */
export interface WrittenRow {
  readonly sheet: string;
  readonly table: string;
  readonly key: string;
  readonly originals: Readonly<Record<string, HandValue>>;
}

/** What a workbook says of itself on its hidden sheet. */
export interface EntryIndex {
  readonly asOf: Day | null;
  /** Names of all its sheets. */
  readonly sheets: readonly string[];
  readonly layouts: readonly EntryLayout[];
  readonly forms: readonly EntryForm[];
  /** 口径说明 below the tables, which are no rows of theirs. */
  readonly notes: readonly string[];
  /** null = not known: then every filled input cell counts as typed. */
  readonly rows: readonly WrittenRow[] | null;
}

/** A row with hand entries, by column key. */
export interface HandRow {
  readonly sheet: string;
  readonly table: string;
  /** As `rowKeyText` makes it; null where staff typed a row without its key. */
  readonly key: string | null;
  readonly file: string;
  readonly line: number;
  /** Typed by staff as a whole, so that every cell of it counts. */
  readonly isOwn: boolean;
  readonly cells: Readonly<Record<string, HandValue>>;
  /** What the row said of itself when it was written; undefined = its key alone names it. */
  readonly identity?: RowIdentity;
}

/** Values of `identityColumns`. */
export type RowIdentity = Readonly<Record<string, HandValue>>;

/** One hand entry without a row, as it stands on the sheet 已移出. */
export interface RemovedEntry {
  readonly sheet: string;
  readonly table: string;
  /** '' = the row had no key. */
  readonly key: string;
  /** The row as people call it. */
  readonly row: string;
  readonly column: string;
  readonly header: string;
  readonly value: HandValue;
  /** 数据日期 of the first workbook without the row. */
  readonly since: string;
  readonly reason: string;
  /** The workbook that it was read from; '' = found missing just now. */
  readonly file: string;
  readonly identity?: RowIdentity;
}

/** Something of staff that is not carried. */
export interface ForeignPlace {
  readonly sheet: string;
  /** A cell, a row or a column; '' = the whole sheet. */
  readonly place: string;
}

export interface HandEntries {
  readonly rows: readonly HandRow[];
  readonly removed: readonly RemovedEntry[];
  /** What cannot be carried, one Chinese sentence each. */
  readonly warnings: readonly string[];
  /** What overwriting the file would lose: sheets and columns of staff, and what they wrote where no ledger takes it. */
  readonly foreign: readonly ForeignPlace[];
}

export const noHandEntries: HandEntries = { rows: [], removed: [], warnings: [], foreign: [] };

/** The hidden sheet with the layouts and original values. */
export const entryIndexSheetName = '_手填';
export const removedSheetName = '已移出';
export const removedTableId = 'removed';
/** Stands for the table of a form's entries. */
export const formTableId = '#form';

/** Fields of a form's line that tell whose line it is. */
export const lineOwner = ['customerId', 'customerName'] as const;

/** Input columns that tell whose row it is and which: the serial of a day in 转介编号 passes to another row when one is registered late. */
export const identityColumns = [...lineOwner, 'registeredAt', 'referrerNo', 'intendedProduct', 'intendedFen'] as const;

/** Undefined where the cells tell no registration. */
export function identityOf(cells: Readonly<Record<string, HandValue>>): RowIdentity | undefined {
  const told = identityColumns.flatMap((name): readonly [string, HandValue][] => {
    const value = cells[name];
    return value === undefined ? [] : [[name, value]];
  });
  return cells.registeredAt === undefined ? undefined : Object.fromEntries(told);
}

/**
 * The line of a form to which a cell belongs: what stands before the point of its key.
 * @example formLine('visit3.method') // => 'visit3'
 */
export function formLine(key: string): string {
  return key.slice(0, Math.max(0, key.lastIndexOf('.')));
}

export const entryIndexVersion = '1';

/** First column of the hidden sheet: what the row is about. */
export const indexRowKinds = {
  mark: '标记',
  asOf: '数据日期',
  sheet: '工作表',
  table: '表',
  row: '行',
  note: '说明',
  form: '表单',
} as const;

/** Column keys of 已移出; the reader and the writer of the sheet must agree. */
export const removedColumns = [
  'sheet',
  'row',
  'header',
  'value',
  'since',
  'reason',
  'table',
  'key',
  'column',
  'kind',
  'identity',
] as const;

/** Marks a removed value that was a number. */
export const numberKind = '数';

/**
 * One text for the values that name a row.
 * @example rowKeyText(['C01', 7]) // => '["C01","7"]'
 */
export function rowKeyText(values: readonly (HandValue | null)[]): string {
  return JSON.stringify(values.map((value) => (value === null ? '' : handValueText(value))));
}

/** A cell with a date holds a number of days: whether it is the day or its first moment cannot be told. */
const firstMoment = /(?<=^\d{4}-\d{2}-\d{2}) 00:00$/;

/**
 * A value as it is compared: 15 digits of a number, a text without the blanks around it, a day for its first moment.
 * @example handValueText(0.1 + 0.2) // => '0.3'
 * @example handValueText('2025-09-30 00:00') // => '2025-09-30'
 */
export function handValueText(value: HandValue): string {
  if (typeof value === 'number') return String(Number(value.toPrecision(15)));
  return value.normalize('NFC').trim().replace(firstMoment, '');
}
