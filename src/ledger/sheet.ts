// The one shape that every renderer takes: plain tables of typed cells. No styles, no file format.
import type { Paper } from '../model/rules-ledger.js';
import type { DictionaryName } from './dictionaries.js';

/**
 * How a column's values are meant: integer without separators (days, ages, serial numbers), fen in 分 (shown in 元), fenWan in 分 (shown in 万元), fenWanChange likewise with its sign in red or
 * green, ratio as a fraction (shown in %), day as 'YYYY-MM-DD', moment as 'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM', nav with four decimals,
 * tenth with one, share in fund shares with two, percent in percent (3.05 is 3.05 %, shown without the sign).
 */
export type Format =
  | 'text'
  | 'count'
  | 'integer'
  | 'fen'
  | 'fenWan'
  | 'fenWanChange'
  | 'ratio'
  | 'decimal'
  | 'tenth'
  | 'nav'
  | 'share'
  | 'percent'
  | 'day'
  | 'moment';

/** null = nothing to say (shown as an empty cell; in a ratio column as —). */
export type CellValue = string | number | null;

/**
 * An Excel formula with placeholders, in the units that the cells show (元, 万元, days as Excel days):
 * {key} this row's cell of the column `key` · {key:all} the data cells of that column, spare rows among them, totals not (a table with
 * subtotals has several such ranges, separated by commas: SUM, COUNT, MAX take them, COUNTIF and SUMIF need {key:span}, which is one
 * range from first to last data row with the subtotals between) · {key:total} its total cell, 0 where an empty table has none · {Sheet!key:all} and so on of
 * another sheet: of its list, else its first table · {Sheet#id!key:all} of its table with that id, {#id!key:all} of this sheet's ·
 * names such as 数据日期 as they are. Array constants in braces are not possible. A formula never holds a customer's value.
 */
export type FormulaTemplate = string;

/** The cell of a key, of the same row or form, or of the form of another sheet. */
export type CellReader = (key: string, sheet?: string) => CellValue;

/**
 * What a formula comes to, in the units of its own format: for formulas over cells that people type into, so that their cached values
 * stay true. Undefined where only a spreadsheet can tell, such as with a text where a number belongs.
 */
export type FormulaResult = (cell: CellReader) => CellValue | undefined;

/** Likewise of a total, from all rows of a column. */
export type TotalResult = (column: (key: string) => readonly CellValue[]) => CellValue | undefined;

export interface SheetColumn {
  /** Names the column in formulas and for hand entries; unique in its table. */
  readonly key?: string;
  readonly header: string;
  /** Merged over neighbouring columns with the same group. */
  readonly group?: string;
  readonly format: Format;
  /** In half-width characters; a Chinese character takes two. */
  readonly width: number;
  /** A number of a customer, an account, a product …: in the middle of its cell, as days are (§4.1). */
  readonly isCode?: true;
  /** People type here: yellow and unlocked in a workbook, whose other cells are then protected (without a password). */
  readonly input?: true;
  /** Dropdown of this list of `dictionaries`; `closed` lists refuse other texts, open ones warn. */
  readonly list?: { readonly name: DictionaryName; readonly closed?: true };
  /** Checks what is typed: a number of at least 0, or a day on or after 数据日期. */
  readonly check?: 'notNegative' | 'fromDataDate';
  /** Cells are formulas; the row's value is the cached result, in the column's format: null is — where the template has "—", else empty. */
  readonly formula?: FormulaTemplate;
  /** Wherever the formula names a column that is typed into. */
  readonly result?: FormulaResult;
  /**
   * In the total row: sum and count follow the filter (SUBTOTAL 109, 103); a template recomputes a ratio. The result of
   * IF({b}=0,"—",{a}/{b}) is found by the writer; that of any other template must stand in the table's `total`.
   */
  readonly total?: 'sum' | 'count' | { readonly formula: FormulaTemplate; readonly result?: TotalResult };
  /** The formula is a HYPERLINK into this workbook, and looks like one. */
  readonly isLink?: true;
  /** Present, but not shown (keys of masked lists, helper counts). */
  readonly hidden?: true;
  /** No export carries it: grey, headed （未提供）. */
  readonly isMissing?: true;
  /** About this column; it stands below the tables, where paper shows it too. */
  readonly note?: string;
}

