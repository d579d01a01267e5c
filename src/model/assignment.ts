import type { Day } from './day.js';

/** Who looks after a customer from when to when (管户关系). At least one of managerNo and managerName is present. */
export interface Assignment {
  readonly custNo: string;
  readonly managerNo?: string | undefined;
  readonly managerName?: string | undefined;
  readonly branchNo?: string | undefined;
  readonly startDate?: Day | undefined;
  /** Undefined = still so. */
  readonly endDate?: Day | undefined;
  /** 理财 or 信贷, else the text. */
  readonly manageType?: string | undefined;
  /** 客户等级 on the day of assignment. */
  readonly levelAtStart?: string | undefined;
}
