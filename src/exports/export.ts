// A kind of export is a declaration: its fields, the header words they go by, and how a cell of each is read.

import type { Day } from '../model/day.js';
import type { CorrectedCell, RejectedCell } from '../model/fix-list.js';
import type { ControlTotal, ExportKind } from '../model/intake.js';
import type { Problem, ProblemCode } from '../model/problem.js';
import type { BulkReading } from './bulk.js';
import type { Corrections } from './corrections.js';
import type { DateForm } from './date.js';
import type { CellSql } from './field-sql.js';
import type { Layout, RawFile, RawTable } from './table.js';

/** What a cell of a field may be; decides how typed workbook cells are turned into text before `read`. */
export type FieldKind = 'id' | 'text' | 'fen' | 'number' | 'day' | 'time' | 'moment' | 'code';

/** Where the cells of a field stand. */
export interface ColumnPlace {
  /** As the file writes it. */
  readonly header: string;
  /** Names of all fields that the file has a column for. */
  readonly fields: ReadonlySet<string>;
}

/** How one column is read. */
export interface Field<V> {
  readonly kind: FieldKind;
  /** Accepted header texts; the first is the one we print. */
  readonly headers: readonly string[];
  /** Header texts that count only when no column goes by one of `headers` (记账日期 beside 交易日期). */
  readonly fallbackHeaders?: readonly string[];
  /**
   * Reads cleaned, non-empty text. `unit` is 1 for 元, 10000 for 万元, 100000000 for 亿元. Undefined = unreadable;
   * null = understood, but it says that there is no value (a sentinel date): to be treated as an empty cell.
   */
  read(text: string, unit: number): V | null | undefined;
  /**
   * The value of the plainest cells, out of text that nothing was done to: the one that `read` gives, or undefined for cells that need
   * more. Most cells are plain, and the checks of all others need not be made for them.
   */
  readPlain?(text: string, unit: number): V | undefined;
  /**
   * The same reading as DuckDB expressions over the text of one cell: the value where `read` gives it, NULL for everything that
   * `read` refuses, for empty cells and for rare spellings, which are left to `read`. Days are DATE, times seconds since midnight,
   * amounts 分 as DOUBLE. Fields without it are read in TypeScript only.
   */
  sql?(cell: string, unit: number): CellSql;
  /**
   * What an empty cell of a column that is there says ('' and markers such as '-' arrive cleaned); without it, or when it
   * returns undefined, there is no value. Only 借贷标志 needs it: '-' is a debit there, and a blank must not be guessed.
   */
  readEmpty?(text: string): V | undefined;
  /** What the codes of a whole column (half-width, capitals) leave open, in Chinese: a warning that `ambiguous-code` says once. */
  doubts?(codes: ReadonlySet<string>, column: ColumnPlace): string | undefined;
  /** What was expected, in Chinese, for the message of an unreadable cell. */
  readonly expected: string;
  /** Cells hold a name, phone, ID or account number: never quoted in a message. */
  readonly personal?: boolean;
  /** No figure depends on it: an unreadable cell is left empty with one warning for the column, and the row is kept. */
  readonly isIncidental?: boolean;
}

/** Said of one cell or row, before it is known where the row stands. */
export interface RowFault {
  readonly code: ProblemCode;
  /** The canonical header of the field at fault (its first of `headers`). */
  readonly column?: string;
  /** Without `column`: canonical headers of the fields of which one would do, the likeliest first. */
  readonly alternatives?: readonly string[];
  readonly message: string;
}

/** A kind of file. Recognition, header matching and reading work from this declaration alone. */
export interface Export<T> {
  readonly kind: ExportKind;
  /** Chinese name: 交易明细. */
  readonly title: string;
  readonly fields: Readonly<Record<string, Field<unknown>>>;
  /**
   * Each entry is a list of alternatives, of which one must be present; an alternative is one field or several together:
   * [['txnDate'], ['acctNo', 'custNo'], ['amount', 'income+expense', 'debit+credit']].
   */
  readonly required: readonly (readonly string[])[];
  /** Fields found in many kinds of files (names, manager, branch): they do not speak for this kind. */
  readonly decoration: readonly string[];
  /** Fields whose columns a 合计 row may state; sums are checked to the 分. */
  readonly totalled: readonly string[];
  /** Header texts that no export of this kind carries: a file with one of them is of another kind … */
  readonly foreign?: readonly string[];
  /** … unless it has one of these, by which the kind is known whatever else the file carries. */
  readonly unmistakable?: readonly string[];
  /** What a record calls a field that has another name in it; null = the field is read for its faults only. */
  readonly recordKeys?: Readonly<Record<string, string | null>>;
  /**
   * Puts the values of one row together, by their keys in the record (undefined = empty cell; a field without column and constant has no
   * key). What it is given may be the record. Faults reject the row.
   */
  assemble(values: Readonly<Record<string, unknown>>): T | readonly RowFault[];
}

