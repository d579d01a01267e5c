// What every container (text file, workbook) is turned into before anything is understood: tables of cells.
import type { Day } from '../model/day.js';
import type { Problem } from '../model/problem.js';
import type { ByteSource } from './chunks.js';
import type { Decoding } from './decode.js';

/** A real Excel date; `day` is undefined when the serial number is no usable day (before 1900-03-01, after 2199, negative). */
export interface DateCell {
  readonly day: Day | undefined;
  /** 'HH:MM:SS', absent at midnight. */
  readonly time?: string;
}

/** Text arrives untrimmed. Numbers, booleans and dates come from workbooks only; null is an empty cell. */
export type Cell = string | number | boolean | DateCell | null;

export interface RawRow {
  /** 1-based physical line of the text, or row of the sheet, where the record begins. */
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** A candidate for the header: the record that begins on this line, whatever came before it. */
export interface HeadRow extends RawRow {
  /** First line after this record. */
  readonly nextLine: number;
}

/** One way to cut a text into cells. Workbooks have a single layout without a delimiter. */
export interface Layout {
  readonly delimiter?: string;
}

export interface RawTable {
  /** Sheet name; absent for text. */
  readonly sheet?: string;
  /** Possible layouts, most consistent first; never empty. */
  readonly layouts: readonly Layout[];
  /** The records beginning on each of the first lines (text: 60 lines at most; sheet: 60 rows), blank lines included. */
  head(layout: Layout): readonly HeadRow[];
  /**
   * All records from `fromLine` on, in batches, blank ones included (text: cells is [''] or []; sheet rows that the file
   * omits are delivered as empty rows). Throws UserError (exit 3, with Problems) when the rest cannot be read whole.
   * Can be called more than once.
   */
  rows(layout: Layout, fromLine: number): AsyncIterable<readonly RawRow[]>;
  /** The text behind the table, for an engine that cuts it itself; absent for every other container. */
  readonly text?: TableText;
}

/** The bytes of a text and what one pass over them has found. */
export interface TableText {
  readonly source: ByteSource;
  readonly decoding: Decoding;
  readonly lineEnds: readonly string[];
  /** False only when there is no quote character anywhere. */
  readonly mayQuote: boolean;
}

/** A file taken apart but not yet understood. */
export interface RawFile {
  /** The file that was named, with the entry's name behind it when it lies in an archive. Never printed. */
  readonly path: string;
  /** How it is called in every message and report. */
  readonly file: string;
  readonly container: 'csv' | 'xlsx' | 'xls' | 'html' | 'spreadsheetml' | 'mht';
  /** 'utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'; 'binary' for workbooks. */
  readonly encoding: string;
  /** Of the file itself; of its unpacked content when it was compressed. */
  readonly sha256: string;
  /** Visible sheets in order; one table for a text. */
  readonly tables: readonly RawTable[];
  readonly hiddenSheets: readonly string[];
  /** Warnings about the file as a whole (`short-text`). */
  readonly problems?: readonly Problem[];
}
