// The shape of `check -f json`. Plain JSON; counts only, never a customer's values.
import type { Day } from '../../model/day.js';
import type { FileIntake } from '../../model/intake.js';
import type { Problem, ProblemCode } from '../../model/problem.js';
import type { QualityCheckId } from '../../model/quality-checks.js';
import type { Ratio } from '../../model/ratio.js';
import type { Rules } from '../../model/rules.js';

export type CheckState = '通过' | '注意' | '不通过' | '未提供';

export interface QualityCheck {
  readonly id: QualityCheckId;
  readonly title: string;
  /** 通过: nothing found · 注意: found, within the limit · 不通过: above it · 未提供: nothing to look at. */
  readonly state: CheckState;
  /** What was found, of how many that were looked at. */
  readonly found: Ratio;
  readonly limit: number;
}

export interface QualityReport {
  readonly report: 'check';
  readonly asOf: Day;
  readonly rules: Rules;
  readonly intake: readonly FileIntake[];
  readonly problems: readonly Problem[];
  readonly summary: {
    readonly files: number;
    readonly refusedFiles: number;
    readonly readRows: number;
    readonly rejectedRows: number;
    readonly failed: number;
    readonly noticed: number;
  };
  /** In the order of the list of checks. */
  readonly checks: readonly QualityCheck[];
  /** Errors by file and reason, most rows first. */
  readonly reasons: readonly { readonly file: string; readonly code: ProblemCode; readonly count: number }[];
  readonly unknownColumns: readonly { readonly file: string; readonly column: string }[];
  readonly months: readonly { readonly month: string; readonly rows: number }[];
  readonly missingMonths: readonly string[];
  readonly unknownSummaries: readonly { readonly summary: string; readonly rows: number }[];
}
