// What a ledger workbook says of itself on its hidden sheet, so that what staff typed is found again.
import type { Day } from './day.js';
import type { HandValue } from './hand-entries.js';

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

/** The hidden sheet with the layouts and original values. */
export const entryIndexSheetName = '_手填';
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
