import type { Day } from './day.js';

/** One line of the customer export (客户信息). Empty cells are undefined; ids are text with their leading zeros. */
export interface Customer {
  readonly custNo: string;
  readonly custName?: string | undefined;
  /** Raw 客户类型 text; `isCorporate` reads it. */
  readonly custType?: string | undefined;
  readonly idType?: string | undefined;
  readonly idNo?: string | undefined;
  readonly gender?: string | undefined;
  readonly birthDate?: Day | undefined;
  readonly phone?: string | undefined;
  readonly address?: string | undefined;
  readonly employer?: string | undefined;
  readonly occupation?: string | undefined;
  readonly openDate?: Day | undefined;
  readonly closeDate?: Day | undefined;
  readonly custStatus?: CustomerStatus | undefined;
  readonly custLevel?: string | undefined;
  /** C1…C5 where the text is a known level, else the text. */
  readonly riskLevel?: string | undefined;
  readonly riskExpiry?: Day | undefined;
  readonly branchNo?: string | undefined;
  readonly branchName?: string | undefined;
  readonly managerNo?: string | undefined;
  readonly managerName?: string | undefined;
  readonly isCredit?: boolean | undefined;
  readonly isStaff?: boolean | undefined;
  readonly source?: string | undefined;
  /** 上次动户日期: any movement, also interest; proves silence, never activity (B9). */
  readonly lastTxnDate?: Day | undefined;
  readonly dataDate?: Day | undefined;
  /** Product categories held (A9), where the export carries a product column: texts as given, split at 、，, ; and blanks. */
  readonly productsHeld?: string | undefined;
}

export type CustomerStatus = 'open' | 'closed' | 'deceased' | 'frozen';