/** Colours a cell, or the whole row, where the template is true; cellIs and expression rules only. */
export interface Highlight {
  /** Keys of the columns that are coloured; empty = the whole row. */
  readonly columns: readonly string[];
  readonly when: FormulaTemplate;
  readonly look: 'red' | 'amber' | 'green' | 'gold' | 'grey' | 'redText' | 'greenText';
}

export interface Table {
  /** Names the table among those of its sheet, for hand entries and formulas of other sheets. */
  readonly id?: string;
  readonly heading?: string;
  readonly columns: readonly SheetColumn[];
  /** Streams for long lists; may be walked more than once. */
  readonly rows: Iterable<readonly CellValue[]>;
  readonly rowCount: number;
  /** Formulas of single cells, row by row, by the key of the column; the row's value is the cached result. Not for lists over several sheets. */
  readonly rowFormulas?: readonly Readonly<Record<string, FormulaTemplate>>[];
  /** A last row in bold, same columns; null cells stay empty. Beside `column.total` these are the cached results; without it they are computed. */
  readonly total?: readonly CellValue[];
  /** A key: subtotal rows after the runs of equal values of this column; their cells are made from `column.total`. */
  readonly subtotalBy?: string;
  /** Long lists get a filter and frozen header in workbooks. */
  readonly isList?: boolean;
  readonly highlights?: readonly Highlight[];
  /** Columns that together name a row, for hand entries. */
  readonly rowKey?: readonly string[];
  /** Columns that together tell, where the key is not typed, that a row of staff is one that an export now delivers; the first must be filled. */
  readonly takeoverKey?: readonly string[];
  /** Rows that staff typed earlier: they stand before the spare rows and stay open to change. */
  readonly staffRows?: readonly (readonly CellValue[])[];
  /** Empty rows between data and total where staff may add their own, with inputs and dropdowns; beyond ten they are hidden. */
  readonly spareRows?: number;
}

/** How a cell of a form looks; input and formula cells take theirs from what they are. */
export type FormLook = 'section' | 'header' | 'inputHeader' | 'label' | 'line' | 'box' | 'data' | 'total' | 'signature';

/**
 * One cell of a form, or several merged into one. Its formula names other cells by their keys: {key} of this form, {Sheet!key} of
 * another one, {first:last} and {Sheet!first:last} a block, beside {Sheet#id!column:span} of tables.
 */
export interface FormCell {
  /** Names the cell in formulas and for hand entries; unique in its form, other than all, span and total. */
  readonly key?: string;
  /** From 1; rows 1 and 2 are title and subtitle. */
  readonly row: number;
  /** From 1. */
  readonly column: number;
  /** Merged, itself among them. */
  readonly rows?: number;
  readonly columns?: number;
  readonly look: FormLook;
  readonly format: Format;
  /** What the cell holds, or what its formula comes to. */
  readonly value: CellValue;
  readonly formula?: FormulaTemplate;
  /** Wherever the formula names a cell that is typed into, or another such result. */
  readonly result?: FormulaResult;
  /** People type here, over a formula as well. */
  readonly input?: true;
  readonly list?: NonNullable<SheetColumn['list']>;
  readonly check?: NonNullable<SheetColumn['check']>;
}

/** A page that is filled in by hand: every cell has its fixed place, so that hand entries are known by sheet and key. */
export interface Form {
  /** Of the sheet's columns, in half-width characters. */
  readonly widths: readonly number[];
  /** In points, of the rows from 3 on; those without are as high as a row of data. */
  readonly heights: readonly number[];
  /** No two share a place. */
  readonly cells: readonly FormCell[];
}

export interface Sheet {
  /** Sheet name in a workbook. */
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly tables: readonly Table[];
  /** In the place of tables, for workbooks only: one page, on which other renderers show nothing. */
  readonly form?: Form;
  /** 口径说明 below the tables. */
  readonly notes: readonly string[];
  /** Columns that stay in sight, and are repeated on every printed page of a wide sheet. */
  readonly frozenColumns?: number;
  readonly print?: {
    readonly orientation?: 'portrait' | 'landscape';
    readonly pagesWide?: number;
    /** A4 where it is left out. */
    readonly paper?: Paper;
  };
  /** 制表 复核 审批 日期 below the totals. */
  readonly hasSignature?: true;
  readonly isHidden?: true;
  /** Holds a cached result that does not know of carried hand entries: a spreadsheet computes anew when it opens the workbook. */
  readonly isStale?: true;
}