/** The keys of fields that are read for their faults only. */
export function unkept(names: readonly string[]): Readonly<Record<string, null>> {
  return Object.fromEntries(names.map((name) => [name, null]));
}

/** One column of the file and what became of it. */
export interface ColumnUse {
  readonly index: number;
  /** Header text as the file writes it (two-row headers joined `组-叶`). */
  readonly header: string;
  /** Name of the field it is read as; undefined = not understood. */
  readonly field?: string;
  /** 1, 10000 or 100000000 for money columns. */
  readonly unit?: number;
}

/** What the lines above the header say. Personal values (账号, 户名) are used, never printed unmasked. */
export interface PreambleFacts {
  readonly acctNo?: string;
  readonly holderName?: string;
  readonly from?: Day;
  readonly to?: Day;
  readonly currency?: string;
  readonly unit?: number;
}

/** What reading a whole export leaves behind besides its records. `records` = used + duplicate + future. */
export interface ReadTally {
  read: number;
  records: number;
  rejected: number;
  header: number;
  preamble: number;
  blank: number;
  total: number;
  controlTotals: ControlTotal[];
  /** Problems of this file; listed up to a cap per code, counted exactly in `rejected`. */
  problems: Problem[];
  /** Every cell that rejected a row, for the fix list, up to a cap; filled even when the file is refused. */
  rejectedCells: RejectedCell[];
  /** Cells beyond the cap. */
  unlistedCells: number;
  /** Of `records`: rows of which a cell was corrected from a fix list. */
  corrected: number;
  corrections: CorrectedCell[];
}

/** A recognised file, ready to be read. */
export interface OpenExport<T = unknown> {
  readonly kind: ExportKind;
  readonly raw: RawFile;
  readonly table: RawTable;
  readonly layout: Layout;
  /** First and last line of the header (equal unless it has two rows or a cell with a line break). */
  readonly headerLine: number;
  readonly dataLine: number;
  readonly columns: readonly ColumnUse[];
  readonly facts: PreambleFacts;
  /** Warnings found while recognising (hidden sheets, units …). */
  readonly problems: readonly Problem[];
  /**
   * All records in file order, in batches; rejected rows only appear in `tally`. Throws UserError (exit 3) when the file must be
   * refused: too many rejects, control totals, an unreadable column, an unclosed quote.
   */
  read(tally: ReadTally): AsyncGenerator<readonly T[]>;
  /** The same reading for an engine that cuts the text itself; absent for what only `read` can read. */
  readonly bulk?: BulkReading;
}

export function newTally(): ReadTally {
  return {
    read: 0,
    records: 0,
    rejected: 0,
    header: 0,
    preamble: 0,
    blank: 0,
    total: 0,
    controlTotals: [],
    problems: [],
    rejectedCells: [],
    unlistedCells: 0,
    corrected: 0,
    corrections: [],
  };
}

/** How the user wants files to be read. */
export interface IntakeOptions {
  /** Absolute or relative path → kind, from --kind KIND=FILE (matched on the resolved path or the base name). */
  readonly kinds: ReadonlyMap<string, ExportKind>;
  /** 'kind.field' → header text, or '=constant' for a value that the file does not carry; from --map and taizhang.yaml. */
  readonly columns: ReadonlyMap<string, string>;
  /** 'kind.field' → 1, 10000 or 100000000 元 for amounts of that column, whatever the file says; from --unit and taizhang.yaml. */
  readonly units?: ReadonlyMap<string, number>;
  /** Largest share of rejected rows (numerator of 1) or an absolute number. */
  readonly maxRejects: { readonly share: number } | { readonly rows: number };
  readonly acceptTotalMismatch: boolean;
  /** Codes of 借贷标志 that differ from bank to bank (0/1): text → direction. */
  readonly directionCodes: Readonly<Record<string, 'D' | 'C'>>;
  /** A form of dates that is read only because the bank says so; undefined = none. */
  readonly dateForm: DateForm | undefined;
  /** Codes of 触发方式. */
  readonly triggerCodes: Readonly<Record<string, 'active' | 'passive'>>;
  /** Codes of 冲正标志 where a bank's own meaning differs. */
  readonly reversalCodes: Readonly<Record<string, 'normal' | 'reversal' | 'reversed'>>;
  /** What staff corrected in fix lists, by the SHA-256 of the file; each is read like any cell. */
  readonly corrections?: Corrections;
}
