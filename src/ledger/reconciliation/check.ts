// One line of 勾稽: two figures that must be the same.
import type { FormulaTemplate, Sheet } from '../sheet.js';

/** A figure: a live formula, or where `formula` is null a constant, and what it comes to (a count, or 分). */
export interface Side {
  readonly formula: FormulaTemplate | null;
  readonly value: number;
}

/** Finds its figure among the sheets of the workbook: null = 未提供, undefined = the workbook lacks its sheet. */
export type Term = (sheets: readonly Sheet[]) => Side | null | undefined;

export interface Check {
  /** A sentence: what must be the same as what. */
  readonly content: string;
  readonly left: Term;
  readonly right: Term;
  /** The difference that is allowed, a count or 分; 0 where it is left out. */
  readonly tolerance?: number;
  readonly note?: string;
}

/** Checks of counts (户, 笔, 行) and of money, apart because they are shown differently. */
export interface Checks {
  readonly counts: readonly Check[];
  readonly amounts: readonly Check[];
}
