// What the writing of a worksheet needs of it. The blank one only lets rows be counted: formulas must know every place beforehand.
import type { DataValidation } from 'exceljs';
import type { Highlight } from '../ledger/sheet.js';
import type { CellStyle } from './workbook-styles.js';

/** Rows from 1, sheet columns from 0; `end` and `bottom` are not part of the block. */
export interface Block {
  readonly top: number;
  readonly bottom: number;
  readonly start: number;
  readonly end: number;
}

/** A formula and its result as a spreadsheet would compute it; made from our own templates only. */
export interface FormulaCell {
  readonly formula: string;
  readonly result: string | number;
}

export type Stored = string | number | null | FormulaCell;

export interface Paper {
  /** Nothing is kept: values need not be made. */
  readonly isBlank: boolean;
  /** One value; merged where the block is more than one cell, and every cell of it gets the style. */
  put(block: Block, value: Stored, style: CellStyle): void;
  /** In points. No cell is put into a row above it any more. */
  finishRow(row: number, height: number, hidden: boolean): void;
  setHeight(row: number, height: number): void;
  /** A page begins below this row. */
  breakBelow(row: number): void;
  filter(range: string): void;
  validate(range: string, rule: DataValidation): void;
  /** `ranges` are separated by blanks. */
  highlight(ranges: string, formula: string, look: Highlight['look']): void;
}

const nothing = () => {};

export const blankPaper: Paper = {
  isBlank: true,
  put: nothing,
  finishRow: nothing,
  setHeight: nothing,
  breakBelow: nothing,
  filter: nothing,
  validate: nothing,
  highlight: nothing,
};
