// The one shape that every renderer takes: plain tables of typed cells. No styles, no file format.

/** How a column's values are meant: fen in 分 (shown in 元), ratio as a fraction (shown in %), day as 'YYYY-MM-DD'. */
export type Format = 'text' | 'count' | 'fen' | 'fenWan' | 'ratio' | 'decimal' | 'day';

/** null = nothing to say (shown as an empty cell; in a ratio column as —). */
export type CellValue = string | number | null;

export interface SheetColumn {
  readonly header: string;
  /** Merged over neighbouring columns with the same group. */
  readonly group?: string;
  readonly format: Format;
  /** In half-width characters; a Chinese character takes two. */
  readonly width: number;
  /** People type here: yellow and unlocked in a workbook, whose other cells are then protected (without a password). */
  readonly input?: true;
}

export interface Table {
  readonly heading?: string;
  readonly columns: readonly SheetColumn[];
  /** Streams for long lists; may be walked more than once. */
  readonly rows: Iterable<readonly CellValue[]>;
  readonly rowCount: number;
  /** A last row in bold, same columns; null cells stay empty. */
  readonly total?: readonly CellValue[];
  /** Long lists get a filter and frozen header in workbooks. */
  readonly isList?: boolean;
}

export interface Sheet {
  /** Sheet name in a workbook. */
  readonly name: string;
  readonly title: string;
  readonly subtitle: string;
  readonly tables: readonly Table[];
  /** 口径说明 below the tables. */
  readonly notes: readonly string[];
}
