import type { Ratio } from './ratio.js';

/** One target (目标) of an employee, or of the branch where empNo is undefined; drawn up by the branch. */
export interface Target {
  readonly year: number;
  /** 季度 or 期间 as written; undefined = the whole year. */
  readonly period?: string | undefined;
  readonly empNo?: string | undefined;
  readonly indicator: string;
  /** In `unit`. */
  readonly target: Ratio;
  /** 万元, 户, 笔 …: of the row, else of the header of the column. */
  readonly unit?: string | undefined;
  /** 20% is 0.2; 20 stays 20. */
  readonly weight?: Ratio | undefined;
}
