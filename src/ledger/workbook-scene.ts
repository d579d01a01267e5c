// Everything that the sheets of one ledger workbook are filled from.
import type { DormantReport } from '../analysis/dormant/report.js';
import type { PortfolioReport } from '../analysis/portfolio/report.js';
import type { ReferralReport } from '../analysis/referral/report.js';
import type { SalesReport } from '../analysis/sales/report.js';
import type { SegmentReport } from '../analysis/segment-report.js';
import type { Day } from '../model/day.js';
import type { FileIntake } from '../model/intake.js';
import type { Period } from '../model/period.js';
import type { Problem } from '../model/problem.js';
import type { Rules } from '../model/rules.js';

export interface LedgerScene {
  readonly asOf: Day;
  readonly rules: Rules;
  readonly period: Period;
  readonly printDate: Day;
  readonly branchName: string | null;
  readonly branchNo: string | null;
  readonly intake: readonly FileIntake[];
  /** Of the files and of all reports, each once. */
  readonly problems: readonly Problem[];
  /** null = neither customers nor AUM. */
  readonly portfolio: PortfolioReport | null;
  readonly sales: SalesReport;
  /** null = no transactions. */
  readonly segment: SegmentReport | null;
  readonly dormant: DormantReport | null;
  /** null = no register. */
  readonly referral: ReferralReport | null;
}
