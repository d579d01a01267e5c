// What staff typed into a ledger workbook, as it is found in the file and before it is put into a new one.

/** As the cell shows it: amounts in 元 or 万元, days and moments as text. */
export type HandValue = string | number;

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
