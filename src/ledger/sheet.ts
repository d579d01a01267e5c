// The one shape that every renderer takes: plain tables of typed cells. No styles, no file format.
import type { DictionaryName } from './dictionaries.js';

/**
 * How a column's values are meant: fen in 分 (shown in 元), fenWan in 分 (shown in 万元), fenWanChange likewise with its sign in red or
 * green, ratio as a fraction (shown in %), day as 'YYYY-MM-DD', moment as 'YYYY-MM-DD' or 'YYYY-MM-DD HH:MM', nav with four decimals,
 * tenth with one, share in fund shares with two, percent in percent (3.05 is 3.05 %, shown without the sign).
 */
export type Format =
  | 'text'
  | 'count'
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

export interface SheetColumn {
  /** Names the column in formulas and for hand entries; unique in its table. */
  readonly key?: string;
  readonly header: string;
  /** Merged over neighbouring columns with the same group. */
  readonly group?: string;
  readonly format: Format;
  /** In half-width characters; a Chinese character takes two. */
  readonly width: number;
  /** People type here: yellow and unlocked in a workbook, whose other cells are then protected (without a password). */
  readonly input?: true;
  /** Dropdown of this list of `dictionaries`; `closed` lists refuse other texts, open ones warn. */
  readonly list?: { readonly name: DictionaryName; readonly closed?: true };
  /** Checks what is typed: a number of at least 0, or a day on or after 数据日期. */
  readonly check?: 'notNegative' | 'fromDataDate';
  /** Cells are formulas; the row's value is the cached result, in the column's format: null is — where the template has "—", else empty. */
  readonly formula?: FormulaTemplate;
  /**
   * In the total row: sum and count follow the filter (SUBTOTAL 109, 103); a template recomputes a ratio. The result of
   * IF({b}=0,"—",{a}/{b}) is found by the writer; that of any other template must stand in the table's `total`.
   */
  readonly total?: 'sum' | 'count' | { readonly formula: FormulaTemplate };
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
  /** A last row in bold, same columns; null cells stay empty. Beside `column.total` these are the cached results; without it they are computed. */
  readonly total?: readonly CellValue[];
  /** A key: subtotal rows after the runs of equal values of this column; their cells are made from `column.total`. */
  readonly subtotalBy?: string;
  /** Long lists get a filter and frozen header in workbooks. */
  readonly isList?: boolean;
  readonly highlights?: readonly Highlight[];
  /** Columns that together name a row, for hand entries. */
  readonly rowKey?: readonly string[];
  /** Empty rows between data and total where staff may add their own, with inputs and dropdowns; beyond ten they are hidden. */
  readonly spareRows?: number;
}

export interface Sheet {
  /** Sheet name in a workbook. */
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly tables: readonly Table[];
  /** 口径说明 below the tables. */
  readonly notes: readonly string[];
  /** Columns that stay in sight, and are repeated on every printed page of a wide sheet. */
  readonly frozenColumns?: number;
  readonly print?: { readonly orientation?: 'portrait' | 'landscape'; readonly pagesWide?: number };
  /** 制表 复核 审批 日期 below the totals. */
  readonly hasSignature?: true;
  readonly isHidden?: true;
}
